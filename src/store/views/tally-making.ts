import type { Sql } from "../database/database.ts";

/**
 * Sums the tallies of an office anew from facts and visits; to be called first in a transaction. Whoever reads meanwhile sees the old sums, which are right too; what happens
 * meanwhile waits among the deltas, as always.
 */
export async function remakeTallies(sql: Sql, office: string): Promise<void> {
  await sql`set transaction isolation level repeatable read`;
  // only the folding of deltas waits; the lock comes before the first look at the data
  await sql`lock table tally_days in share row exclusive mode`;
  await sql`delete from tally_deltas where office = ${office}`;
  await sql`delete from tally_days where office = ${office}`;
  await sql`delete from tally_months where office = ${office}`;
  await sql`
    insert into tally_days (office, kind, day, point, subject, channel, degree, took, n)
    select office, kind, day, point, subject, channel, degree, took, count(*) from counted_cells where office = ${office} group by 1, 2, 3, 4, 5, 6, 7, 8`;
  await sql`
    insert into tally_months (office, kind, month, point, subject, channel, degree, took, n)
    select office, kind, date_trunc('month', day)::date, point, subject, channel, degree, took, sum(n) from tally_days where office = ${office}
    group by 1, 2, 3, 4, 5, 6, 7, 8`;
}

/** A sum that is not what facts and visits say. `month` is YYYY-MM. */
export interface WrongTally {
  readonly kind: string;
  readonly month: string;
  readonly told: number;
  readonly counted: number;
}

/** Compares every tally of an office, of days and of months, with what it is the sum of; in one statement each, so that nothing changes meanwhile. */
export async function compareTallies(sql: Sql, office: string): Promise<WrongTally[]> {
  const days = await sql<WrongTally[]>`
    with told as (
      select kind, day, point, subject, channel, degree, took, sum(n)::bigint as told from (
        select kind, day, point, subject, channel, degree, took, n from tally_days where office = ${office}
        union all select kind, day, point, subject, channel, degree, took, n from tally_deltas where office = ${office}) part
      group by 1, 2, 3, 4, 5, 6, 7
    ), counted as (
      select kind, day, point, subject, channel, degree, took, count(*) as counted from counted_cells where office = ${office} group by 1, 2, 3, 4, 5, 6, 7
    )
    select kind, to_char(day, 'YYYY-MM') as month, coalesce(told, 0) as told, coalesce(counted, 0) as counted
    from told full join counted using (kind, day, point, subject, channel, degree, took)
    where coalesce(told, 0) <> coalesce(counted, 0) order by day, kind`;
  const months = await sql<WrongTally[]>`
    with told as (
      select kind, month, point, subject, channel, degree, took, n as told from tally_months where office = ${office}
    ), counted as (
      select kind, date_trunc('month', day)::date as month, point, subject, channel, degree, took, sum(n)::bigint as counted
      from tally_days where office = ${office} group by 1, 2, 3, 4, 5, 6, 7
    )
    select kind, to_char(month, 'YYYY-MM') as month, coalesce(told, 0) as told, coalesce(counted, 0) as counted
    from told full join counted using (kind, month, point, subject, channel, degree, took)
    where coalesce(told, 0) <> coalesce(counted, 0) order by month, kind`;
  return [...days, ...months];
}
