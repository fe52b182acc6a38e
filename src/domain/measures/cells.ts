/**
 * What statistics are counted from. A cell says how often something happened on a day with these marks; every figure is a sum over cells, and the dossiers or
 * visits behind a figure are found by the very same selection.
 *
 * received        a dossier came in, on that day
 * supplemented    … and was sent back for more at least once; on the day it came in
 * turned-away     … and was not accepted, or withdrawn before; on the day it came in
 * settled-early, settled-on-day, settled-late
 *                 the office was done with a dossier, on that day
 * issued          … with a signed result
 * fell-late       the first day on which a dossier was late that was settled late
 * visit, left     somebody was at the point; went away before anybody had time
 * late-visit      … and was typed in later from paper; on the day it happened, beside its visit
 */
export const KINDS = [
  "received",
  "supplemented",
  "turned-away",
  "settled-early",
  "settled-on-day",
  "settled-late",
  "issued",
  "fell-late",
  "visit",
  "left",
  "late-visit",
] as const;

export type Kind = (typeof KINDS)[number];

export const SETTLED: readonly Kind[] = ["settled-early", "settled-on-day", "settled-late"];

/** The marks of a cell. `point` is "" away from points; `subject` is the procedure's code, or what a visit was for; "" where a mark does not apply. */
export interface Marks {
  readonly office: string;
  readonly point: string;
  readonly subject: string;
  readonly channel: string;
  /** Of a dossier its degree of help or "unknown"; of a visit "guided" with a helper, "peer" with a neighbour, else "alone". */
  readonly degree: string;
  /** Calendar days that it took, of settled dossiers. */
  readonly took: number;
}

/** What cells are summed by. "at-point" says only whether there was a point ("" or "+", in `point`); "purpose" what a visit was for, and nothing of a dossier (in `subject`). */
export type Mark = keyof Marks | "day" | "month" | "at-point" | "purpose";

/** A sum of cells: the marks that it was asked by, and how many. `day` is YYYY-MM-DD, `month` YYYY-MM. */
export interface Cell extends Partial<Marks> {
  readonly kind: Kind;
  readonly day?: string;
  readonly month?: string;
  readonly n: number;
}

/** What is open now: no cell, for it stands and does not happen; only for finding what stands behind a figure. */
export type Standing = "open" | "overdue" | "asleep";

/** Which cells count. What is not said does not matter. */
export interface Selection {
  readonly kinds: readonly (Kind | Standing)[];
  readonly channel?: string;
  /** true: at some point; false: at none. */
  readonly atPoint?: boolean;
  readonly degrees?: readonly string[];
  readonly subjects?: readonly string[];
}

/** Does the cell belong to the selection? A cell summed without a mark that the selection asks for is a mistake of the caller's. */
export function selects(selection: Selection, cell: Cell): boolean {
  return (
    selection.kinds.includes(cell.kind) &&
    (selection.channel === undefined || marked(cell, "channel") === selection.channel) &&
    (selection.atPoint === undefined || (marked(cell, "point") !== "") === selection.atPoint) &&
    (selection.degrees === undefined || selection.degrees.includes(marked(cell, "degree"))) &&
    (selection.subjects === undefined || selection.subjects.includes(marked(cell, "subject")))
  );
}

export function countOf(cells: readonly Cell[], selection: Selection): number {
  return cells.reduce((sum, cell) => (selects(selection, cell) ? sum + cell.n : sum), 0);
}

/** The smallest number of days in which at least this share (0 to 1) was done; null when there is nothing. */
export function quantileOfDays(cells: readonly Cell[], selection: Selection, share: number): number | null {
  const taken = cells.filter((cell) => selects(selection, cell)).sort((one, other) => (one.took ?? 0) - (other.took ?? 0));
  const all = taken.reduce((sum, { n }) => sum + n, 0);
  if (all === 0) return null;
  let passed = 0;
  for (const { took = 0, n } of taken) {
    passed += n;
    if (passed >= share * all) return took;
  }
  return null;
}

function marked(cell: Cell, mark: "channel" | "point" | "degree" | "subject"): string {
  const value = cell[mark];
  if (value === undefined) throw new Error(`cells were summed without ${mark}`);
  return value;
}
