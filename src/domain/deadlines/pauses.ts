import type { Calendar } from "./calendar.ts";
import { addDays, eachDay } from "./days.ts";
import { countedAt } from "./opening.ts";

/** A stretch in which the clock sleeps because the citizen owes something; `to` is null while it is owed. */
export interface Pause {
  readonly from: Date;
  readonly to: Date | null;
}

/**
 * The days on whose morning the clock was asleep: asked on Monday, answered on Wednesday are two, Tuesday and Wednesday. So pauses add up
 * whatever their order, a day that two of them touch is slept once, and what was asked and answered on one day costs nothing. What happens
 * out of hours happens at the next opening; but who is asked on a day on which that one office is closed sleeps from that day on, so that no
 * closed day ever makes a sleep shorter. What lies before the start of the count does not matter, and an open pause adds nothing until it is
 * closed.
 */
export function sleptDays(pauses: readonly Pause[], start: string, calendar: Calendar): string[] {
  const usual = { ...calendar, own: new Map() };
  const days = pauses.flatMap(({ from, to }) => {
    if (to === null) return [];
    const asleep = countedAt(from, usual).day;
    return eachDay(addDays(asleep > start ? asleep : start, 1), countedAt(to, calendar).day);
  });
  return [...new Set(days)];
}

/** Does the clock wake on that very day, after the cut-off (HH:MM)? */
export function wokeLate(pauses: readonly Pause[], day: string, cutoff: string, calendar: Calendar): boolean {
  return wakings(pauses).some((instant) => {
    const woken = countedAt(instant, calendar);
    return woken.day === day && woken.time > cutoff;
  });
}

/** The ends of pauses at which no other pause goes on. */
function wakings(pauses: readonly Pause[]): Date[] {
  return pauses.flatMap(({ to }) => (to === null || pauses.some((other) => goesOnAt(to, other)) ? [] : [to]));
}

function goesOnAt(instant: Date, { from, to }: Pause): boolean {
  return from <= instant && (to === null || instant < to);
}

export function isAsleep(pauses: readonly Pause[]): boolean {
  return pauses.some(({ to }) => to === null);
}
