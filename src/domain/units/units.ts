import { z } from "zod";
import { fold } from "../people/names.ts";

/**
 * Administrative units with dates. Until 2025-06-30 there were province, district and commune; since 2025-07-01 province and commune. A code
 * alone does not tell the epoch (22615 was Khánh Bình, now it is Bắc Khánh Vĩnh), so a unit is always meant on a day.
 */
const unitSchema = z.strictObject({ code: z.string().regex(/^\d{2,5}$/), name: z.string().min(1) });

/** content/units/today.yaml: the 34 provinces, and the communes of those provinces whose lists the office keeps. */
export const todaySchema = z.strictObject({
  validFrom: z.iso.date(),
  provinces: z.array(unitSchema),
  communes: z.record(z.string(), z.array(unitSchema)),
});

/** content/units/before-2025-07.yaml: old communes with their district, and the new commune (several where one was split). */
export const formerSchema = z.strictObject({
  validTo: z.iso.date(),
  communes: z.array(
    z.strictObject({ code: z.string(), name: z.string(), district: z.string(), province: z.string(), now: z.array(z.string()).min(1) }),
  ),
});

export type Unit = z.infer<typeof unitSchema>;
export type UnitsToday = z.infer<typeof todaySchema>;
export type FormerUnits = z.infer<typeof formerSchema>;

/** A unit's name without its kind in front: "Xã Bắc Khánh Vĩnh" → "bac khanh vinh". */
export function bareName(name: string): string {
  return fold(name).replace(/^(xa|phuong|thi tran|dac khu|tinh|thanh pho|tp|huyen|quan|thi xa)\s+(?=\S)/, "");
}

/** The unit that was typed: by code, full name or bare name; null when none or more than one has it. */
export function findUnit(typed: string, units: readonly Unit[]): Unit | null {
  const code = typed.trim();
  const byCode = units.find((unit) => unit.code === code);
  if (byCode) return byCode;
  const exact = units.filter((unit) => fold(unit.name) === fold(typed));
  if (exact.length === 1) return exact[0] ?? null;
  const bare = units.filter((unit) => bareName(unit.name) === bareName(typed));
  return bare.length === 1 ? (bare[0] ?? null) : null;
}

/** Units whose name begins with what was typed, or holds all its words; names that begin with it come first. */
export function searchUnits(typed: string, units: readonly Unit[], limit: number): Unit[] {
  const wanted = bareName(typed);
  const words = wanted.split(" ");
  const begins = units.filter((unit) => bareName(unit.name).startsWith(wanted));
  const holdsWords = units.filter((unit) => !begins.includes(unit) && words.every((word) => fold(unit.name).includes(word)));
  return [...begins, ...holdsWords].slice(0, limit);
}

/**
 * The parts of an address as an ID card writes it ("Thôn Suối Cau, Khánh Đông, Khánh Vĩnh, Khánh Hòa"), in today's units where the old ones are
 * known. A part that is not known keeps its words; nothing is guessed where an old commune was split.
 */
export function splitAddress(
  address: string,
  today: UnitsToday,
  former: FormerUnits,
): { province: string; commune: string; detail: string } {
  const parts = address
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
  const province = findUnit(parts.at(-1) ?? "", today.provinces) ?? provinceOfFormer(parts, former, today);
  if (!province || parts.length < 2) return { province: province?.code ?? "", commune: "", detail: address.trim() };

  const current = findUnit(parts.at(-2) ?? "", today.communes[province.code] ?? []);
  const old = former.communes.filter(
    (unit) =>
      unit.province === bareName(parts.at(-1) ?? "") &&
      unit.district === bareName(parts.at(-2) ?? "") &&
      bareName(unit.name) === bareName(parts.at(-3) ?? ""),
  );
  if (old.length === 1 && old[0]?.now.length === 1)
    return { province: province.code, commune: old[0].now[0] ?? "", detail: parts.slice(0, -3).join(", ") };
  if (current && parts.length <= 3) return { province: province.code, commune: current.code, detail: parts.slice(0, -2).join(", ") };
  return { province: province.code, commune: "", detail: parts.slice(0, -1).join(", ") };
}

/** Ninh Thuận on a card is in Khánh Hòa today. */
function provinceOfFormer(parts: readonly string[], former: FormerUnits, today: UnitsToday): Unit | null {
  const old = former.communes.find((unit) => unit.province === bareName(parts.at(-1) ?? ""));
  const code = Object.entries(today.communes).find(([, communes]) => communes.some((unit) => unit.code === old?.now[0]))?.[0];
  return today.provinces.find((unit) => unit.code === code) ?? null;
}
