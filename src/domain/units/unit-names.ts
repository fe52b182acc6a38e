import { fold } from "../people/names.ts";

/** The kinds of units, as they stand before a name: since 1 July 2025 there are no districts and townships any more. */
export const UNIT_KINDS = ["Tỉnh", "Thành phố", "Huyện", "Quận", "Thị xã", "Thị trấn", "Phường", "Xã", "Đặc khu"] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** "Xã Bắc Khánh Vĩnh" → "Xã". */
export function kindOf(name: string): UnitKind | null {
  return UNIT_KINDS.find((kind) => name.startsWith(`${kind} `)) ?? null;
}

/** A unit's folded name without its kind in front: "Xã Bắc Khánh Vĩnh" → "bac khanh vinh". */
export function bareName(name: string): string {
  return fold(name).replace(/^(?:xa|phuong|thi tran|dac khu|tinh|thanh pho|huyen|quan|thi xa) (?=\S)/, "");
}

/** The folded names that somebody may mean who writes "TX. Ninh Hòa", "P. Vĩnh Hải" or "xã Khánh Đông": as it stands, and without kind. */
export function meantNames(typed: string): string[] {
  const folded = fold(typed);
  return [...new Set([folded, bareName(typed), folded.replace(/^(?:tp|tx|tt|p|x|h|q|t) (?=\S)/, "")])];
}

/** What a unit is listed under. */
export interface ListedUnit {
  readonly code: string;
  readonly name: string;
  readonly aliases?: readonly string[];
}

/** The folded names of a unit without its kind: its own, and those that people also use. */
export function bareKeys(unit: ListedUnit): readonly string[] {
  return keysOf(unit).bare;
}

interface Keys {
  readonly code: readonly string[];
  readonly full: readonly string[];
  readonly bare: readonly string[];
}

/** Folding is dear and lists do not change, so each unit is folded once. */
const KEYS = new WeakMap<ListedUnit, Keys>();

function keysOf(unit: ListedUnit): Keys {
  const known = KEYS.get(unit);
  if (known) return known;
  const { code, name, aliases = [] } = unit;
  const keys = { code: [code], full: [fold(name)], bare: [bareName(name), ...aliases.map(fold)] };
  KEYS.set(unit, keys);
  return keys;
}

/** The one unit of these that is meant by a code, a full name, a name without its kind, or another name; null when none or several are. */
export function oneUnit<Listed extends ListedUnit>(typed: string, units: readonly Listed[]): Listed | null {
  const meant = meantNames(typed);
  for (const way of ["code", "full", "bare"] as const) {
    const [first, ...others] = units.filter((unit) => keysOf(unit)[way].some((key) => meant.includes(key)));
    if (first) return others.length === 0 ? first : null;
  }
  return null;
}
