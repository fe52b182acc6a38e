import { z } from "zod";
import { type DatedUnit, successors, type UnitTable } from "./unit-table.ts";

/** content/units/tiles.yaml: where each former district stands on squared paper. A diagram, no map to scale. */
export const tilesSchema = z.strictObject({
  unverified: z.boolean().default(false),
  province: z.string().regex(/^\d{2}$/),
  districts: z.record(
    z.string().regex(/^\d{3}$/),
    z.strictObject({ column: z.int().min(0), row: z.int().min(0), wide: z.int().positive() }),
  ),
});

export type DistrictTiles = z.infer<typeof tilesSchema>;

export interface Tile {
  readonly commune: DatedUnit;
  readonly column: number;
  readonly row: number;
}

/** A square for each of today's communes of the province, in the block of the former district that most of it comes from. */
export function tilesOf(tiles: DistrictTiles, table: UnitTable): Tile[] {
  const communes = table.units.filter(({ level, parent, validTo }) => level === "commune" && parent === tiles.province && validTo === null);
  const blocks = Map.groupBy(communes, (commune) => districtOf(commune, table) ?? "");
  return [...blocks].flatMap(([district, those]) => {
    const block = tiles.districts[district];
    if (!block) return [];
    return those.map((commune, index) => ({
      commune,
      column: block.column + (index % block.wide),
      row: block.row + Math.floor(index / block.wide),
    }));
  });
}

/** The code of the district in which most of its former communes lay. */
function districtOf(commune: DatedUnit, table: UnitTable): string | null {
  const former = table.units.filter(
    (unit) => unit.level === "commune" && table.successors.has(unit) && successors(unit, table).includes(commune),
  );
  const counts = [...Map.groupBy(former, ({ parent }) => parent)].sort(([, one], [, other]) => other.length - one.length);
  return counts[0]?.[0] ?? null;
}
