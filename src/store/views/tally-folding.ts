import { SETTLED } from "../../domain/measures/cells.ts";
import type { Sql } from "../database/database.ts";

/** How many deltas wait, counted as far as `most`. */
export async function countDeltas(sql: Sql, most: number): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*) from (select from tally_deltas limit ${most}) as counted`;
  return row?.count ?? 0;
}

/** What was folded in so many epochs (six a folding) is remembered; sums kept longer are read anew. */
const REMEMBERED = 300;

/**
 * Folds deltas into the sums of days and months, a batch at a time; answers how many there were. To be called in a transaction with nothing else in it: several programs may fold at
 * once, and wait for each other until it ends. What was folded is remembered with the epoch that did not have it yet, for those who keep sums of that epoch.
 */
export async function foldDeltas(sql: Sql, limit = 10_000): Promise<number> {
  // as whoever sums anew does: first the sums, then the epoch
  await sql`lock table tally_days in row exclusive mode`;
  await sql`select from tally_epoch for update`;
  await sql`select set_config('loc_vung.folding', 'yes', true)`;
  const [row] = await sql<{ taken: number }[]>`
    with taken as (
      delete from tally_deltas where ctid = any (array(select ctid from tally_deltas limit ${limit})) returning *
    ), remembered as (
      insert into tally_folded (epoch, office, day, kind, point, subject, channel, degree, took, n)
      select epoch, office, day, kind, point, subject, channel, degree, took, sum(n)::int from taken cross join tally_epoch
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9 having sum(n) <> 0
    ), days as (
      insert into tally_days (office, kind, day, point, subject, channel, degree, took, n)
      select office, kind, day, point, subject, channel, degree, took, sum(n) from taken group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(n) <> 0 order by 1, 2, 3, 4, 5, 6, 7, 8
      on conflict (office, kind, day, point, subject, channel, degree, took) do update set n = tally_days.n + excluded.n
    ), months as (
      insert into tally_months (office, kind, month, point, subject, channel, degree, took, n)
      select office, kind, date_trunc('month', day)::date, point, subject, channel, degree, took, sum(n) from taken group by 1, 2, 3, 4, 5, 6, 7, 8
      having sum(n) <> 0 order by 1, 2, 3, 4, 5, 6, 7, 8
      on conflict (office, kind, month, point, subject, channel, degree, took) do update set n = tally_months.n + excluded.n
    ), marks as (
      insert into tally_month_marks (office, kind, month, point, purpose, channel, degree, n)
      select office, kind, date_trunc('month', day)::date, point, case when kind in ('visit', 'left') then subject else '' end, channel, degree, sum(n)
      from taken group by 1, 2, 3, 4, 5, 6, 7 having sum(n) <> 0 order by 1, 2, 3, 4, 5, 6, 7
      on conflict (office, kind, month, point, purpose, channel, degree) do update set n = tally_month_marks.n + excluded.n
    ), took as (
      insert into tally_month_taken (office, kind, month, point, took, n)
      select office, kind, date_trunc('month', day)::date, point, took, sum(n) from taken where kind in ${sql([...SETTLED])}
      group by 1, 2, 3, 4, 5 having sum(n) <> 0 order by 1, 2, 3, 4, 5
      on conflict (office, kind, month, point, took) do update set n = tally_month_taken.n + excluded.n
    ), subjects as (
      insert into tally_month_subjects (office, kind, month, point, subject, channel, n)
      select office, kind, date_trunc('month', day)::date, point, subject, channel, sum(n) from taken group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0
      order by 1, 2, 3, 4, 5, 6
      on conflict (office, kind, month, point, subject, channel) do update set n = tally_month_subjects.n + excluded.n
    ), visit_days as (
      insert into tally_visit_days (office, kind, day, point, n)
      select office, kind, day, point, sum(n) from taken where kind in ('visit', 'left') group by 1, 2, 3, 4 having sum(n) <> 0 order by 1, 2, 3, 4
      on conflict (office, kind, day, point) do update set n = tally_visit_days.n + excluded.n
    )
    select count(*) as taken from taken`;
  await forget(sql);
  return row?.taken ?? 0;
}

async function forget(sql: Sql): Promise<void> {
  await sql`
    with forgotten as (delete from tally_folded where epoch < (select epoch from tally_epoch) - ${REMEMBERED} returning epoch)
    update tally_epoch set since = greatest(since, (select max(epoch) + 1 from forgotten)) where exists (select from forgotten)`;
}
