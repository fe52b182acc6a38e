import { bareKeys, meantNames, oneUnit } from "./unit-names.ts";
import { type DatedUnit, successors, type UnitTable } from "./unit-table.ts";

/** An address in its parts. Nothing is guessed: where several units may be meant, all are there. */
export interface CardAddress {
  /** What stands before the units that were understood: "Thôn Suối Cau". */
  readonly detail: string;
  /** What stands before the province: "Thôn Suối Cau, Khánh Đông, Khánh Vĩnh"; all of it where the province has another name today. */
  readonly rest: string;
  /** Today's province. */
  readonly province: DatedUnit | null;
  /** The communes until 2025-06-30 that the words name. */
  readonly former: readonly DatedUnit[];
  /** Today's communes that it may be. */
  readonly communes: readonly DatedUnit[];
}

/**
 * Reads an address as an ID card writes it: "Thôn Suối Cau, Khánh Đông, Khánh Vĩnh, Khánh Hòa" with the district until June 2025, "Thôn Suối Cau,
 * Bắc Khánh Vĩnh, Khánh Hòa" after. Old words are tried first, because three agreeing names say more than two: "Khánh Đông, Khánh Vĩnh,
 * Khánh Hòa" is not in today's Xã Khánh Vĩnh. A card of after the change (`issuedOn`, YYYY-MM-DD) is read in today's words first.
 */
export function parseCardAddress(text: string, table: UnitTable, issuedOn: string | null = null): CardAddress {
  const parts = partsOf(text);
  const readings = [formerReading(parts, table), currentReading(parts, table)];
  if (isOfToday(issuedOn, table)) readings.reverse();
  const reading = readings.find((read) => read !== null) ?? withoutDistrict(parts, table) ?? provinceOnly(parts, table);
  const { province, former, communes, understood } = reading;
  const sameName = province !== null && oneUnit(parts.at(-1) ?? "", [province]) !== null;
  return {
    detail: parts.slice(0, parts.length - understood).join(", "),
    rest: (sameName ? parts.slice(0, -1) : parts).join(", "),
    province,
    former,
    communes,
  };
}

interface Reading extends Pick<CardAddress, "province" | "former" | "communes"> {
  /** How many of the last parts were units. */
  readonly understood: number;
}

/** Was the card written when there were no districts any more? */
function isOfToday(issuedOn: string | null, table: UnitTable): boolean {
  return issuedOn !== null && table.units.every(({ level, validTo }) => level !== "district" || (validTo !== null && validTo < issuedOn));
}

/** Parts between commas; an address without any is cut before the words for kinds of units. */
function partsOf(text: string): string[] {
  const line = text.normalize("NFC").replace(/\s+/g, " ");
  const marked = /[,;]/.test(line) ? line : line.replace(/ (?=(?:xã|phường|thị trấn|huyện|quận|thị xã|thành phố|tỉnh) )/giu, ", ");
  return marked
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean);
}

/** … commune, district, province as they were. */
function formerReading(parts: readonly string[], table: UnitTable): Reading | null {
  const province = oneUnit(parts.at(-1) ?? "", formerUnits(table, null));
  const district = province && oneUnit(parts.at(-2) ?? "", formerUnits(table, province.code));
  const commune = district && oneUnit(parts.at(-3) ?? "", formerUnits(table, district.code));
  return commune && { ...inTodaysUnits(province, [commune], table), understood: 3 };
}

/** … commune, province as they are. */
function currentReading(parts: readonly string[], table: UnitTable): Reading | null {
  const province = oneUnit(parts.at(-1) ?? "", currentUnits(table, null));
  const commune = province && oneUnit(parts.at(-2) ?? "", currentUnits(table, province.code));
  return commune && { province, former: [], communes: [commune], understood: 2 };
}

/** … old commune, province: as people write who leave the district out; several districts may have one of that name. */
function withoutDistrict(parts: readonly string[], table: UnitTable): Reading | null {
  const province = oneUnit(parts.at(-1) ?? "", formerUnits(table, null));
  const meant = meantNames(parts.at(-2) ?? "");
  const former = (province ? formerUnits(table, province.code) : [])
    .flatMap((district) => formerUnits(table, district.code))
    .filter((unit) => bareKeys(unit).some((key) => meant.includes(key)));
  return province && former.length > 0 ? { ...inTodaysUnits(province, former, table), understood: 2 } : null;
}

/** The commune is not in our lists. */
function provinceOnly(parts: readonly string[], table: UnitTable): Reading {
  const last = parts.at(-1) ?? "";
  const former = oneUnit(last, formerUnits(table, null));
  const province = oneUnit(last, currentUnits(table, null)) ?? (former && todayOf(former, table));
  return { province, former: [], communes: [], understood: province ? 1 : 0 };
}

function inTodaysUnits(
  province: DatedUnit,
  former: readonly DatedUnit[],
  table: UnitTable,
): Pick<Reading, "province" | "former" | "communes"> {
  const communes = new Set(former.flatMap((unit) => successors(unit, table)));
  return { province: todayOf(province, table), former, communes: [...communes] };
}

function todayOf(province: DatedUnit, table: UnitTable): DatedUnit | null {
  return successors(province, table)[0] ?? null;
}

function formerUnits(table: UnitTable, parent: string | null): DatedUnit[] {
  return table.units.filter((unit) => table.successors.has(unit) && unit.parent === parent);
}

function currentUnits(table: UnitTable, parent: string | null): DatedUnit[] {
  return table.units.filter((unit) => unit.validTo === null && unit.parent === parent);
}
