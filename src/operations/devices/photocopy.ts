import { type Result, refuse } from "../../base/result.ts";
import { sheetOfScan } from "../../files/intake/copy-sheet.ts";
import { type PaperPart, pagesToPdf } from "../../files/intake/pdf.ts";
import { listDevices } from "../../store/records/devices.ts";
import type { Context } from "../context.ts";
import { type Problem, problem } from "../problems.ts";
import type { AtPoint } from "../visits/open-visit.ts";
import { printAtPoint } from "./print-desk.ts";
import type { Scanning } from "./scan-desk.ts";
import { beginScan } from "./scan-errand.ts";

export const MOST_COPIES = 20;

/**
 * Scans what lies on the glass or in the feeder and prints it, `copies` times. The pages are held in memory, and gone when the printer has them: nothing of a
 * copied paper is stored. Answers the id of the scan; when it is over, its `printJob` is the order to print.
 */
export async function photocopy(context: Context, place: AtPoint, copies: number, scanning: Scanning): Promise<Result<string, Problem>> {
  if (!Number.isInteger(copies) || copies < 1 || copies > MOST_COPIES)
    return refuse(problem("answers-refused", { fields: { "so-ban": `Xin ghi số bản, từ 1 đến ${MOST_COPIES}.` } }));
  const printer = (await listDevices(context.database.sql, place.office, place.point)).some(({ kind }) => kind === "printer");
  if (!printer) return refuse(problem("no-printer"));
  const sheets: PaperPart[] = [];
  return beginScan(context, place, {
    ...scanning,
    about: { draft: null, paper: null, copies },
    take: async (page) => {
      sheets.push(page.format === "pdf" ? { kind: "pdf", bytes: page.bytes, widthPx: 0, heightPx: 0 } : await sheetOfScan(page.bytes));
      return null;
    },
    finish: async (end) => {
      // half a paper is not copied: whoever waits is told, and puts the sheets in again
      if (!end.ok || sheets.length === 0) return null;
      const pdf = await pagesToPdf(sheets, "Bản sao chụp");
      const printed = await printAtPoint(context, place, {
        what: "Bản sao chụp",
        kind: "copy",
        pdf,
        copies,
        visit: scanning.visit,
        staff: scanning.staff,
      });
      return printed.ok ? printed.value : null;
    },
  });
}
