import { type Cell, countOf, KINDS, type Mark, type Marks, SETTLED, type Selection } from "../../domain/measures/cells.ts";
import { evaluate, type Figure, MEASURES, type MeasureId } from "../../domain/measures/measures.ts";
import { type Sums, sumCells } from "./sum-cells.ts";

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
export async function readFigures(context: Sums, scope: Scope, period: Period): Promise<Figures> {
  const [cells, taken] = await readMarked(context, scope, period, []);
  return figuresOf(cells, taken);
}

/** The same, apart by a mark (office, point, month, day, subject …): the mark's value → its figures. What never happened is not there. */
export async function readFiguresBy(
  context: Sums,
  scope: Scope,
  period: Period,
  mark: keyof Marks | "day" | "month",
): Promise<Map<string, Figures>> {
  const [cells, taken] = await readMarked(context, scope, period, [mark]);
  const markOf = (cell: Cell) => String(cell[mark] ?? "");
  const takenBy = Map.groupBy(taken, markOf);
  return new Map([...Map.groupBy(cells, markOf)].map(([value, those]) => [value, figuresOf(those, takenBy.get(value) ?? [])]));
}

/**
 * Counts alone, of these measures alone, apart by a mark or together under "": with few marks and kinds the coarser sums will do, and nobody reads how long things took.
 */
export async function readCounts<Id extends MeasureId>(
  context: Sums,
  scope: Scope,
  period: Period,
  { ids, by }: { readonly ids: readonly Id[]; readonly by: keyof Marks | "day" | "month" | null },
): Promise<Map<string, Readonly<Record<Id, number>>>> {
  const selections = ids.map((id) => MEASURES[id].of satisfies Selection as Selection);
  const asks = (mark: keyof Selection) => selections.some((selection) => selection[mark] !== undefined);
  const marks: (Mark | null)[] = [
    asks("channel") ? "channel" : null,
    asks("degrees") ? "degree" : null,
    asks("atPoint") && by !== "point" ? "at-point" : null,
    asks("subjects") && by !== "subject" ? "purpose" : null,
    by,
  ];
  const kinds = KINDS.filter((kind) => selections.some((selection) => selection.kinds.includes(kind)));
  const wanted = { ...scope, ...period, kinds, by: [...new Set(marks.filter((mark) => mark !== null))] };
  const cells = await sumCells(context, wanted);
  const groups = by === null ? new Map([["", cells]]) : Map.groupBy(cells, (cell) => String(cell[by] ?? ""));
  return new Map([...groups].map(([value, those]) => [value, countsOf(ids, those)]));
}

function countsOf<Id extends MeasureId>(ids: readonly Id[], cells: readonly Cell[]): Readonly<Record<Id, number>> {
  return Object.fromEntries(ids.map((id) => [id, countOf(cells, MEASURES[id].of)])) as Record<Id, number>;
}

/** `taken` are settled dossiers by the days that they took; the other cells need not know it. */
function figuresOf(cells: readonly Cell[], taken: readonly Cell[]): Figures {
  return Object.fromEntries(
    Object.entries(MEASURES).map(([id, measure]) => [id, evaluate(measure, measure.unit === "days" ? taken : cells)]),
  ) as Figures;
}

/** The marks that measures ask for, as few as will do: how long things took stands apart, or each sum would fall into thirty. */
const ASKED: readonly Mark[] = ["channel", "degree"];

function readMarked(context: Sums, scope: Scope, period: Period, by: readonly Mark[]): Promise<[Cell[], Cell[]]> {
  const place: Mark[] = by.includes("point") ? [] : ["at-point"];
  const purpose: Mark[] = by.includes("subject") ? [] : ["purpose"];
  const cells = [...new Set<Mark>([...ASKED, ...place, ...purpose, ...by])];
  return Promise.all([
    sumCells(context, { ...scope, ...period, kinds: KINDS, by: cells }),
    sumCells(context, { ...scope, ...period, kinds: SETTLED, by: [...new Set<Mark>(["took", ...by])] }),
  ]);
}
