import { officeDay, officeTime } from "../../base/clock.ts";
import { type Calendar, isWorkingDay } from "./calendar.ts";
import { eachDay } from "./days.ts";

/** Minutes of an office's working hours between two moments; nothing of nights, noons, weekends and holidays. */
export function workingMinutes(from: Date, to: Date, calendar: Calendar): number {
  const [first, last] = [officeDay(from), officeDay(to)];
  const { morning, afternoon } = calendar.hours;
  return eachDay(first, last)
    .filter((day) => isWorkingDay(day, calendar))
    .flatMap((day) =>
      [morning, afternoon].map((half) =>
        overlap(half, day === first ? officeTime(from) : "00:00", day === last ? officeTime(to) : "24:00"),
      ),
    )
    .reduce((sum, minutes) => sum + minutes, 0);
}

/** Minutes of one working day, to say minutes as days. */
export function minutesOfDay({ hours: { morning, afternoon } }: Calendar): number {
  return overlap(morning, "00:00", "24:00") + overlap(afternoon, "00:00", "24:00");
}

function overlap(half: { readonly opens: string; readonly closes: string }, from: string, to: string): number {
  return Math.max(0, Math.min(minutes(half.closes), minutes(to)) - Math.max(minutes(half.opens), minutes(from)));
}

function minutes(time: string): number {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return hour * 60 + minute;
}
