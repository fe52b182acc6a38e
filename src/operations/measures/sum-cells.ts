import { officeDay } from "../../base/clock.ts";
import type { Cell } from "../../domain/measures/cells.ts";
import { type CellsWanted, readCells } from "../../store/views/tallies.ts";
import type { Context } from "../context.ts";

/** What sums are read with: the database, and the day that it is at the office. */
export type Sums = Pick<Context, "database" | "now">;

/** Sums of cells as of now. */
export function sumCells({ database, now }: Sums, wanted: Omit<CellsWanted, "today">): Promise<Cell[]> {
  return readCells(database.sql, { ...wanted, today: officeDay(now()) });
}
