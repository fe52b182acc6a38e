import { closedBecause } from "../deadlines/calendar.ts";
import { shortDay } from "../deadlines/day-runs.ts";
import { addDays, weekday } from "../deadlines/days.ts";
import { weekdayName } from "../people/dates.ts";
import { nextOpen, type OpeningPlan, openOn, type Shift } from "./roster.ts";

type Hours = Pick<Shift, "opens" | "closes">;

/** 2024-05-15 as "thứ Tư 15/5": near days need no year. */
export function nearDay(day: string): string {
  return `${weekdayName(day)} ${shortDay(day)}`;
}

/** "7:30–11:00 và 13:30–16:30", in the order of the clock. */
export function hoursInWords(hours: readonly Hours[]): string {
  const words = hours.map(({ opens, closes }) => `${clock(opens)}–${clock(closes)}`);
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} và ${words.at(-1)}`;
}

/** What the door says at that day and time (HH:MM): open today and when, or when it opens again. Null for a point without any plan. */
export function openingInWords(plan: OpeningPlan, day: string, time: string): string | null {
  const today = openOn(plan, day);
  const left = today.filter((shift) => time < shift.closes);
  if (left.length > 0) return `Hôm nay điểm mở cửa ${hoursInWords(left)}.`;
  const next = nextOpen(plan, day);
  const again = next ? ` Mở lại ${nearDay(next)}, ${hoursInWords(openOn(plan, next))}.` : " Chưa có ngày mở lại; xin hỏi người trực.";
  if (today.length > 0) return `Hôm nay điểm đã đóng cửa.${again}`;
  if (next === null && plan.shifts.length === 0) return null;
  if (day < plan.openedOn) return `Điểm chưa mở cửa.${again.replace(" Mở lại", " Mở từ")}`;
  return `Hôm nay điểm nghỉ${restBecause(plan, day)}.${again}`;
}

/** Why the point rests on a day on which people could expect it open, in brackets; nothing on a day of the week on which it never opens. */
function restBecause(plan: OpeningPlan, day: string): string {
  const own = plan.daysOff.find((off) => off.day === day);
  if (own) return own.reason ? ` (${own.reason})` : "";
  const closed = closedBecause(day, plan.calendar);
  return closed?.kind === "holiday" || closed?.kind === "substitute" ? ` (${closed.name})` : "";
}

/**
 * The week in words, days with the same hours together: "Thứ Hai, thứ Tư, thứ Sáu" and "7:30–11:00 và 13:30–16:30". As the pattern is on that day, or on the
 * day on which the point opens.
 */
export function weekInWords(plan: OpeningPlan, day: string): { readonly days: string; readonly hours: string }[] {
  const at = day < plan.openedOn ? plan.openedOn : day;
  const weekly = plan.shifts.filter(({ from, until }) => from <= at && (until === null || until >= at));
  const days = [1, 2, 3, 4, 5, 6, 7].flatMap((number) => {
    const hours = weekly
      .filter((shift) => "weekday" in shift.on && shift.on.weekday === number)
      .sort((a, b) => (a.opens < b.opens ? -1 : 1));
    return hours.length > 0 ? [{ number, words: hoursInWords(hours) }] : [];
  });
  return [...Map.groupBy(days, ({ words }) => words)].map(([words, those]) => {
    const names = those.map(({ number }) => weekdayWords(number)).join(", ");
    return { days: `${names.charAt(0).toUpperCase()}${names.slice(1)}`, hours: words };
  });
}

/** 1 as "thứ Hai" … 7 as "Chủ nhật". */
export function weekdayWords(number: number): string {
  const monday = "2024-01-01";
  return weekdayName(addDays(monday, (number - weekday(monday) + 7) % 7));
}

/** When a result can be had at the point, as it stands beside the office's due date. */
export function collectInWords(day: string): string {
  return `trả kết quả từ ${nearDay(day)}, điểm mở cửa`;
}

/** 07:30 as "7:30". */
function clock(time: string): string {
  return time.replace(/^0(?=\d)/, "");
}
