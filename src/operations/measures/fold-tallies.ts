import { countDeltas, foldDeltas } from "../../store/views/tally-folding.ts";
import type { Context } from "../context.ts";

const BATCH = 10_000;

/** Fewer than these are read in no time. */
const WORTH_FOLDING = 2_000;

/** Folds when enough has come together. */
export async function foldWhenWorthwhile(context: Pick<Context, "database">): Promise<void> {
  if ((await countDeltas(context.database.sql, WORTH_FOLDING)) === WORTH_FOLDING) await foldTallies(context);
}

/** Folds what was counted since the last time into the sums of days and months; figures are right before and after. */
export async function foldTallies({ database }: Pick<Context, "database">): Promise<void> {
  while ((await database.transaction((sql) => foldDeltas(sql, BATCH))) === BATCH);
}
