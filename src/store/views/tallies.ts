import { addDays } from "../../domain/deadlines/days.ts";
import type { Cell, Kind, Mark } from "../../domain/measures/cells.ts";
import { monthPartsOf, yearPartsOf } from "../../domain/measures/month-parts.ts";
import type { Period } from "../../domain/measures/periods.ts";
import type { Sql } from "../database/database.ts";
import { type CellsOfEpoch, keptCells, keptOrMade } from "./kept-cells.ts";
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
  /** Nothing is counted of later days. */
  readonly today: string;
}

/**
 * Sums of cells. Whole months come from the sums of months, the days at both ends from those of days (more, or less: see month-parts.ts). Each part is kept, and carried on when deltas
 * were folded into the sums. What just happened is read from the deltas each time, in one statement with the epoch of the sums: so nothing is counted twice or missed.
 */
export async function readCells(sql: Sql, wanted: CellsWanted): Promise<Cell[]> {
  if (wanted.offices.length === 0 || wanted.from > wanted.to) return [];
  const { today: _today, from: _from, to: _to, ...what } = wanted;
  const parts = partsOf(wanted).map((part) => ({ ...part, name: JSON.stringify([what, part]) }));
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const kept = await Promise.all(parts.map(({ name }) => keptCells(sql, name)));
    const lately = await readLately(
      sql,
      wanted,
      parts.map(({ days }, place) => ({ days, since: kept[place]?.epoch })),
    );
    const sums = await Promise.all(
      parts.map((part, place) => {
        const carried = carriedOn(kept[place] ?? null, lately, place, wanted.by);
        return keptOrMade(sql, part.name, lately.epoch, () => (carried ? Promise.resolve(carried) : readWhole(sql, wanted, part)));
      }),
    );
    if (sums.every(({ epoch }) => epoch === lately.epoch)) return together(wanted, parts, sums, lately.fresh);
  }
  throw new Error("tallies were folded again and again while they were read");
}

/** Folding takes its turn now and then; that it comes between two readings so often does not happen. */
const ATTEMPTS = 8;

/** Some of the sums: whole months, or days; their cells are added or taken away. */
interface Part {
  readonly of: "months" | "days";
  /** Both included. */
  readonly days: Period;
  readonly sign: 1 | -1;
}

function partsOf({ from, to, by, today }: CellsWanted): Part[] {
  if (by.includes("day")) return yearPartsOf({ from, to }, today).map((days) => ({ of: "days", days, sign: 1 }));
  const { months, more, less } = monthPartsOf({ from, to }, today);
  const whole: Part[] =
    months.from < months.until ? [{ of: "months", days: { from: months.from, to: addDays(months.until, -1) }, sign: 1 }] : [];
  const edges = (periods: readonly Period[], sign: 1 | -1) => periods.map((days): Part => ({ of: "days", days, sign }));
  return [...whole, ...edges(more, 1), ...edges(less, -1)];
}

/** What was kept of a part with the deltas that were folded since; null where nothing is kept, or where it cannot be told what changed. */
function carriedOn(kept: CellsOfEpoch | null, lately: Lately, place: number, by: readonly Mark[]): CellsOfEpoch | null {
  if (kept === null || kept.epoch < lately.since || kept.epoch > lately.epoch) return null;
  const folded = lately.folded.get(place) ?? [];
  return { epoch: lately.epoch, cells: folded.length === 0 ? kept.cells : added(by, [...kept.cells, ...folded]) };
}

/** The cells asked for. Parts by day are whole years, which may be more than was asked; no day is in two of them. */
function together({ by, from, to }: CellsWanted, parts: readonly Part[], sums: readonly CellsOfEpoch[], fresh: readonly Cell[]): Cell[] {
  const cells = sums.flatMap((sum, place) => {
    if (by.includes("day")) return sum.cells.filter(({ day = "" }) => from <= day && day <= to);
    return parts[place]?.sign === -1 ? sum.cells.map((cell) => ({ ...cell, n: -cell.n })) : sum.cells;
  });
  return fresh.length === 0 && (by.includes("day") || parts.length === 1) ? [...cells] : added(by, [...cells, ...fresh]);
}

/** Each cell once, so that nothing has to be added when nothing just happened. */
async function readWhole(sql: Sql, wanted: CellsWanted, part: Part): Promise<CellsOfEpoch> {
  const within = sql`${which(sql, wanted)} and`;
  const rows =
    part.of === "months"
      ? sql`${monthSums(sql, wanted)} where ${within} month between ${part.days.from} and ${part.days.to}`
      : sql`${daySums(sql, wanted)} where ${within} day between ${part.days.from} and ${part.days.to}`;
  const found = await sql<
    (Cell & { epoch: number })[]
  >`select epoch, cell.* from tally_epoch left join (${summed(sql, wanted.by, rows)}) as cell on true`;
  // without any cell there is one row, of the epoch alone
  const cells = found.filter(({ kind }) => kind !== null).map(({ epoch: _epoch, ...cell }) => cell);
  return { epoch: found[0]?.epoch ?? 0, cells: added(wanted.by, cells) };
}

/** What changed since parts were kept, and what is not in the sums yet. */
interface Lately {
  readonly epoch: number;
  /** What was kept since this epoch can be carried on. */
  readonly since: number;
  readonly fresh: readonly Cell[];
  /** Part → what was folded into its sums. */
  readonly folded: ReadonlyMap<number, readonly Cell[]>;
}

async function readLately(sql: Sql, wanted: CellsWanted, parts: readonly { days: Period; since: number | undefined }[]): Promise<Lately> {
  const { by } = wanted;
  const within = (days: Period) => sql`${which(sql, wanted)} and day between ${days.from} and ${days.to}`;
  const fresh = sql`select null::int as part, kind, ${columns(sql, by)} sum(n)::bigint as n from tally_deltas where ${within(wanted)} group by ${groups(sql, by)}`;
  const cells = parts.reduce(
    (sum, { days, since }, place) =>
      since === undefined
        ? sum
        : sql`${sum} union all
          select ${place}::int, kind, ${columns(sql, by)} sum(n)::bigint from tally_folded where epoch >= ${since} and ${within(days)} group by ${groups(sql, by)}`,
    fresh,
  );
  const rows = await sql<(Cell & { epoch: number; since: number; part: number | null })[]>`
    select epoch, since, cell.* from tally_epoch left join (${cells}) as cell on true`;
  const found = rows.filter(({ kind }) => kind !== null).map(({ epoch: _epoch, since: _since, ...cell }) => cell);
  const cellsOf = (those: typeof found) => those.map(({ part: _part, ...cell }) => cell);
  return {
    epoch: rows[0]?.epoch ?? 0,
    since: rows[0]?.since ?? 0,
    fresh: cellsOf(found.filter(({ part }) => part === null)),
    folded: new Map(parts.map((_, place) => [place, cellsOf(found.filter(({ part }) => part === place))])),
  };
}

function summed(sql: Sql, by: readonly Mark[], parts: ReturnType<typeof columns>) {
  return sql`select kind, ${columns(sql, by)} sum(n)::bigint as n from (${parts}) part group by ${groups(sql, by)}`;
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
