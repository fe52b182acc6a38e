import { addDays } from "../deadlines/days.ts";
import { kindOf, type UnitKind } from "./unit-names.ts";

/**
 * Administrative units with dates. Until 2025-06-30 there were province, district and commune; since 2025-07-01 province and commune. A new
 * unit took the code of an old one (22615 was Xã Khánh Bình, now it is Xã Bắc Khánh Vĩnh), so a code means nothing without a day.
 */
export interface DatedUnit {
  readonly code: string;
  readonly level: "province" | "district" | "commune";
  /** With its kind: "Xã Bắc Khánh Vĩnh". */
  readonly name: string;
  readonly kind: UnitKind | null;
  /** Other names that people use. */
  readonly aliases: readonly string[];
  /** The code of the unit above at that time; null for a province. */
  readonly parent: string | null;
  /** First and last day, YYYY-MM-DD; null where our lists do not reach. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

export interface UnitTable {
  readonly units: readonly DatedUnit[];
  /** Former unit → what it is part of today; several where it was split. */
  readonly successors: ReadonlyMap<DatedUnit, readonly DatedUnit[]>;
}

interface Named {
  readonly code: string;
  readonly name: string;
}

/** Today's units, as content/units/today.yaml has them. */
export interface TodayList {
  readonly validFrom: string;
  readonly provinces: readonly (Named & { readonly aliases: readonly string[]; readonly renamed?: Renaming | undefined })[];
  /** By the code of their province, of those provinces whose communes the office keeps. */
  readonly communes: Readonly<Record<string, readonly Named[]>>;
}

interface Renaming {
  readonly on: string;
  readonly from: string;
}

/** The units until 2025-06-30 with what they are part of today, as content/units/before-2025-07.yaml has them. */
export interface FormerList {
  readonly validTo: string;
  readonly provinces: readonly (Succeeded & {
    readonly aliases: readonly string[];
    readonly districts: readonly (Named & { readonly communes: readonly Succeeded[] })[];
  })[];
}

interface Succeeded extends Named {
  readonly now: readonly string[];
}

/** The two lists of content/units as one table. */
export function makeUnitTable(today: TodayList, former: FormerList): UnitTable {
  const current = unitsOfToday(today);
  const old = formerUnits(former);
  const named = new Map(current.filter((unit) => unit.validTo === null).map((unit) => [unit.code, unit]));
  return {
    units: [...current, ...old.map(({ unit }) => unit)],
    successors: new Map(old.map(({ unit, now }) => [unit, now.flatMap((code) => named.get(code) ?? [])])),
  };
}

/** The units of a day (YYYY-MM-DD). */
export function unitsOn(day: string, table: UnitTable): DatedUnit[] {
  return table.units.filter(({ validFrom, validTo }) => (validFrom ?? day) <= day && day <= (validTo ?? day));
}

/** The unit that had the code on that day. The number of digits tells the level: 2 province, 3 district, 5 commune. */
export function unitOn(code: string, day: string, table: UnitTable): DatedUnit | null {
  return unitsOn(day, table).find((unit) => unit.code === code) ?? null;
}

/** What a former unit is today: itself while it is valid, several candidates where it was split, none for a district. */
export function successors(unit: DatedUnit, table: UnitTable): readonly DatedUnit[] {
  return table.successors.get(unit) ?? (unit.level !== "district" && unit.validTo === null ? [unit] : []);
}

function unitsOfToday(today: TodayList): DatedUnit[] {
  const { validFrom } = today;
  const provinces = today.provinces.flatMap(({ code, name, aliases, renamed }) => {
    const unit = dated({ code, name, aliases, level: "province", validFrom: renamed?.on ?? validFrom });
    return renamed ? [dated({ ...unit, name: renamed.from, validFrom, validTo: addDays(renamed.on, -1) }), unit] : [unit];
  });
  const communes = Object.entries(today.communes).flatMap(([parent, units]) =>
    units.map(({ code, name }) => dated({ code, name, level: "commune", parent, validFrom })),
  );
  return [...provinces, ...communes];
}

function formerUnits({ provinces, validTo }: FormerList): { unit: DatedUnit; now: readonly string[] }[] {
  return provinces.flatMap(({ code: province, name, aliases, now, districts }) => [
    { unit: dated({ code: province, name, aliases, level: "province", validTo }), now },
    ...districts.flatMap(({ code: district, name, communes }) => [
      { unit: dated({ code: district, name, level: "district", parent: province, validTo }), now: [] },
      ...communes.map(({ code, name, now }) => ({ unit: dated({ code, name, level: "commune", parent: district, validTo }), now })),
    ]),
  ]);
}

function dated(unit: Pick<DatedUnit, "code" | "name" | "level"> & Partial<DatedUnit>): DatedUnit {
  return { aliases: [], parent: null, validFrom: null, validTo: null, ...unit, kind: kindOf(unit.name) };
}
