import { officeDay, officeTime } from "../../base/clock.ts";
import { dayWithWeekday } from "../people/dates.ts";
import { addDays, type Calendar, closedBecause, hoursOn, isWorkingDay, nextWorkingDay } from "./calendar.ts";

/** How long the law gives. `cutoff` is HH:MM: what comes later that day is due on the next working day. */
export type DeadlineRule =
  | { readonly kind: "same-day"; readonly cutoff: string }
  | { readonly kind: "working-days"; readonly days: number }
  | { readonly kind: "calendar-days"; readonly days: number };

/** A stretch in which the clock sleeps because the citizen owes something; `to` is null while it is owed. */
export interface Pause {
  readonly from: Date;
  readonly to: Date | null;
}

export interface Due {
  /** YYYY-MM-DD, always a working day. */
  readonly day: string;
  /** HH:MM, the office's closing time of that day. */
  readonly time: string;
  /** Why this day, sentence by sentence, in the order of the reckoning. */
  readonly explanation: readonly string[];
}

/**
 * The day by which the law wants the result, and why.
 *
 * The clock starts when the dossier comes in; what comes in while the office is closed counts from the next opening. A same-day procedure
 * received after the cut-off is due on the next working day (Civil Status Law 60/2014/QH13: after 15:00). Working days are counted from the
 * day after receipt (Civil Code 2015 article 147), calendar days that end on a day off move to the next working day (article 148). The
 * clock sleeps while the citizen owes a paper or a fee: every (working) day begun in a pause is added. It never gives an earlier day for a pause.
 */
export function dueDate(rule: DeadlineRule, receivedAt: Date, calendar: Calendar, pauses: readonly Pause[] = []): Due {
  const explanation: string[] = [];
  const start = countedFrom(receivedAt, calendar, explanation);
  const counted = countDays(rule, start, calendar, explanation);
  const day = addPauses(counted, rule, receivedAt, pauses, calendar, explanation);
  warnOfMissingYears(start.day, day, calendar, explanation);
  explanation.push(`Hẹn trả: ${dayWithWeekday(day)}.`);
  return { day, time: calendar.hours.afternoon.closes, explanation };
}

interface Start {
  readonly day: string;
  readonly time: string;
}

/** When the office takes it up: at once in working hours, otherwise at the next opening. */
function countedFrom(receivedAt: Date, calendar: Calendar, explanation: string[]): Start {
  const day = officeDay(receivedAt);
  const time = officeTime(receivedAt);
  const hours = hoursOn(day, calendar);
  explanation.push(`Nhận lúc ${time} ${dayWithWeekday(day)}.`);
  if (hours && time < hours.opens) return { day, time: hours.opens };
  if (hours && time <= hours.closes) return { day, time };

  let next = addDays(day, 1);
  while (!hoursOn(next, calendar)) next = addDays(next, 1);
  const opens = hoursOn(next, calendar)?.opens ?? calendar.hours.morning.opens;
  explanation.push(`Lúc đó cơ quan không làm việc${reason(day, calendar)}, nên tính từ ${opens} ${dayWithWeekday(next)}.`);
  return { day: next, time: opens };
}

function countDays(rule: DeadlineRule, start: Start, calendar: Calendar, explanation: string[]): string {
  if (rule.kind === "same-day") return sameDay(rule.cutoff, start, calendar, explanation);
  if (rule.kind === "calendar-days") {
    const end = addDays(start.day, rule.days);
    explanation.push(`Thời hạn ${rule.days} ngày, tính từ ngày hôm sau: đến ${dayWithWeekday(end)}.`);
    if (isWorkingDay(end, calendar)) return end;
    explanation.push(`Ngày đó cơ quan nghỉ${reason(end, calendar)}, nên chuyển sang ngày làm việc kế tiếp.`);
    return nextWorkingDay(end, calendar);
  }
  explanation.push(`Thời hạn ${rule.days} ngày làm việc, tính từ ngày làm việc kế tiếp.`);
  return addWorkingDays(start.day, rule.days, calendar, explanation);
}

function sameDay(cutoff: string, start: Start, calendar: Calendar, explanation: string[]): string {
  if (!isWorkingDay(start.day, calendar)) {
    explanation.push("Buổi đó chỉ nhận hồ sơ, nên tính sang ngày làm việc kế tiếp.");
    return skipDaysOff(start.day, calendar, explanation);
  }
  if (start.time <= cutoff) {
    explanation.push(`Thủ tục làm trong ngày khi nhận trước ${cutoff}.`);
    return start.day;
  }
  explanation.push(`Sau ${cutoff} nên tính sang ngày làm việc kế tiếp.`);
  return skipDaysOff(start.day, calendar, explanation);
}

function addWorkingDays(from: string, days: number, calendar: Calendar, explanation: string[]): string {
  const off: string[] = [];
  let day = from;
  for (let counted = 0; counted < days; ) {
    day = addDays(day, 1);
    const closed = closedBecause(day, calendar);
    if (closed === null) counted += 1;
    else off.push(offDay(day, closed));
  }
  if (off.length > 0) explanation.push(`Không tính ngày nghỉ: ${off.join(", ")}.`);
  return day;
}

function skipDaysOff(from: string, calendar: Calendar, explanation: string[]): string {
  return addWorkingDays(from, 1, calendar, explanation);
}

/** Working days that begin inside a pause are given back; a day that two pauses touch is given once. */
function addPauses(
  counted: string,
  rule: DeadlineRule,
  receivedAt: Date,
  pauses: readonly Pause[],
  calendar: Calendar,
  explanation: string[],
): string {
  const slept = new Set(
    pauses
      .flatMap((pause) => sleptDays(pause, receivedAt, counted))
      .filter((day) => rule.kind === "calendar-days" || isWorkingDay(day, calendar)),
  );
  if (slept.size === 0) return counted;
  const unit = rule.kind === "calendar-days" ? "ngày" : "ngày làm việc";
  explanation.push(`Bà con bổ sung giấy tờ nên thời hạn tạm dừng ${slept.size} ${unit}.`);
  if (rule.kind !== "calendar-days") return addWorkingDays(counted, slept.size, calendar, explanation);
  const end = addDays(counted, slept.size);
  return isWorkingDay(end, calendar) ? end : nextWorkingDay(end, calendar);
}

/** The days that begin inside the pause; an open pause sleeps at least until the counted day. */
function sleptDays(pause: Pause, receivedAt: Date, counted: string): string[] {
  const from = pause.from < receivedAt ? receivedAt : pause.from;
  const last = pause.to === null ? counted : officeDay(pause.to);
  const days: string[] = [];
  for (let day = addDays(officeDay(from), 1); day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

function warnOfMissingYears(from: string, to: string, calendar: Calendar, explanation: string[]): void {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const holidays = calendar.years.get(year);
    if (!holidays) explanation.push(`Lịch nghỉ lễ năm ${year} chưa có, mới trừ thứ Bảy, Chủ nhật.`);
    else if (holidays.provisional) explanation.push(`Lịch nghỉ lễ năm ${year} là dự kiến.`);
  }
}

function reason(day: string, calendar: Calendar): string {
  const closed = closedBecause(day, calendar);
  return closed === null ? "" : ` (${closed})`;
}

function offDay(day: string, closed: string): string {
  const [, month, date] = day.split("-").map(Number);
  return `${date}/${month} ${closed}`;
}
