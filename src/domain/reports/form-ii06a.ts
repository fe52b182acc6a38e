import type { ReportTable } from "./report.ts";

/**
 * Form II.06a/VPCP/KSTT (Circular 02/2017/TT-VPCP; Circular 01/2020/TT-VPCP after it): how dossiers were settled, a line a field. What is still open is what came in
 * and was not settled, so that the sums of the form always hold.
 */
export interface FormCount {
  readonly procedure: string;
  /** What was counted, and how often. */
  readonly of: Counted;
  readonly n: number;
}

/** Came in online, on paper, in a period before and was still open; settled before the day, on it in time, after it; open at the end and overdue. */
export type Counted = "online" | "paper" | "carried" | "early" | "on-day" | "late" | "overdue";

/** A line by the numbers of the form's columns. */
export interface FormLine {
  readonly field: string;
  readonly columns: Readonly<Record<ColumnNumber, number>>;
}

export const COLUMNS = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13] as const;
export type ColumnNumber = (typeof COLUMNS)[number];

const COLUMN_OF: Readonly<Record<Counted, ColumnNumber>> = {
  online: 4,
  paper: 5,
  carried: 6,
  early: 8,
  "on-day": 9,
  late: 10,
  overdue: 13,
};

/** The lines of the form, in the order of their fields' names; none of a field in which nothing was alive. */
export function formLines(counts: readonly FormCount[], fieldOf: (procedure: string) => string): FormLine[] {
  const groups = Map.groupBy(counts, ({ procedure }) => fieldOf(procedure));
  return [...groups]
    .map(([field, those]) => ({ field, columns: columnsOf(those) }))
    .filter(({ columns }) => columns[3] > 0)
    .sort((one, other) => one.field.localeCompare(other.field, "vi"));
}

/** One line of all that is given. */
export function columnsOf(counts: readonly FormCount[]): FormLine["columns"] {
  const columns: Record<ColumnNumber, number> = { 3: 0, 4: 0, 5: 0, 6: 0, 7: 0, 8: 0, 9: 0, 10: 0, 11: 0, 12: 0, 13: 0 };
  for (const { of, n } of counts) columns[COLUMN_OF[of]] += n;
  columns[3] = columns[4] + columns[5] + columns[6];
  columns[7] = columns[8] + columns[9] + columns[10];
  columns[11] = columns[3] - columns[7];
  columns[12] = columns[11] - columns[13];
  return columns;
}

export function formTable(counts: readonly FormCount[], fieldOf: (procedure: string) => string): ReportTable {
  const lines = formLines(counts, fieldOf);
  const total = columnsOf(counts);
  return {
    title: "Tình hình, kết quả giải quyết thủ tục hành chính",
    columns: [
      { name: "TT (1)", share: 0.6 },
      { name: "Lĩnh vực (2)", share: 3 },
      ...COLUMNS.map((column) => ({ ...HEADS[column], name: `${HEADS[column].name} (${column})`, numeric: true })),
    ],
    rows: lines.map(({ field, columns }, index) => [index + 1, field, ...COLUMNS.map((column) => columns[column])]),
    total: ["", "Tổng cộng", ...COLUMNS.map((column) => total[column])],
  };
}

const RECEIVED = "Số hồ sơ tiếp nhận";
const SETTLED = "Số hồ sơ đã giải quyết";
const OPEN = "Số hồ sơ đang giải quyết";
const HEADS: Readonly<Record<ColumnNumber, { name: string; group: string }>> = {
  3: { name: "Tổng số", group: RECEIVED },
  4: { name: "Trực tuyến", group: RECEIVED },
  5: { name: "Trực tiếp, bưu chính", group: RECEIVED },
  6: { name: "Từ kỳ trước", group: RECEIVED },
  7: { name: "Tổng số", group: SETTLED },
  8: { name: "Trước hạn", group: SETTLED },
  9: { name: "Đúng hạn", group: SETTLED },
  10: { name: "Quá hạn", group: SETTLED },
  11: { name: "Tổng số", group: OPEN },
  12: { name: "Trong hạn", group: OPEN },
  13: { name: "Quá hạn", group: OPEN },
};
