import { officeDay } from "../../base/clock.ts";
import { type Cell, type Kind, type Mark, SETTLED } from "../../domain/measures/cells.ts";
import { evaluate, type Figure, MEASURES } from "../../domain/measures/measures.ts";
import { monthsOf, type Period } from "../../domain/measures/periods.ts";
import { type DatedUnit, successors, type UnitTable } from "../../domain/units/unit-table.ts";
import { listOfficeUnits } from "../../store/records/office-units.ts";
import { listOffices, listPoints } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";
import { unitTable } from "../units/unit-table.ts";
import type { Scope } from "./read-figures.ts";
import { communesServed } from "./scope.ts";
import { sumCells } from "./sum-cells.ts";
import type { Viewpoint } from "./viewpoint.ts";

/** The measures that stand in a table's row; they ask for few marks, so that a country of offices is summed quickly. */
const ROW_MEASURES = ["received", "online", "at-point", "online-rate", "settled", "late", "on-time-rate", "visits"] as const;
const ROW_KINDS: readonly Kind[] = ["received", "visit", ...SETTLED];

export type RowFigures = Readonly<Record<(typeof ROW_MEASURES)[number], Figure>>;

/** A line of the table that lies below a dashboard: a point, an office, a procedure. */
export interface Row {
  readonly key: string;
  readonly name: string;
  readonly figures: RowFigures;
  /** The online rate month by month, for the small line; null where nothing came in. */
  readonly rates: readonly (number | null)[];
}

/** The parts of what is looked at, the largest first: the points of an office, or the offices below a unit. */
export async function readRows(
  context: Context,
  { level, scope, period }: Pick<Viewpoint, "level" | "scope" | "period">,
): Promise<{ of: "point" | "office"; rows: readonly Row[] }> {
  const of = level === "point" || level === "office" ? "point" : "office";
  const { sql } = context.database;
  const names =
    of === "office"
      ? new Map((await listOffices(sql)).map(({ office, name }) => [office, name]))
      : new Map([["", "Không tại điểm nào"], ...(await listPoints(sql)).map(({ point, name }): [string, string] => [point, name])]);
  const wanted = { ...scope, ...period };
  const [cells, received] = await Promise.all([
    cellsBy(context, wanted, of === "office" ? ["office", "at-point"] : ["point"]),
    sumCells(context, { ...wanted, kinds: ["received"], by: [of, "channel", "month"] }),
  ]);
  const months = monthsOf(period);
  const monthly = Map.groupBy(received, (cell) => cell[of] ?? "");
  const rows = [...Map.groupBy(cells, (cell) => cell[of] ?? "")].map(([key, those]) => {
    const byMonth = Map.groupBy(monthly.get(key) ?? [], ({ month }) => month);
    return {
      key,
      name: names.get(key) ?? key,
      figures: figuresOf(those),
      rates: months.map((month) => onlineRate(byMonth.get(month) ?? [])),
    };
  });
  return { of, rows: rows.sort(byReceived) };
}

/** Procedures by how many dossiers came in. */
export async function readProcedureRows(context: Context, { scope, period }: Pick<Viewpoint, "scope" | "period">): Promise<Row[]> {
  const day = officeDay(context.now());
  const cells = await cellsBy(context, { ...scope, ...period }, ["subject", "at-point"]);
  return [...Map.groupBy(cells, ({ subject }) => subject ?? "")]
    .filter(([code]) => /^\d\.\d{6}$/.test(code))
    .map(([code, those]) => ({ key: code, name: context.catalogue.find(code, day)?.name ?? code, figures: figuresOf(those), rates: [] }))
    .sort(byReceived);
}

/** Today's communes by code: an office counts for the commune that it served on the period's last day, or for what that is part of today. */
export async function readCommunes(
  context: Context,
  { scope, period }: Pick<Viewpoint, "scope" | "period">,
): Promise<ReadonlyMap<string, RowFigures>> {
  const [table, served] = await Promise.all([unitTable(context), listOfficeUnits(context.database.sql)]);
  const communes = communesServed(served, table, period.to);
  const cells = await cellsBy(context, { ...scope, ...period }, ["office", "at-point"]);
  const groups = Map.groupBy(cells, ({ office = "" }) => todayOf(communes.get(office), table)?.code ?? "");
  return new Map([...groups].map(([code, those]) => [code, figuresOf(those)]));
}

/** Itself, or the one commune that it became part of; none where it was split. */
function todayOf(commune: DatedUnit | undefined, table: UnitTable): DatedUnit | null {
  const [now, ...others] = commune ? successors(commune, table) : [];
  return now && others.length === 0 ? now : null;
}

function cellsBy(context: Context, wanted: Scope & Period, by: readonly Mark[]): Promise<Cell[]> {
  return sumCells(context, { ...wanted, kinds: ROW_KINDS, by: ["channel", ...by] });
}

function figuresOf(cells: readonly Cell[]): RowFigures {
  return Object.fromEntries(ROW_MEASURES.map((id) => [id, evaluate(MEASURES[id], cells)])) as RowFigures;
}

function onlineRate(cells: readonly Cell[]): number | null {
  const figure = evaluate(MEASURES["online-rate"], cells);
  return figure.unit === "share" ? figure.rate : null;
}

function byReceived(one: Row, other: Row): number {
  return receivedIn(other) - receivedIn(one);
}

function receivedIn({ figures: { received } }: Row): number {
  return received.unit === "count" ? received.n : 0;
}
