import { fitOf } from "../people/typed-search.ts";
import { bareKeys, meantNames } from "./unit-names.ts";
import { type DatedUnit, successors, type UnitTable, unitsOn } from "./unit-table.ts";

/** A unit that was found, and the former unit by whose name it was; null when it was found by its own. */
export interface FoundUnit {
  readonly unit: DatedUnit;
  readonly formerly: DatedUnit | null;
}

export interface UnitFilter {
  readonly level?: DatedUnit["level"] | undefined;
  /** The code of the unit above. */
  readonly parent?: string | undefined;
}

/**
 * The units of a day (YYYY-MM-DD) that fit what somebody typed so far: by code, by name with or without accents and kind, by the beginnings of
 * its words. The best come first. Old names lead to what the unit is today: people will say Khánh Đông for years.
 */
export function findUnits(typed: string, day: string, table: UnitTable, filter: UnitFilter = {}): FoundUnit[] {
  const meant = meantNames(typed);
  const inForce = new Set(unitsOn(day, table).filter((unit) => passes(unit, filter)));
  const ranked = table.units.flatMap((named): Ranked[] => {
    const fit = fitOfUnit(meant, named);
    if (fit === null) return [];
    if (inForce.has(named)) return [{ fit, found: { unit: named, formerly: null } }];
    const now = successors(named, table).filter((unit) => inForce.has(unit));
    return now.map((unit) => ({ fit: fit + OLD_NAME, found: { unit, formerly: named } }));
  });
  return bestOfEach(ranked.sort(byFit).map(({ found }) => found));
}

/** How much less an old name fits: the old name itself goes behind beginnings of today's names, but before words inside them. */
const OLD_NAME = 1.25;

interface Ranked {
  readonly fit: number;
  readonly found: FoundUnit;
}

function bestOfEach(found: readonly FoundUnit[]): FoundUnit[] {
  return found.filter(({ unit }, index) => found.findIndex((other) => other.unit === unit) === index);
}

function byFit(one: Ranked, other: Ranked): number {
  return one.fit - other.fit || (one.found.unit.name < other.found.unit.name ? -1 : 1);
}

/** The fit of what was typed as it stands; without its kind it fits a little less, so that "thị trấn" tells two units apart. */
function fitOfUnit([typed = "", ...bare]: readonly string[], unit: DatedUnit): number | null {
  const fits = [
    fitOf(typed, [unit.code, unit.name, ...bareKeys(unit)]),
    ...bare.map((words) => {
      const fit = fitOf(words, bareKeys(unit));
      return fit === null ? null : fit + 0.5;
    }),
  ].filter((fit) => fit !== null);
  return fits.length === 0 ? null : Math.min(...fits);
}

function passes(unit: DatedUnit, { level, parent }: UnitFilter): boolean {
  return (level === undefined || unit.level === level) && (parent === undefined || unit.parent === parent);
}
