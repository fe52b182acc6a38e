import { officeDay } from "../../base/clock.ts";
import type { LoggedEvent } from "../../domain/dossier/events.ts";
import { fold } from "../../domain/dossier/fold.ts";
import { dayWithWeekday } from "../../domain/people/dates.ts";
import { controlLines, controlSheetForm } from "../../domain/slips/control-sheet.ts";
import type { Office } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";
import { placeAndDay } from "./office-words.ts";
import { momentWords } from "./slips.ts";

/** The control sheet of a dossier as its log stands: the same log gives the same bytes. */
export function drawControlSheet(context: Context, office: Office, log: readonly LoggedEvent[]): Promise<Uint8Array> {
  const dossier = fold(log);
  const at = new Date(log.at(-1)?.at ?? dossier.lodgedAt);
  const day = officeDay(at);
  const form = controlSheetForm(day);
  return context.documents.render({
    template: "control-sheet",
    at,
    data: {
      title: form.title,
      form: form.words,
      practice: office.practice,
      office: day >= "2025-07-01" ? "Trung tâm Phục vụ hành chính công" : "Bộ phận Tiếp nhận và Trả kết quả",
      above: office.name,
      number: dossier.dossierCode ?? dossier.trackingCode,
      placeAndDay: placeAndDay(context, office, day),
      rows: [
        { label: "Thủ tục", value: dossier.procedure.name },
        { label: "Người nộp", value: dossier.applicant.name },
        { label: "Nhận hồ sơ lúc", value: momentWords(dossier.lodgedAt) },
        { label: "Hẹn trả", value: `${dossier.due.time} ${dayWithWeekday(dossier.due.day)}` },
      ],
      lines: controlLines(log).map((line) => ({ ...line, at: momentWords(line.at) })),
      footer: "Lập theo nhật ký hồ sơ trên hệ thống.",
    },
  });
}
