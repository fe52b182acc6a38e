import { officeDay } from "../../base/clock.ts";
import { BACK_DAYS, SHEET_COLUMNS, SHEET_HELP, SHEET_LINES, SHEET_PURPOSES } from "../../domain/point/late-sheet.ts";
import { listOffices, listPoints } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";
import type { AtPoint } from "./open-visit.ts";

/** The empty sheet for the wall of a point, with the columns of the page. */
export async function drawLateSheet(context: Context, place: AtPoint): Promise<Uint8Array> {
  const { sql } = context.database;
  const [offices, points] = await Promise.all([listOffices(sql), listPoints(sql)]);
  const office = offices.find((one) => one.office === place.office);
  const now = context.now();
  return context.documents.render({
    template: "late-sheet",
    at: now,
    data: {
      title: "Sổ ghi lượt đến khi mất điện, mất mạng",
      practice: office?.practice ?? false,
      office: office?.name ?? "",
      point: points.find((one) => one.office === place.office && one.point === place.point)?.name ?? "",
      year: officeDay(now).slice(0, 4),
      columns: SHEET_COLUMNS,
      help: Object.values(SHEET_HELP).map(({ letter, words }) => `${letter}: ${words.toLowerCase()}`),
      letters: Object.values(SHEET_HELP)
        .map(({ letter }) => letter)
        .join(", "),
      purposes: SHEET_PURPOSES.map(({ number, words }) => `${number}. ${words}`),
      lines: Array.from({ length: SHEET_LINES }, (_, index) => String(index + 1)),
      days: BACK_DAYS,
    },
  });
}
