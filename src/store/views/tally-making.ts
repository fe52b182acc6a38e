import { SETTLED } from "../../domain/measures/cells.ts";
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
  for (const table of ["tally_days", "tally_months", ...COARSE]) await sql`delete from ${sql(table)} where office = ${office}`;
  await sumTallies(sql, office);
}

/** The sums of days, of months and the coarser ones of an office, from facts and visits; there must be none yet. */
export async function sumTallies(sql: Sql, office: string): Promise<void> {
  await sql`
    insert into tally_days (office, kind, day, point, subject, channel, degree, took, n)
    select office, kind, day, point, subject, channel, degree, took, count(*) from counted_cells where office = ${office} group by 1, 2, 3, 4, 5, 6, 7, 8`;
  await sql`
    insert into tally_months (office, kind, month, point, subject, channel, degree, took, n)
    select office, kind, date_trunc('month', day)::date, point, subject, channel, degree, took, sum(n) from tally_days where office = ${office}
    group by 1, 2, 3, 4, 5, 6, 7, 8`;
  await sumCoarsely(sql, office);
}

/** Sums that know fewer marks: see migration 0088. */
const COARSE = ["tally_month_marks", "tally_month_taken", "tally_month_subjects", "tally_visit_days"] as const;

async function sumCoarsely(sql: Sql, office: string): Promise<void> {
  await sql`
    insert into tally_month_marks (office, kind, month, point, purpose, channel, degree, n)
    select office, kind, month, point, case when kind in ('visit', 'left') then subject else '' end, channel, degree, sum(n) from tally_months where office = ${office}
    group by 1, 2, 3, 4, 5, 6, 7`;
  await sql`
    insert into tally_month_taken (office, kind, month, point, took, n)
    select office, kind, month, point, took, sum(n) from tally_months where office = ${office} and kind in ${sql([...SETTLED])} group by 1, 2, 3, 4, 5`;
  await sql`
    insert into tally_month_subjects (office, kind, month, point, subject, channel, n)
    select office, kind, month, point, subject, channel, sum(n) from tally_months where office = ${office} group by 1, 2, 3, 4, 5, 6`;
  await sql`
    insert into tally_visit_days (office, kind, day, point, n)
    select office, kind, day, point, sum(n) from tally_days where office = ${office} and kind in ('visit', 'left') group by 1, 2, 3, 4`;
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
  return [...days, ...months, ...(await compareCoarse(sql, office))];
}

/** Each coarser sum with the sums that it is made of, by kind and month. */
async function compareCoarse(sql: Sql, office: string): Promise<WrongTally[]> {
  return sql<WrongTally[]>`
    with told as (
      select 'marks' as sums, kind, month, row(point, purpose, channel, degree)::text as marks, n from tally_month_marks where office = ${office}
      union all select 'taken', kind, month, row(point, took)::text, n from tally_month_taken where office = ${office}
      union all select 'subjects', kind, month, row(point, subject, channel)::text, n from tally_month_subjects where office = ${office}
      union all select 'visits', kind, day, point, n from tally_visit_days where office = ${office}
    ), counted as (
      select 'marks' as sums, kind, month, row(point, case when kind in ('visit', 'left') then subject else '' end, channel, degree)::text as marks, sum(n) as n
      from tally_months where office = ${office} group by 1, 2, 3, 4
      union all select 'taken', kind, month, row(point, took)::text, sum(n) from tally_months where office = ${office} and kind in ${sql([...SETTLED])} group by 1, 2, 3, 4
      union all select 'subjects', kind, month, row(point, subject, channel)::text, sum(n) from tally_months where office = ${office} group by 1, 2, 3, 4
      union all select 'visits', kind, day, point, sum(n) from tally_days where office = ${office} and kind in ('visit', 'left') group by 1, 2, 3, 4
    )
    select kind, to_char(month, 'YYYY-MM') as month, coalesce(told.n, 0)::bigint as told, coalesce(counted.n, 0)::bigint as counted
    from told full join counted using (sums, kind, month, marks) where coalesce(told.n, 0) <> coalesce(counted.n, 0) order by month, kind`;
}

/** Dossiers with a log that have no facts, by the month in which they came: figures know nothing of them. */
export async function listUncounted(sql: Sql, office: string): Promise<WrongTally[]> {
  return sql<WrongTally[]>`
    select 'hồ sơ chưa vào số liệu' as kind, to_char(dossiers.created_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM') as month, 0 as told, count(*) as counted
    from dossiers where office = ${office}
      and not exists (select from dossier_facts facts where facts.office = dossiers.office and facts.dossier = dossiers.dossier)
      and exists (select from dossier_events events where events.office = dossiers.office and events.dossier = dossiers.dossier)
    group by 2 order by 2`;
}
