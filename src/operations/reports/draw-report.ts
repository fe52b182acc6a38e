import { columnGroups, type Report, valueWords } from "../../domain/reports/report.ts";
import type { Context } from "../context.ts";

/** A report on paper. The template gets words only, and numbers for the columns that it draws. */
export function drawReport(context: Context, report: Report): Promise<Uint8Array> {
  return context.documents.render({
    template: "report",
    at: context.now(),
    data: {
      ...report,
      tables: report.tables.map(({ title, columns, rows, total }) => ({
        title,
        groups: columnGroups(columns).map(({ group, columns: those }) => ({ group, names: those.map(({ name }) => name) })),
        shares: columns.map(({ share = 1 }) => share),
        numeric: columns.map(({ numeric = false }) => numeric),
        rows: rows.map((row) => row.map(valueWords)),
        total: total?.map(valueWords) ?? null,
      })),
    },
  });
}
