import type { Cell } from "../../domain/measures/cells.ts";
import type { Sql } from "../database/database.ts";

/** Cells as one statement saw them, and in which epoch of the sums. */
export interface CellsOfEpoch {
  readonly epoch: number;
  readonly cells: readonly Cell[];
}

/** So many answers are kept of a database; the oldest goes first. */
const KEPT = 400;

const answers = new WeakMap<Sql, Map<string, Promise<CellsOfEpoch>>>();

/**
 * What was read of the sums in this epoch, read now if it was not yet; several who ask at once wait for one reading. An answer of an epoch before `epoch` is of no use and read again; it may
 * answer of a later one.
 */
export async function keptCells(sql: Sql, name: string, epoch: number, read: () => Promise<CellsOfEpoch>): Promise<CellsOfEpoch> {
  const kept = answers.get(sql) ?? new Map<string, Promise<CellsOfEpoch>>();
  answers.set(sql, kept);
  const before = await kept.get(name);
  if (before && before.epoch >= epoch) return before;
  const reading = read();
  kept.delete(name);
  kept.set(name, reading);
  reading.catch(() => kept.delete(name));
  const [oldest] = kept.keys();
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
  return reading;
}
