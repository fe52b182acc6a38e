import { type DatedUnit, successors, type UnitTable, unitsOn } from "./unit-table.ts";

/** The code of the whole country. */
export const NATION = "VN";

/**
 * Whose figures are meant by the code of a unit, over the reorganisation of 2025-07-01: those of the offices that stood in it at the time (the same office), or those of
 * all offices on the same ground, before and after (the same territory).
 */
export type Hold = "office" | "territory";

/** The units, with their dates, whose offices count for a unit. `wider` says that some of them reach beyond its ground: it became part of a larger one. */
export interface Ground {
  readonly unit: DatedUnit | null;
  readonly communes: readonly DatedUnit[];
  readonly wider: boolean;
}

/**
 * The communes that make a unit on that day (YYYY-MM-DD), and with `territory` those on the same ground at other times. A code that is not in force on the day means the
 * unit that had it at another time: Khánh Đông (22621) can be asked for in 2026. null for a code that nobody ever had.
 */
export function groundOf(code: string, day: string, table: UnitTable, hold: Hold): Ground | null {
  if (code === NATION) return { unit: null, communes: table.units.filter(({ level }) => level === "commune"), wider: false };
  const unit = unitsOn(day, table).find((candidate) => candidate.code === code) ?? table.units.find((candidate) => candidate.code === code);
  if (!unit) return null;
  const own = communesOf(unit, table);
  if (hold === "office") return { unit, communes: own, wider: false };
  const after = own.flatMap((commune) => successors(commune, table));
  const before = table.units.filter(
    (former) => former.level === "commune" && table.successors.has(former) && leadsInto(former, own, table),
  );
  const wider = after.some((commune) => !own.includes(commune) && predecessors(commune, table).some((former) => !own.includes(former)));
  return { unit, communes: [...new Set([...own, ...after, ...before])], wider };
}

/** The communes that stood under a unit while it was valid; a commune is its own. */
export function communesOf(unit: DatedUnit, table: UnitTable): DatedUnit[] {
  if (unit.level === "commune") return [unit];
  const below = table.units.filter((candidate) => candidate.parent === unit.code && isAtTimeOf(candidate, unit));
  return below.flatMap((child) => communesOf(child, table));
}

/** Do all its successors lie in these communes? A commune that was split between two belongs to neither's past. */
function leadsInto(former: DatedUnit, communes: readonly DatedUnit[], table: UnitTable): boolean {
  const now = successors(former, table);
  return now.length > 0 && now.every((unit) => communes.includes(unit));
}

function predecessors(commune: DatedUnit, table: UnitTable): DatedUnit[] {
  return table.units.filter((former) => former !== commune && successors(former, table).includes(commune) && table.successors.has(former));
}

/** Provinces kept their codes over the reorganisation, and so did many communes: only units of the same time stand under each other. */
function isAtTimeOf(child: DatedUnit, parent: DatedUnit): boolean {
  return (child.validFrom ?? "") <= (parent.validTo ?? "9999") && (parent.validFrom ?? "") <= (child.validTo ?? "9999");
}
