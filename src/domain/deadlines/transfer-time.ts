import { officeDay } from "../../base/clock.ts";
import { type Calendar, isWorkingDay } from "./calendar.ts";
import { addDays, eachDay } from "./days.ts";
import { countedAt } from "./opening.ts";
import { type Pause, sleptDays } from "./pauses.ts";

/**
 * What two offices have of one term when a dossier goes from one to the other: working days used before the day of the transfer and on it, without those in
 * which the clock slept, and working days from the next on until the promised day. The day on which it was taken up is not counted (Civil Code 2015
 * article 147), as in the term itself, so that used, slept and left add up to the days between.
 */
export function transferTime(
  receivedAt: Date,
  at: Date,
  dueDay: string,
  pauses: readonly Pause[],
  calendar: Calendar,
): { readonly usedDays: number; readonly leftDays: number } {
  const start = countedAt(receivedAt, calendar).day;
  const today = officeDay(at);
  const slept = new Set(sleptDays(pauses, start, calendar));
  const used = eachDay(addDays(start, 1), today).filter((day) => isWorkingDay(day, calendar) && !slept.has(day));
  const from = addDays([start, today].sort().at(-1) ?? today, 1);
  const left = eachDay(from, dueDay).filter((day) => isWorkingDay(day, calendar));
  return { usedDays: used.length, leftDays: left.length };
}
