import { officeDay } from "../../base/clock.ts";
import { durationWords } from "../../domain/deadlines/working-time.ts";
import type { LoggedEvent } from "../../domain/dossier/events.ts";
import { fold } from "../../domain/dossier/fold.ts";
import { stepStays } from "../../domain/dossier/step-plan.ts";
import { partsOf } from "../../domain/dossier/steps.ts";
import { dayWithWeekday, formatDay } from "../../domain/people/dates.ts";
import { controlLines, controlSheetForm } from "../../domain/slips/control-sheet.ts";
import type { Office } from "../../store/records/offices.ts";
import { type Context, procedureOf } from "../context.ts";
import { officeCalendar } from "../offices/office-days.ts";
import { sheetHead } from "./office-words.ts";
import { momentWords, shortMoment } from "./slips.ts";

/** The control sheet of a dossier as its log stands: the same log, and the same calendar of the office, give the same bytes. */
export async function drawControlSheet(context: Context, office: Office, log: readonly LoggedEvent[]): Promise<Uint8Array> {
  const dossier = fold(log);
  const at = new Date(log.at(-1)?.at ?? dossier.lodgedAt);
  const day = officeDay(at);
  const calendar = await officeCalendar(context, context.database.sql, office);
  const parts = partsOf(procedureOf(context, dossier.procedure.code, dossier.procedure.version)?.deadline.steps);
  return context.documents.render({
    template: "control-sheet",
    at,
    data: {
      ...sheetHead(context, office, dossier, controlSheetForm(day), day),
      rows: [
        { label: "Mã hồ sơ", value: dossier.dossierCode ?? dossier.trackingCode },
        { label: "Cơ quan giải quyết", value: office.name },
        { label: "Thủ tục", value: dossier.procedure.name },
        { label: "Người nộp", value: dossier.applicant.name },
        { label: "Nhận hồ sơ lúc", value: momentWords(dossier.lodgedAt) },
        { label: "Hẹn trả", value: `${dossier.due.time} ${dayWithWeekday(dossier.due.day)}` },
      ],
      lines: controlLines(log).map((line) => ({ ...line, at: momentWords(line.at) })),
      steps: stepStays(log, parts, calendar, at).map((stay) => ({
        step: parts[stay.step].words,
        planned: stay.due === null ? "tạm dừng" : `${stay.due.time} ${formatDay(stay.due.day)}`,
        ended: stay.ended === null ? "đang làm" : shortMoment(stay.ended),
        used: durationWords(stay.usedMinutes, calendar),
        outcome: outcomeOf(stay.lateMinutes, stay.ended !== null, (minutes) => durationWords(minutes, calendar)),
      })),
      footer: "Lập theo nhật ký hồ sơ trên hệ thống.",
    },
  });
}

/** How a step ended against its part of the term, as the form asks. */
function outcomeOf(lateMinutes: number, ended: boolean, words: (minutes: number) => string): string {
  if (lateMinutes > 0) return `quá hạn ${words(lateMinutes)}`;
  return ended ? "đúng hạn" : "trong hạn";
}
