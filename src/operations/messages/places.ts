import { officeDay } from "../../base/clock.ts";
import type { LoggedEvent } from "../../domain/dossier/events.ts";
import { type Dossier, fold } from "../../domain/dossier/fold.ts";
import type { Places } from "../../domain/messages/template.ts";
import { hoursInWords, nearDay } from "../../domain/point/opening-words.ts";
import { openOn } from "../../domain/point/roster.ts";
import type { Sql } from "../../store/database/database.ts";
import type { Office } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";
import { collectDay, pointOfDossier } from "../roster/opening.ts";
import { readOpening } from "../roster/read-roster.ts";

/** What the places of a template say after the last event of this log: as it stood then, not as it became. */
export async function placesAfter(context: Context, sql: Sql, office: Office, log: readonly LoggedEvent[]): Promise<Places> {
  const dossier = fold(log);
  return {
    coQuan: office.name,
    thuTuc: dossier.procedure.name,
    maTraCuu: dossier.trackingCode,
    ngayHen: nearDay(dossier.due.day),
    hanXem: dossier.galley?.until ? nearDay(dossier.galley.until) : "",
    soTien: dossier.feeOwed ? `${dossier.feeOwed.amountDong.toLocaleString("vi-VN")} đồng` : "",
    noiNhan: await whereToCollect(context, sql, office, dossier),
  };
}

/** "Điểm hỗ trợ Cà phê Lộc Vừng, từ thứ Tư 2/12, 7:30–11:00", or the office when the dossier came in at no point. */
async function whereToCollect(context: Context, sql: Sql, office: Office, dossier: Dossier): Promise<string> {
  const point = await pointOfDossier(sql, office.office, dossier.point);
  const today = { day: officeDay(context.now()), time: "00:00" };
  const day = point ? await collectDay(context, sql, { office: office.office, point: dossier.point }, today) : null;
  if (!point || day === null) return `${office.name}, giờ làm việc`;
  const [first] = openOn(await readOpening(context, sql, point), day);
  return `${point.name}, từ ${nearDay(day)}${first ? `, ${hoursInWords([first])}` : ""}`;
}
