import type { Report, Value } from "../../domain/reports/report.ts";
import type { Request } from "./request.ts";

/** A report as a spreadsheet, to be kept. */
export async function xlsx(request: Request, fileName: string, report: Report): Promise<Response> {
  return request.body(Uint8Array.from(await spreadsheet(report)), 200, {
    "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "content-disposition": `attachment; filename="${fileName}"`,
    "cache-control": "no-store",
  });
}

/**
 * A report as a spreadsheet (Office Open XML), a sheet a table. Words are written as words and numbers as numbers: nothing that somebody typed is ever a formula.
 */
export async function spreadsheet(report: Report): Promise<Uint8Array> {
  const { default: write } = await import("write-excel-file/node");
  const sheets = report.tables.map(({ title, columns, rows, total }, index) => ({
    sheet: sheetName(title, index),
    data: [
      [words(report.title, true)],
      [words(`${report.unit}. ${report.period}`)],
      columns.map(({ group, name }) => words(group ? `${group}: ${name}` : name, true)),
      ...rows.map((row) => row.map((value) => cell(value))),
      ...(total ? [total.map((value) => cell(value, true))] : []),
    ],
    columns: columns.map(({ share = 1 }) => ({ width: Math.round(10 + 6 * share) })),
    stickyRowsCount: 3,
  }));
  return write(sheets, { fontFamily: "Times New Roman", fontSize: 12 }).toBuffer();
}

function cell(value: Value, strong = false) {
  if (value === null) return null;
  return typeof value === "number" ? { value, type: Number, ...(strong ? { fontWeight: "bold" as const } : {}) } : words(value, strong);
}

function words(value: string, strong = false) {
  return { value, type: String, wrap: true, ...(strong ? { fontWeight: "bold" as const } : {}) };
}

/** At most 31 signs, none of those that spreadsheets keep for themselves; no two are alike. */
function sheetName(title: string, index: number): string {
  return `${index + 1} ${title.replace(/[\\/?*[\]:]/g, " ")}`.slice(0, 31).trim();
}
