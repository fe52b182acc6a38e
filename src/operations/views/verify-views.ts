import { listOffices } from "../../store/records/offices.ts";
import { compareTallies, listUncounted, type WrongTally } from "../../store/views/tally-making.ts";
import type { Context } from "../context.ts";

/** Does every dossier count, and do the figures say what facts and visits say? Answers every sum that does not, with its office. */
export async function verifyViews({ database }: Pick<Context, "database">): Promise<readonly (WrongTally & { readonly office: string })[]> {
  const wrong: (WrongTally & { readonly office: string })[] = [];
  for (const { office } of await listOffices(database.sql))
    for (const found of [await listUncounted(database.sql, office), await compareTallies(database.sql, office)])
      wrong.push(...found.map((tally) => ({ ...tally, office })));
  return wrong;
}
