import { z } from "zod";
import type { Result } from "../../base/result.ts";
import { parseContent } from "../content-file.ts";
import { parseCardAddress } from "./card-address.ts";
import { oneUnit } from "./unit-names.ts";
import type { FormerList, TodayList, UnitTable } from "./unit-table.ts";

const code = (digits: number) => z.string().regex(new RegExp(`^\\d{${digits}}$`));
const name = z.string().min(1);
const aliases = z.array(name).default([]);

/** content/units/today.yaml: the 34 provinces, and the communes of those provinces whose lists the office keeps. */
export const todaySchema = z.strictObject({
  validFrom: z.iso.date(),
  provinces: z
    .array(
      z.strictObject({
        code: code(2),
        name,
        aliases,
        renamed: z.strictObject({ on: z.iso.date(), from: name }).optional(),
        unverified: z.boolean().optional(),
      }),
    )
    .min(1),
  communes: z.record(code(2), z.array(z.strictObject({ code: code(5), name }))),
}) satisfies z.ZodType<TodayList>;

/** content/units/before-2025-07.yaml: the 63 provinces, districts and communes of ours, each with what it is part of today. */
export const formerSchema = z.strictObject({
  validTo: z.iso.date(),
  provinces: z.array(
    z.strictObject({
      code: code(2),
      name,
      aliases,
      now: z.array(code(2)).min(1),
      districts: z
        .array(
          z.strictObject({
            code: code(3),
            name,
            communes: z.array(z.strictObject({ code: code(5), name, now: z.array(code(5)).min(1) })),
          }),
        )
        .default([]),
    }),
  ),
}) satisfies z.ZodType<FormerList>;

export type UnitsToday = z.infer<typeof todaySchema>;
export type FormerUnits = z.infer<typeof formerSchema>;
export type Unit = UnitsToday["communes"][string][number];

/** Reads content/units/today.yaml (already taken out of YAML), or says in words all that is wrong with it. */
export function parseUnitsToday(data: unknown, fileName: string): Result<UnitsToday, string[]> {
  return parseContent(todaySchema, data, fileName);
}

/** Reads content/units/before-2025-07.yaml in the same way. */
export function parseFormerUnits(data: unknown, fileName: string): Result<FormerUnits, string[]> {
  return parseContent(formerSchema, data, fileName);
}

/** The one unit of a plain list that was typed. */
export const findUnit = oneUnit;

/**
 * The parts of an address in today's codes, for the answer to a question: a part that is not known, or could be several, is empty and keeps its
 * words in the detail, to be completed by hand.
 */
export function splitAddress(address: string, table: UnitTable): { province: string; commune: string; detail: string } {
  const { province, communes, detail, rest } = parseCardAddress(address, table);
  const [commune, ...others] = communes;
  const sure = commune !== undefined && others.length === 0;
  return { province: province?.code ?? "", commune: sure ? commune.code : "", detail: sure ? detail : rest };
}
