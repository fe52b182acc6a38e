import type { Cell } from "../../domain/measures/cells.ts";
import type { Sql } from "../database/database.ts";

/** Cells as one statement saw them, and in which epoch of the sums. */
export interface CellsOfEpoch {
  readonly epoch: number;
  readonly cells: readonly Cell[];
}

/** So many answers are kept of a database; the one asked for longest ago goes first. */
const KEPT = 1_000;

interface Kept {
  /** The answer is of this epoch or a later one. */
  readonly epoch: number;
  readonly reading: Promise<CellsOfEpoch>;
}

const answers = new WeakMap<Sql, Map<string, Kept>>();

/** What is kept under this name, of whatever epoch; null where nothing is. */
export async function keptCells(sql: Sql, name: string): Promise<CellsOfEpoch | null> {
  const all = answers.get(sql);
  const found = all?.get(name);
  if (!all || !found) return null;
  all.delete(name);
  all.set(name, found);
  return found.reading;
}

/** What is kept of this epoch or a later one, made now if nothing is; several who ask at once wait for one making. */
export function keptOrMade(sql: Sql, name: string, epoch: number, make: () => Promise<CellsOfEpoch>): Promise<CellsOfEpoch> {
  const all = answers.get(sql) ?? new Map<string, Kept>();
  answers.set(sql, all);
  const found = all.get(name);
  if (found && found.epoch >= epoch) return found.reading;
  const made: Kept = { epoch, reading: make() };
  all.delete(name);
  all.set(name, made);
  made.reading.catch(() => {
    if (all.get(name) === made) all.delete(name);
  });
  const [oldest] = all.keys();
  if (all.size > KEPT && oldest !== undefined) all.delete(oldest);
  return made.reading;
}
