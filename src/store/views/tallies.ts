import { addDays } from "../../domain/deadlines/days.ts";
import type { Cell, Kind, Mark } from "../../domain/measures/cells.ts";
import type { Sql } from "../database/database.ts";

/** Which cells are wanted: of these offices, these kinds, these days (YYYY-MM-DD, both included); summed by these marks. */
export interface CellsWanted {
  readonly offices: readonly string[];
  /** Only of this point. */
  readonly point?: string | undefined;
  readonly kinds: readonly Kind[];
  readonly from: string;
  readonly to: string;
  readonly by: readonly Mark[];
}

/**
 * Sums of cells. Whole months come from the sums of months, the days at both ends from those of days, and what just happened from the deltas that were not folded in
 * yet: one statement, so that nothing is counted twice or missed.
 */
export async function readCells(sql: Sql, wanted: CellsWanted): Promise<Cell[]> {
  if (wanted.offices.length === 0 || wanted.from > wanted.to) return [];
  const { from, to, by } = wanted;
  const firstMonth = from.endsWith("-01") ? from : monthAfter(from);
  const monthsEnd = `${addDays(to, 1).slice(0, 7)}-01`;
  // by days, and within one month, only days will do
  const days = by.includes("day") || firstMonth >= monthsEnd;
  const months = sql`
    union all select office, kind, month as day, point, subject, channel, degree, took, n from tally_months
    where ${which(sql, wanted)} and month >= ${firstMonth} and month < ${monthsEnd}`;
  const edges = days
    ? sql`day between ${from} and ${to}`
    : sql`(day >= ${from} and day < ${firstMonth} or day >= ${monthsEnd} and day <= ${to})`;
  const rows = await sql<Cell[]>`
    select kind, ${columns(sql, by)} sum(n)::bigint as n from (
      select office, kind, day, point, subject, channel, degree, took, n from tally_days where ${which(sql, wanted)} and ${edges}
      ${days ? sql`` : months}
      union all select office, kind, day, point, subject, channel, degree, took, n from tally_deltas where ${which(sql, wanted)} and day between ${from} and ${to}
    ) cell group by ${groups(sql, by)} having sum(n) <> 0`;
  return rows.map((row) => ({ ...row }));
}

/**
 * Folds deltas into the sums of days and months, a batch at a time; answers how many there were. Several programs may do it at once: each takes what no other
 * holds, and one statement moves a delta whole or not at all.
 */
export async function foldDeltas(sql: Sql, limit = 10_000): Promise<number> {
  const [row] = await sql<{ taken: number }[]>`
    with taken as (
      delete from tally_deltas where ctid = any (array(select ctid from tally_deltas limit ${limit} for update skip locked)) returning *
    ), days as (
      insert into tally_days (office, kind, day, point, subject, channel, degree, took, n)
      select office, kind, day, point, subject, channel, degree, took, sum(n) from taken group by 1, 2, 3, 4, 5, 6, 7, 8 having sum(n) <> 0 order by 1, 2, 3, 4, 5, 6, 7, 8
      on conflict (office, kind, day, point, subject, channel, degree, took) do update set n = tally_days.n + excluded.n
    ), months as (
      insert into tally_months (office, kind, month, point, subject, channel, degree, took, n)
      select office, kind, date_trunc('month', day)::date, point, subject, channel, degree, took, sum(n) from taken group by 1, 2, 3, 4, 5, 6, 7, 8
      having sum(n) <> 0 order by 1, 2, 3, 4, 5, 6, 7, 8
      on conflict (office, kind, month, point, subject, channel, degree, took) do update set n = tally_months.n + excluded.n
    )
    select count(*) as taken from taken`;
  return row?.taken ?? 0;
}

function which(sql: Sql, { offices, kinds, point }: CellsWanted) {
  return sql`office in ${sql([...offices])} and kind in ${sql([...kinds])} ${point === undefined ? sql`` : sql`and point = ${point}`}`;
}

/** The marks asked for, each with a comma behind it. */
function columns(sql: Sql, by: readonly Mark[]) {
  return by.reduce((sum, mark) => sql`${sum} ${column(sql, mark)},`, sql``);
}

function column(sql: Sql, mark: Mark) {
  return mark === "month" ? sql`to_char(day, 'YYYY-MM') as month` : sql`${sql(mark)}`;
}

function groups(sql: Sql, by: readonly Mark[]) {
  return by.reduce((sum, mark) => (mark === "month" ? sql`${sum}, to_char(day, 'YYYY-MM')` : sql`${sum}, ${sql(mark)}`), sql`kind`);
}

function monthAfter(day: string): string {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
}
