import type { Context } from "../../src/operations/context.ts";
import { addressNotices } from "../../src/operations/messages/address.ts";
import { sendDue } from "../../src/operations/messages/send.ts";
import type { Sql } from "../../src/store/database/database.ts";
import { until } from "./test-printer.ts";

/** Tables that change without anybody doing anything to anything, and why. All others are digested. */
export const TECHNICAL: Readonly<Record<string, string>> = {
  sessions: "each page keeps a session alive",
  attempts: "wrong secrets are counted",
  access_log: "that somebody looked is written down; who may look is tried by what the answers hold",
  tally_deltas: "folded by the clock; every write to it comes with one to dossier_facts or visits",
  tally_folded: "remembered by the folding",
  tally_days: "folded by the clock",
  tally_months: "folded by the clock",
  tally_epoch: "counts the foldings",
};

/** Of these only the rows that people write: the watch over the machines writes the others. */
const ONLY: Readonly<Record<string, string>> = { outages: "where noticed_by is not null" };

/** Table → count of its rows and md5 of all of them: what a hidden write changes. */
export async function digest(sql: Sql): Promise<Record<string, string>> {
  const tables = await sql<{ name: string }[]>`select tablename as name from pg_tables where schemaname = 'public' order by 1`;
  const kept = tables.map(({ name }) => name).filter((name) => !(name in TECHNICAL));
  const parts = kept.map(
    (name) =>
      `select '${name}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' order by t::text)), '') as sum from "${name}" t ${ONLY[name] ?? ""}`,
  );
  const rows = await sql.unsafe<{ name: string; sum: string }[]>(parts.join(" union all "));
  return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]));
}

/** The digest once nothing is on its way: what an act sets going (who is told, and how) goes on by itself for a moment. */
export async function digestAtRest(context: Context): Promise<Record<string, string>> {
  const left = () => context.database.sql`
    select 1 from notices where addressed_at is null and next_try_at <= now()
    union all select 1 from deliveries where state = 'sending'`;
  await addressNotices(context);
  await sendDue(context);
  await until(async () => (await left()).length === 0, "what the last act set going at its end");
  return digest(context.database.sql);
}

/** The tables that are different. */
export function changedTables(before: Readonly<Record<string, string>>, after: Readonly<Record<string, string>>): string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((table) => before[table] !== after[table]);
}
