import { atOffice, officeDay } from "../../base/clock.ts";
import type { Calendar } from "./calendar.ts";
import { laterDay } from "./days.ts";
import { nextWorkingDay } from "./urgency.ts";
import { afterWorking } from "./working-time.ts";

/** What a new promise must allow for. */
export interface WorkLeft {
  readonly now: Date;
  /** The day that was promised, YYYY-MM-DD. */
  readonly before: string;
  /** Working minutes that the procedure still gives to what is not done. */
  readonly minutes: number;
  /** The day by which somebody else should answer, without whom nothing goes on; null where nobody is waited for. */
  readonly waitsUntil: string | null;
}

/**
 * The day that can be promised with an apology: the first working day, after today and after the day that was promised, by the end of which the work that is
 * left fits into the office's working hours, counted from now or from when the answer of somebody else is due.
 */
export function newPromise({ now, before, minutes, waitsUntil }: WorkLeft, calendar: Calendar): string {
  const today = officeDay(now);
  const answered = waitsUntil === null ? now : atOffice(waitsUntil, calendar.hours.afternoon.closes);
  const done = afterWorking(answered > now ? answered : now, minutes, calendar).day;
  const earliest = nextWorkingDay(laterDay(today, before), calendar);
  return laterDay(done, earliest);
}
