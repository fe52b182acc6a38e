import { z } from "zod";
import type { Result } from "../../base/result.ts";
import { parseContent } from "../content-file.ts";
import { fold } from "./names.ts";
import { findTyped } from "./typed-search.ts";

/** content/ethnic-groups.yaml: the national list (Decision 121-TCTK/PPCĐ) with the names that people also use. */
export const ethnicGroupsSchema = z
  .array(z.strictObject({ code: z.string().regex(/^\d{2}$/), name: z.string().min(1), aliases: z.array(z.string()).default([]) }))
  .min(1);

export type EthnicGroup = z.infer<typeof ethnicGroupsSchema>[number];

/** Reads content/ethnic-groups.yaml (already taken out of YAML), or says in words all that is wrong with it. */
export function parseEthnicGroups(data: unknown, fileName: string): Result<EthnicGroup[], string[]> {
  return parseContent(ethnicGroupsSchema, data, fileName);
}

/** The group of that code, name or other name, accents and hyphens aside; null when none has it. A name goes before another's alias. */
export function findEthnicGroup(typed: string, groups: readonly EthnicGroup[]): EthnicGroup | null {
  const wanted = squeeze(typed);
  const byCode = groups.find((group) => group.code === typed.trim());
  const byName = () => groups.find((group) => keysOf(group)[0] === wanted);
  const byAlias = () => groups.find((group) => keysOf(group).includes(wanted, 1));
  return byCode ?? byName() ?? byAlias() ?? null;
}

/** The squeezed names of a group, its own first; folded once, for the list does not change. */
const KEYS = new WeakMap<EthnicGroup, readonly string[]>();

function keysOf(group: EthnicGroup): readonly string[] {
  const keys = KEYS.get(group) ?? [group.name, ...group.aliases].map(squeeze);
  KEYS.set(group, keys);
  return keys;
}

/** The groups that fit what somebody typed so far, the best first, for a picker. */
export function findEthnicGroups(typed: string, groups: readonly EthnicGroup[]): EthnicGroup[] {
  return findTyped(typed, groups, (group) => [group.code, group.name, ...group.aliases]);
}

/** Raglai, Ra-glai and Ra Glai are one. */
function squeeze(text: string): string {
  return fold(text).replaceAll(" ", "");
}
