import { type Cell, type Kind, type Mark, SETTLED } from "../../domain/measures/cells.ts";
import { monthPartsOf } from "../../domain/measures/month-parts.ts";
import type { Period } from "../../domain/measures/periods.ts";
import type { Sql } from "../database/database.ts";
import { type CellsOfEpoch, keptCells } from "./kept-cells.ts";
import { daySums, monthSums } from "./sums.ts";

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
 * Sums of cells. Whole months come from the sums of months, the days at both ends from those of days (more, or less: see month-parts.ts); these change only when deltas are folded into them, and are kept until then. What just
 * happened is read from the deltas each time, in one statement with the epoch of the sums: so nothing is counted twice or missed.
 */
export async function readCells(sql: Sql, wanted: CellsWanted): Promise<Cell[]> {
  if (wanted.offices.length === 0 || wanted.from > wanted.to) return [];
  const name = JSON.stringify(wanted);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const fresh = await readFresh(sql, wanted);
    const sums = await keptCells(sql, name, fresh.epoch, () => readWhole(sql, wanted));
    if (sums.epoch === fresh.epoch) return fresh.cells.length === 0 ? [...sums.cells] : added(wanted.by, [...sums.cells, ...fresh.cells]);
  }
  throw new Error("tallies were folded again and again while they were read");
}

/** Folding takes its turn now and then; that it comes between two readings so often does not happen. */
const ATTEMPTS = 8;

/** Each cell once, so that nothing has to be added when nothing just happened. */
async function readWhole(sql: Sql, wanted: CellsWanted): Promise<CellsOfEpoch> {
  const { epoch, cells } = await readSums(sql, wanted);
  return { epoch, cells: added(wanted.by, cells) };
}

function readFresh(sql: Sql, wanted: CellsWanted): Promise<CellsOfEpoch> {
  const { from, to } = wanted;
  const deltas = sql`
    select kind, ${columns(sql, wanted.by)} sum(n)::bigint as n from tally_deltas where ${which(sql, wanted)} and day between ${from} and ${to}
    group by ${groups(sql, wanted.by)}`;
  return withEpoch(sql, deltas);
}

function readSums(sql: Sql, wanted: CellsWanted): Promise<CellsOfEpoch> {
  const { from, to, by } = wanted;
  const days = (of: Period) => sql`${which(sql, wanted)} and day between ${of.from} and ${of.to}`;
  if (by.includes("day")) return withEpoch(sql, summed(sql, by, sql`${daySums(sql, wanted)} where ${days({ from, to })}`));
  const { months, more, less } = monthPartsOf({ from, to });
  const whole = sql`${monthSums(sql, wanted)} where ${which(sql, wanted)} and month >= ${months.from} and month < ${months.until}`;
  const edge = (of: Period, sign: 1 | -1) => sql`
    union all select office, kind, date_trunc('month', day)::date, point, subject, channel, degree, took, n * ${sign} from tally_days where ${days(of)}`;
  const edges = [...more.map((of) => edge(of, 1)), ...less.map((of) => edge(of, -1))];
  return withEpoch(
    sql,
    summed(
      sql,
      by,
      edges.reduce((sum, part) => sql`${sum} ${part}`, whole),
    ),
  );
}

function summed(sql: Sql, by: readonly Mark[], parts: ReturnType<typeof columns>) {
  return sql`select kind, ${columns(sql, by)} sum(n)::bigint as n from (${parts}) part group by ${groups(sql, by)}`;
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
  return row?.taken ?? 0;
}

function which(sql: Sql, { offices, kinds, point }: CellsWanted) {
  return sql`office in ${sql([...offices])} and kind in ${sql([...kinds])} ${point === undefined ? sql`` : sql`and point = ${point}`}`;
}

/** The marks asked for, each with a comma behind it. */
function columns(sql: Sql, by: readonly Mark[]) {
  return by.reduce((sum, mark) => sql`${sum} ${expression(sql, mark)} as ${sql(fieldOf(mark))},`, sql``);
}

/** Months are told apart by the day that sums have of them: making words of every row would take longer than adding it. */
function groups(sql: Sql, by: readonly Mark[]) {
  return by.reduce((sum, mark) => sql`${sum}, ${mark === "month" ? sql`day` : expression(sql, mark)}`, sql`kind`);
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
