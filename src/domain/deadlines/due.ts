import { officeDay, officeTime } from "../../base/clock.ts";
import { type Calendar, closedBecause, hoursOn } from "./calendar.ts";
import { addDays, eachDay } from "./days.ts";
import { type ExplainStep, explain } from "./explain.ts";
import { takenUp } from "./opening.ts";
import type { Pause } from "./pauses.ts";
import { type DeadlineRule, type Start, termOf } from "./terms.ts";

/**
 * The legal clock. A dossier is *received* at an instant; what comes while the office is closed counts from the next opening. From there a
 * *term* is counted: none for a same-day procedure (one working day when it came after the cut-off), working days, or calendar days; the day
 * of receipt itself is not counted (Civil Code 2015 article 147). While the citizen owes something the clock *sleeps*, and what it slept is
 * added. The end is always a working day: a term of calendar days that ends on a day off moves on (article 148). A dossier that is already
 * late stays exactly as late while it sleeps, and no pause ever gives an earlier day.
 */
export interface Due {
  /** YYYY-MM-DD, always a working day. */
  readonly day: string;
  /** HH:MM, the office's closing time. */
  readonly time: string;
}

/** The day by which the law wants the result, with the sentences that say why, in the order of the reckoning. */
export function dueDate(
  rule: DeadlineRule,
  receivedAt: Date,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): Due & { readonly explanation: readonly string[] } {
  const { due, steps } = reckonDue(rule, receivedAt, calendar, pauses);
  return { ...due, explanation: explain(steps) };
}

/**
 * The same with its steps as data. `cutoff` is to the minute, as a slip shows it: 15:00 is in time, 15:01 is not ("nếu tiếp nhận yêu cầu sau
 * 15 giờ": Decree 23/2015/NĐ-CP article 7, and the civil-status procedures in the same words).
 */
export function reckonDue(
  rule: DeadlineRule,
  receivedAt: Date,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): { readonly due: Due; readonly steps: readonly ExplainStep[] } {
  const start = countedFrom(receivedAt, calendar);
  const term = termOf(rule, start, pauses, calendar);
  const due = { day: term.day, time: calendar.hours.afternoon.closes };
  return {
    due,
    steps: [...start.steps, ...term.steps, ...gapsIn(officeDay(receivedAt), term.day, calendar), { kind: "due", day: due.day }],
  };
}

/** When the office takes the dossier up, and why not at once. */
function countedFrom(receivedAt: Date, calendar: Calendar): Start {
  const day = officeDay(receivedAt);
  const start = takenUp(receivedAt, calendar);
  const received: ExplainStep = { kind: "received", day, time: officeTime(receivedAt) };
  if (start.day === day) return { ...start, steps: [received] };
  const because = hoursOn(day, calendar) ? null : closedBecause(day, calendar);
  return { ...start, steps: [received, { kind: "counted-from", ...start, because }, ...closedBetween(day, start.day, calendar)] };
}

/** Days on which this one office is closed between receipt and the next opening: nobody knows them from a calendar on the wall. */
function closedBetween(received: string, start: string, calendar: Calendar): ExplainStep[] {
  const days = eachDay(addDays(received, 1), addDays(start, -1)).flatMap((day) => {
    const because = closedBecause(day, calendar);
    return because?.kind === "own" ? [{ day, because }] : [];
  });
  return days.length > 0 ? [{ kind: "days-off", days }] : [];
}

/** Years on the way whose days off are not known, or not settled. */
function gapsIn(first: string, last: string, calendar: Calendar): ExplainStep[] {
  const firstYear = Number(first.slice(0, 4));
  const years = Array.from({ length: Number(last.slice(0, 4)) - firstYear + 1 }, (_unused, index) => firstYear + index);
  return years.flatMap((year): ExplainStep[] => {
    const known = calendar.years.get(year);
    if (!known) return [{ kind: "no-holidays", year }];
    return known.provisional ? [{ kind: "provisional-holidays", year }] : [];
  });
}
