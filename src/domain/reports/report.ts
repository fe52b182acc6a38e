/** A report as it is drawn: on a page, as a spreadsheet, as CSV, on paper. What it says is decided once, here and in operations/reports. */
export interface Report {
  readonly title: string;
  /** The law's form that it follows, in words; null for one of the house. */
  readonly form: string | null;
  /** Whose it is. */
  readonly unit: string;
  readonly period: string;
  /** Lies on its side on paper: many columns. */
  readonly wide: boolean;
  readonly practice: boolean;
  readonly facts: readonly Fact[];
  readonly charts: readonly ReportChart[];
  readonly tables: readonly ReportTable[];
  readonly notes: readonly string[];
}

/** A number that one looks for first. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  /** What stands beside it: a change, both numbers of a share. */
  readonly note: string;
}

/** Columns month by month, stacked where there are several series. */
export interface ReportChart {
  readonly title: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  /** " %" for hundredths. */
  readonly suffix: string;
  /** A line across: a goal, in the chart's own numbers. */
  readonly goal: number | null;
}

export interface ReportTable {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Value[])[];
  /** The last line, set apart. */
  readonly total: readonly Value[] | null;
  /** Not all lines are here: how many more, in words, and which figure opens to all of them. */
  readonly more?: { readonly words: string; readonly so: string };
}

export interface Column {
  readonly name: string;
  /** Stands above it and its neighbours of the same group. */
  readonly group?: string;
  /** How wide it is beside the others, in shares; 1 where nothing is said. */
  readonly share?: number;
  readonly numeric?: boolean;
}

export type Value = string | number | null;

/** Neighbouring columns under one heading; a column without a group stands alone. */
export function columnGroups(columns: readonly Column[]): { readonly group: string | null; readonly columns: readonly Column[] }[] {
  const groups: { group: string | null; columns: Column[] }[] = [];
  for (const column of columns) {
    const last = groups.at(-1);
    if (column.group !== undefined && last?.group === column.group) last.columns.push(column);
    else groups.push({ group: column.group ?? null, columns: [column] });
  }
  return groups;
}

/** A value as people read it. */
export function valueWords(value: Value): string {
  return typeof value === "number" ? value.toLocaleString("vi-VN", { maximumFractionDigits: 2 }) : (value ?? "");
}
