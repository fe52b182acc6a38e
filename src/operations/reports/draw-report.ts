import { columnGroups, type Report, valueWords } from "../../domain/reports/report.ts";
import type { Context } from "../context.ts";

/** A drawing that goes onto the paper as it is, beside what the template draws itself. */
export interface Picture {
  readonly title: string;
  /** A whole SVG of its own. */
  readonly svg: string;
  /** What it shows, for whoever does not see it. */
  readonly alt: string;
  /** Over the whole width; else two stand side by side. */
  readonly wide: boolean;
  readonly note: string;
}

/** A report on paper. The template gets words, numbers for the columns that it draws, and pictures. */
export function drawReport(context: Context, report: Report, pictures: readonly Picture[] = []): Promise<Uint8Array> {
  return context.documents.render({
    template: "report",
    at: context.now(),
    data: {
      ...report,
      pictures,
      tables: report.tables.map(({ title, columns, rows, total, more }) => ({
        title,
        groups: columnGroups(columns).map(({ group, columns: those }) => ({ group, names: those.map(({ name }) => name) })),
        shares: columns.map(({ share = 1 }) => share),
        numeric: columns.map(({ numeric = false }) => numeric),
        rows: rows.map((row) => row.map(valueWords)),
        total: total?.map(valueWords) ?? null,
        more: more?.words ?? "",
      })),
    },
  });
}
