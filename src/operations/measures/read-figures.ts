import { type Cell, KINDS, type Mark, type Marks, SETTLED } from "../../domain/measures/cells.ts";
import { evaluate, type Figure, MEASURES, type MeasureId } from "../../domain/measures/measures.ts";
import { readCells } from "../../store/views/tallies.ts";
import type { Context } from "../context.ts";

/** Whose figures: of these offices, or of one point of theirs. */
export interface Scope {
  readonly offices: readonly string[];
  readonly point?: string | undefined;
}

/** Days at the office (YYYY-MM-DD), both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

export type Figures = Readonly<Record<MeasureId, Figure>>;

/** Every measure over a scope and a period. */
export async function readFigures(context: Pick<Context, "database">, scope: Scope, period: Period): Promise<Figures> {
  const [cells, taken] = await readMarked(context, scope, period, []);
  return figuresOf(cells, taken);
}

/** The same, apart by a mark (office, point, month, day, subject …): the mark's value → its figures. What never happened is not there. */
export async function readFiguresBy(
  context: Pick<Context, "database">,
  scope: Scope,
  period: Period,
  mark: keyof Marks | "day" | "month",
): Promise<Map<string, Figures>> {
  const [cells, taken] = await readMarked(context, scope, period, [mark]);
  const markOf = (cell: Cell) => String(cell[mark] ?? "");
  const takenBy = Map.groupBy(taken, markOf);
  return new Map([...Map.groupBy(cells, markOf)].map(([value, those]) => [value, figuresOf(those, takenBy.get(value) ?? [])]));
}

/** `taken` are settled dossiers by the days that they took; the other cells need not know it. */
function figuresOf(cells: readonly Cell[], taken: readonly Cell[]): Figures {
  return Object.fromEntries(
    Object.entries(MEASURES).map(([id, measure]) => [id, evaluate(measure, measure.unit === "days" ? taken : cells)]),
  ) as Figures;
}

/** The marks that measures ask for, as few as will do: how long things took stands apart, or each sum would fall into thirty. */
const ASKED: readonly Mark[] = ["channel", "degree"];

function readMarked(context: Pick<Context, "database">, scope: Scope, period: Period, by: readonly Mark[]): Promise<[Cell[], Cell[]]> {
  const { sql } = context.database;
  const place: Mark[] = by.includes("point") ? [] : ["at-point"];
  const purpose: Mark[] = by.includes("subject") ? [] : ["purpose"];
  const cells = [...new Set<Mark>([...ASKED, ...place, ...purpose, ...by])];
  return Promise.all([
    readCells(sql, { ...scope, ...period, kinds: KINDS, by: cells }),
    readCells(sql, { ...scope, ...period, kinds: SETTLED, by: [...new Set<Mark>(["took", ...by])] }),
  ]);
}
