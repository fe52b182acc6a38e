import { addDays } from "../../domain/deadlines/days.ts";
import type { Cell, Kind, Mark } from "../../domain/measures/cells.ts";
import type { Sql } from "../database/database.ts";
import { type CellsOfEpoch, keptCells } from "./kept-cells.ts";

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
 * Sums of cells. Whole months come from the sums of months, the days at both ends from those of days; these change only when deltas are folded into them, and are kept until then. What just
 * happened is read from the deltas each time, in one statement with the epoch of the sums: so nothing is counted twice or missed.
 */
export async function readCells(sql: Sql, wanted: CellsWanted): Promise<Cell[]> {
  if (wanted.offices.length === 0 || wanted.from > wanted.to) return [];
  const name = JSON.stringify(wanted);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const fresh = await readFresh(sql, wanted);
    const sums = await keptCells(sql, name, fresh.epoch, () => readSums(sql, wanted));
    if (sums.epoch === fresh.epoch) return added(wanted.by, [...sums.cells, ...fresh.cells]);
  }
  throw new Error("tallies were folded again and again while they were read");
}

/** Folding takes its turn now and then; that it comes between two readings so often does not happen. */
const ATTEMPTS = 8;

function readFresh(sql: Sql, wanted: CellsWanted): Promise<CellsOfEpoch> {
  const { from, to } = wanted;
  const deltas = sql`
    select kind, ${columns(sql, wanted.by)} sum(n)::bigint as n from tally_deltas where ${which(sql, wanted)} and day between ${from} and ${to}
    group by ${groups(sql, wanted.by)}`;
  return withEpoch(sql, deltas);
}

function readSums(sql: Sql, wanted: CellsWanted): Promise<CellsOfEpoch> {
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
  return withEpoch(
    sql,
    sql`select kind, ${columns(sql, by)} sum(n)::bigint as n from (
      select office, kind, day, point, subject, channel, degree, took, n from tally_days where ${which(sql, wanted)} and ${edges}
      ${days ? sql`` : months}) part group by ${groups(sql, by)}`,
  );
}

async function withEpoch(sql: Sql, cells: ReturnType<typeof columns>): Promise<CellsOfEpoch> {
  const rows = await sql<(Cell & { epoch: number })[]>`select epoch, cell.* from tally_epoch left join (${cells}) as cell on true`;
  // without any cell there is one row, of the epoch alone
  return { epoch: rows[0]?.epoch ?? 0, cells: rows.filter(({ kind }) => kind !== null).map(({ epoch: _epoch, ...cell }) => cell) };
}

/** Cells with the same marks as one; what adds up to nothing is left out. */
function added(by: readonly Mark[], cells: readonly Cell[]): Cell[] {
  const marks = by.map(fieldOf);
  const sums = new Map<string, Cell>();
  for (const cell of cells) {
    const name = `${cell.kind} ${marks.map((mark) => cell[mark]).join(" ")}`;
    const sum = sums.get(name);
    sums.set(name, sum === undefined ? cell : { ...sum, n: sum.n + cell.n });
  }
  return [...sums.values()].filter(({ n }) => n !== 0);
}

/** How many deltas wait, counted as far as `most`. */
export async function countDeltas(sql: Sql, most: number): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*) from (select from tally_deltas limit ${most}) as counted`;
  return row?.count ?? 0;
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
  return by.reduce((sum, mark) => sql`${sum} ${expression(sql, mark)} as ${sql(fieldOf(mark))},`, sql``);
}

function groups(sql: Sql, by: readonly Mark[]) {
  return by.reduce((sum, mark) => sql`${sum}, ${expression(sql, mark)}`, sql`kind`);
}

function expression(sql: Sql, mark: Mark) {
  switch (mark) {
    case "month":
      return sql`to_char(day, 'YYYY-MM')`;
    case "at-point":
      return sql`case when point = '' then '' else '+' end`;
    case "purpose":
      return sql`case when kind in ('visit', 'left', 'late-visit') then subject else '' end`;
    default:
      return sql`${sql(mark)}`;
  }
}

/** Where a mark stands in a cell. */
function fieldOf(mark: Mark) {
  return mark === "at-point" ? "point" : mark === "purpose" ? "subject" : mark;
}

function monthAfter(day: string): string {
  const [year = 0, month = 0] = day.split("-").map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, "0")}-01`;
}
