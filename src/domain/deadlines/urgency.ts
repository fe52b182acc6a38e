import { officeMoment } from "../../base/clock.ts";
import { type Calendar, isWorkingDay } from "./calendar.ts";
import { addDays, eachDay } from "./days.ts";
import type { OfficeMoment } from "./opening.ts";
import { isBefore } from "./step-dues.ts";

/** How near a due date is: `soon` on its day and on the working day before, `late` when its hour is over. */
export type Urgency = "none" | "soon" | "late";

export function urgencyOf(due: OfficeMoment, now: Date, calendar: Calendar): Urgency {
  return nearnessAt(now, calendar)(due);
}

/** The same for many dates at one moment. */
export function nearnessAt(now: Date, calendar: Calendar): (due: OfficeMoment) => Urgency {
  const today = officeMoment(now);
  const soon = nextWorkingDay(today.day, calendar);
  return (due) => (isBefore(due, today) ? "late" : due.day <= soon ? "soon" : "none");
}

/** The first working day after this one. */
export function nextWorkingDay(day: string, calendar: Calendar): string {
  let next = addDays(day, 1);
  while (!isWorkingDay(next, calendar)) next = addDays(next, 1);
  return next;
}

/** How many working days lie between the promised day and today: 0 on the evening of the day itself. */
export function daysLate(dueDay: string, today: string, calendar: Calendar): number {
  return eachDay(addDays(dueDay, 1), today).filter((day) => isWorkingDay(day, calendar)).length;
}
