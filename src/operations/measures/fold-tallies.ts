import { foldDeltas } from "../../store/views/tallies.ts";
import type { Context } from "../context.ts";

const BATCH = 10_000;

/** Folds what was counted since the last time into the sums of days and months; figures are right before and after. */
export async function foldTallies(context: Pick<Context, "database">): Promise<void> {
  while ((await foldDeltas(context.database.sql, BATCH)) === BATCH);
}
