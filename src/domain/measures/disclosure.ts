/** Counts below this, but not none, are not published: with so few somebody could be made out. */
export const SMALLEST_SHOWN = 5;

/** A count as it is published; null where it is hidden. */
export type Shown = number | null;

/** Rows of counts; in each row some columns add up to another, and each column adds up to its total over the rows. */
export interface Sums {
  /** Within a row: the column that is the sum → the columns that make it. */
  readonly within: readonly { readonly total: string; readonly parts: readonly string[] }[];
  /** Columns whose rows add up to the row of totals. */
  readonly across: readonly string[];
}

/**
 * Hides small counts, and as many others beside them as it takes that nobody finds a hidden one by subtracting what is shown. The first row is the row of totals; without
 * further rows only sums within it are looked at. Zero is shown: that nothing happened names nobody.
 */
export function hideSmall(rows: readonly Readonly<Record<string, number>>[], sums: Sums): Record<string, Shown>[] {
  const hidden = rows.map((row) => new Set(Object.keys(row).filter((column) => isSmall(row[column] ?? 0))));
  const lines = linesOf(rows, sums);
  // what is hidden in one sum may give something away in another: until all sums were gone through without a change
  for (let changed = true; changed; ) {
    changed = false;
    for (const line of lines) while (hideOneMore(line, rows, hidden)) changed = true;
  }
  return rows.map((row, index) =>
    Object.fromEntries(Object.entries(row).map(([column, n]) => [column, hidden[index]?.has(column) ? null : n])),
  );
}

function isSmall(n: number): boolean {
  return n > 0 && n < SMALLEST_SHOWN;
}

interface Place {
  readonly row: number;
  readonly column: string;
}

/** A sum: its total and its parts. What stands in one sum may stand in another. */
interface Line {
  readonly total: Place;
  readonly parts: readonly Place[];
}

function linesOf(rows: readonly object[], { within, across }: Sums): Line[] {
  const each = rows.flatMap((_, row) =>
    within.map(({ total, parts }) => ({ total: { row, column: total }, parts: parts.map((column) => ({ row, column })) })),
  );
  const down =
    rows.length < 2
      ? []
      : across.map((column) => ({ total: { row: 0, column }, parts: rows.slice(1).map((_, row) => ({ row: row + 1, column })) }));
  return [...each, ...down];
}

/** In a sum in which what is shown gives a hidden count away, hides the smallest other part that is not zero, or else the total. Answers whether it did. */
function hideOneMore({ total, parts }: Line, rows: readonly Readonly<Record<string, number>>[], hidden: readonly Set<string>[]): boolean {
  const isHidden = ({ row, column }: Place) => hidden[row]?.has(column) ?? false;
  const value = ({ row, column }: Place) => rows[row]?.[column] ?? 0;
  const hide = (place: Place) => hidden[place.row]?.add(place.column);
  const unknown = parts.filter(isHidden);
  if (unknown.length === 0 || isHidden(total)) {
    // a total that alone is hidden is the sum of what is shown
    if (!isHidden(total) || unknown.length > 0) return false;
    const smallest = parts.filter((place) => value(place) > 0).sort((one, other) => value(one) - value(other))[0];
    return smallest !== undefined && Boolean(hide(smallest));
  }
  const sum = unknown.reduce((all, place) => all + value(place), 0);
  const small = unknown.every((place) => isSmall(value(place)));
  const given = unknown.length === 1 || (small && (sum === unknown.length || sum === unknown.length * (SMALLEST_SHOWN - 1)));
  if (!given) return false;
  const [next] = parts.filter((place) => !isHidden(place) && value(place) > 0).sort((one, other) => value(one) - value(other));
  hide(next ?? total);
  return true;
}
