import { atOffice, officeDay } from "../../base/clock.ts";
import type { Calendar } from "../deadlines/calendar.ts";
import { newPromise } from "../deadlines/new-promise.ts";
import { durationWords, workingMinutes } from "../deadlines/working-time.ts";
import { dayWithWeekday } from "../people/dates.ts";
import type { Dossier } from "./dossier.ts";
import type { LoggedEvent } from "./events.ts";
import { fold } from "./fold.ts";
import { type StepStay, stepStays } from "./step-plan.ts";
import { OFFICE_STEPS, type OfficeStep, type StepParts } from "./steps.ts";

/** The reasons that officers pick from; counted, so that a leader sees what keeps going wrong. */
export const APOLOGY_REASONS = {
  elsewhere: "Phải hỏi cơ quan khác, chưa có trả lời",
  many: "Hồ sơ nhiều, không kịp",
  outage: "Hệ thống, mạng hoặc điện hỏng",
  signer: "Người có thẩm quyền ký vắng mặt",
  mistake: "Lỗi của người xử lý",
} as const satisfies Record<string, string>;

export type ApologyReason = keyof typeof APOLOGY_REASONS;

/** An apology as the program drafts it: the day it proposes and why, and the reasons that the log speaks for. The officer changes what is wrong, and signs. */
export interface ApologyDraft {
  readonly step: OfficeStep;
  /** YYYY-MM-DD */
  readonly day: string;
  readonly because: readonly string[];
  readonly reasons: readonly { readonly reason: ApologyReason; readonly why: string }[];
}

/** What the log does not say. `outages` are the stretches in which power, line or program were away, ISO 8601. */
export interface Around {
  readonly now: Date;
  readonly parts: StepParts;
  readonly calendar: Calendar;
  readonly outages: readonly { readonly began: Date; readonly ended: Date | null }[];
}

/** Drafts the apology for a dossier; null where none is due: it is over, or the citizen owes something. */
export function draftApology(log: readonly LoggedEvent[], around: Around): ApologyDraft | null {
  const dossier = fold(log);
  const stays = stepStays(log, around.parts, around.calendar, around.now);
  const now = stays.at(-1);
  if (now === undefined || now.ended !== null || dossier.pauses.some(({ to }) => to === null)) return null;
  const minutes = minutesLeft(log, stays, now.step, around);
  const waitsUntil = askedUntil(dossier);
  const day = newPromise({ now: around.now, before: dossier.due.day, minutes, waitsUntil }, around.calendar);
  return { step: now.step, day, because: because(now.step, minutes, waitsUntil, day, around), reasons: reasonsOf(dossier, stays, around) };
}

/** What the procedure still gives to the step in which the dossier is, and to those behind it. */
function minutesLeft(log: readonly LoggedEvent[], stays: readonly StepStay[], step: OfficeStep, { parts, calendar }: Around): number {
  const [first] = log;
  if (first?.event.type !== "lodged") return 0;
  const { day, time } = first.event.due;
  const whole = workingMinutes(new Date(first.at), atOffice(day, time), calendar);
  const given = (each: OfficeStep) => Math.ceil((whole * parts[each].percent) / 100);
  const used = stays.filter((each) => each.step === step).reduce((sum, { usedMinutes }) => sum + usedMinutes, 0);
  const behind = OFFICE_STEPS.slice(OFFICE_STEPS.indexOf(step) + 1).reduce((sum, each) => sum + given(each), 0);
  return Math.max(0, given(step) - used) + behind;
}

/** The last day by which somebody who was asked should answer; null where nobody is. */
function askedUntil({ questions }: Dossier): string | null {
  const open = questions.filter(({ answer }) => answer === null).map(({ due }) => due.day);
  return open.sort().at(-1) ?? null;
}

function because(step: OfficeStep, minutes: number, waitsUntil: string | null, day: string, { now, parts, calendar }: Around): string[] {
  const waits = waitsUntil !== null && waitsUntil >= officeDay(now);
  return [
    `Đang ở bước ${parts[step].words.toLowerCase()}${minutes > 0 ? `, theo quy trình còn ${durationWords(minutes, calendar)} làm việc` : ", đã dùng hết phần thời gian của các bước"}.`,
    ...(waits ? [`Chờ trả lời đến ${dayWithWeekday(waitsUntil)}, rồi mới làm tiếp.`] : []),
    `Ngày làm việc gần nhất kịp xong là ${dayWithWeekday(day)}.`,
  ];
}

/** What the log speaks for. Nothing is made up: where no cause from outside is known, the step that used more than its part is told. */
function reasonsOf(dossier: Dossier, stays: readonly StepStay[], { now, calendar, parts, outages }: Around): ApologyDraft["reasons"] {
  const open = dossier.questions.filter(({ answer }) => answer === null);
  const away = outages.filter(({ began, ended }) => began <= now && (ended ?? now) >= new Date(dossier.lodgedAt));
  const signing = stays.filter(({ step, ended, lateMinutes }) => step === "signing" && ended === null && lateMinutes > 0);
  const known: ApologyDraft["reasons"] = [
    ...open.slice(0, 1).map(({ of, due }) => ({
      reason: "elsewhere" as const,
      why: `Đã hỏi ${of.name || of.officeName}, hạn ${dayWithWeekday(due.day)}, chưa có trả lời.`,
    })),
    ...(away.length > 0 ? [{ reason: "outage" as const, why: `Có ${away.length} lần hỏng được ghi từ khi nộp hồ sơ.` }] : []),
    ...signing.map(({ lateMinutes }) => ({ reason: "signer" as const, why: `Trình ký rồi, quá ${durationWords(lateMinutes, calendar)}.` })),
  ];
  if (known.length > 0) return known;
  const slow = stays.filter(({ lateMinutes }) => lateMinutes > 0).sort((one, other) => other.lateMinutes - one.lateMinutes)[0];
  if (slow === undefined) return [];
  return [
    { reason: "many", why: `Bước ${parts[slow.step].words.toLowerCase()} quá phần của nó ${durationWords(slow.lateMinutes, calendar)}.` },
  ];
}
