import { type Cell, KINDS, type Mark } from "../../domain/measures/cells.ts";
import { evaluate, type Figure, MEASURES, type MeasureId } from "../../domain/measures/measures.ts";
import { type CellsWanted, readCells } from "../../store/views/tallies.ts";
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
  return figuresOf(await readMarked(context, scope, period, []));
}

/** The same, apart by a mark (office, point, month, day, subject …): the mark's value → its figures. What never happened is not there. */
export async function readFiguresBy(
  context: Pick<Context, "database">,
  scope: Scope,
  period: Period,
  mark: Mark,
): Promise<Map<string, Figures>> {
  const cells = await readMarked(context, scope, period, [mark]);
  return new Map([...Map.groupBy(cells, (cell) => String(cell[mark] ?? ""))].map(([value, those]) => [value, figuresOf(those)]));
}

export function figuresOf(cells: readonly Cell[]): Figures {
  return Object.fromEntries(Object.entries(MEASURES).map(([id, measure]) => [id, evaluate(measure, cells)])) as Figures;
}

/** The marks that measures ask for. */
const ASKED: readonly Mark[] = ["channel", "point", "subject", "degree", "took"];

function readMarked(context: Pick<Context, "database">, scope: Scope, period: Period, by: readonly Mark[]): Promise<Cell[]> {
  const wanted: CellsWanted = { ...scope, ...period, kinds: KINDS, by: [...new Set([...ASKED, ...by])] };
  return readCells(context.database.sql, wanted);
}
