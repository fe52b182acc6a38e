import { z } from "zod";
import { fold } from "./names.ts";

/** content/ethnic-groups.yaml: the national list (Decision 121-TCTK/PPCĐ) with the names that people also use. */
export const ethnicGroupsSchema = z.array(
  z.strictObject({ code: z.string().regex(/^\d{2}$/), name: z.string().min(1), aliases: z.array(z.string()).default([]) }),
);

export type EthnicGroup = z.infer<typeof ethnicGroupsSchema>[number];

/** The group of that code, name or other name, accents and hyphens aside; null when none has it. */
export function findEthnicGroup(typed: string, groups: readonly EthnicGroup[]): EthnicGroup | null {
  const wanted = squeeze(typed);
  return (
    groups.find((group) => group.code === typed.trim() || [group.name, ...group.aliases].some((name) => squeeze(name) === wanted)) ?? null
  );
}

/** Raglai, Ra-glai and Ra Glai are one. */
function squeeze(text: string): string {
  return fold(text).replaceAll(" ", "");
}
