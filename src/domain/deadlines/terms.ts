import { type Calendar, closedBecause, isWorkingDay } from "./calendar.ts";
import { addDays } from "./days.ts";
import type { ExplainStep } from "./explain.ts";
import { isAsleep, type Pause, sleptDays, wokeLate } from "./pauses.ts";
import { type Reckoned, walk } from "./walk.ts";

/** How long the law gives. `cutoff` is HH:MM. */
export type DeadlineRule = (
  | { readonly kind: "same-day"; readonly cutoff: string }
  | { readonly kind: "working-days"; readonly days: number }
  | { readonly kind: "calendar-days"; readonly days: number }
) & {
  /** Granted when verification is needed: more days of the same kind (working days for a same-day procedure). */
  readonly extension?: { readonly days: number; readonly because: string } | undefined;
};

/** The moment from which a term is counted, and how it was found. */
export interface Start extends Reckoned {
  readonly time: string;
}

/** The day on which the term ends, with the steps; a working day. */
export function termOf(rule: DeadlineRule, start: Start, pauses: readonly Pause[], calendar: Calendar): Reckoned {
  switch (rule.kind) {
    case "same-day":
      return sameDayTerm(rule, start, pauses, calendar);
    case "working-days":
      return workingTerm(rule, start, pauses, calendar);
    case "calendar-days":
      return calendarTerm(rule, start, pauses, calendar);
  }
}

function workingTerm(rule: DeadlineRule & { kind: "working-days" }, start: Start, pauses: readonly Pause[], calendar: Calendar): Reckoned {
  const term: ExplainStep = { kind: "term", days: rule.days, unit: "working", from: walk(start.day, 1, calendar).day };
  const slept = workingDaysSlept(pauses, start.day, calendar);
  const walked = walk(start.day, rule.days + (rule.extension?.days ?? 0) + slept, calendar);
  return { day: walked.day, steps: [term, ...extended(rule, "working"), ...asleep(slept, "working", pauses), ...walked.steps] };
}

function sameDayTerm(rule: DeadlineRule & { kind: "same-day" }, start: Start, pauses: readonly Pause[], calendar: Calendar): Reckoned {
  const begun = sameDay(rule.cutoff, start, calendar);
  const slept = workingDaysSlept(pauses, begun.day, calendar);
  const walked = walk(begun.day, (rule.extension?.days ?? 0) + slept, calendar);
  const steps = [...begun.steps, ...extended(rule, "working"), ...asleep(slept, "working", pauses), ...walked.steps];
  if (!wokeLate(pauses, walked.day, rule.cutoff, calendar)) return { day: walked.day, steps };

  const next = walk(walked.day, 1, calendar);
  return { day: next.day, steps: [...steps, { kind: "woke-late", day: walked.day, cutoff: rule.cutoff }, ...next.steps] };
}

/** The working day on which a same-day procedure is done: the day it came, or the next when it came too late. */
function sameDay(cutoff: string, start: Start, calendar: Calendar): Reckoned {
  const intakeOnly = !isWorkingDay(start.day, calendar);
  if (!intakeOnly && start.time <= cutoff) return { day: start.day, steps: [{ kind: "same-day", cutoff }] };
  const next = walk(start.day, 1, calendar);
  return { day: next.day, steps: [intakeOnly ? { kind: "intake-only" } : { kind: "after-cutoff", cutoff }, ...next.steps] };
}

function calendarTerm(
  rule: DeadlineRule & { kind: "calendar-days" },
  start: Start,
  pauses: readonly Pause[],
  calendar: Calendar,
): Reckoned {
  const slept = sleptDays(pauses, start.day, calendar).length;
  const last = addDays(start.day, rule.days + (rule.extension?.days ?? 0) + slept);
  const steps: ExplainStep[] = [
    { kind: "term", days: rule.days, unit: "calendar", from: addDays(start.day, 1) },
    ...extended(rule, "calendar"),
    ...asleep(slept, "calendar", pauses),
  ];
  if (isWorkingDay(last, calendar)) return { day: last, steps };
  const moved = walk(last, 1, calendar);
  return {
    day: moved.day,
    steps: [...steps, { kind: "ends-on-day-off", day: last, because: closedBecause(last, calendar) }, ...moved.steps],
  };
}

function workingDaysSlept(pauses: readonly Pause[], start: string, calendar: Calendar): number {
  return sleptDays(pauses, start, calendar).filter((day) => isWorkingDay(day, calendar)).length;
}

function extended({ extension }: DeadlineRule, unit: "working" | "calendar"): ExplainStep[] {
  return extension ? [{ kind: "extended", days: extension.days, unit, because: extension.because }] : [];
}

function asleep(slept: number, unit: "working" | "calendar", pauses: readonly Pause[]): ExplainStep[] {
  return [
    ...(slept > 0 ? [{ kind: "slept", days: slept, unit } as const] : []),
    ...(isAsleep(pauses) ? [{ kind: "asleep" } as const] : []),
  ];
}
