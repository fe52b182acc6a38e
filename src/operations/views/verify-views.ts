import { listOffices } from "../../store/records/offices.ts";
import { compareTallies, type WrongTally } from "../../store/views/tally-making.ts";
import type { Context } from "../context.ts";

/** Do the figures say what facts and visits say? Answers every sum that does not, with its office. */
export async function verifyViews({ database }: Pick<Context, "database">): Promise<readonly (WrongTally & { readonly office: string })[]> {
  const wrong: (WrongTally & { readonly office: string })[] = [];
  for (const { office } of await listOffices(database.sql))
    wrong.push(...(await compareTallies(database.sql, office)).map((tally) => ({ ...tally, office })));
  return wrong;
}
