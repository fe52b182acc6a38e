import { addDays } from "../deadlines/days.ts";
import type { Period } from "./periods.ts";

/** How a period is added up: whole months from one first day to another (that one excluded), then days more, then days less. */
export interface MonthParts {
  readonly months: { readonly from: string; readonly until: string };
  readonly more: readonly Period[];
  readonly less: readonly Period[];
}

/** Of a month that is cut, from this day on the whole month less its other days is nearer than the days themselves: so "until today" takes no days at all, for nothing happened after. */
const MIDDLE = 16;

/** The fewest days beside whole months. */
export function monthPartsOf({ from, to }: Period): MonthParts {
  const [first, last] = [firstOf(from), firstOf(to)];
  const [before, after] = [
    { from: first, to: addDays(from, -1) },
    { from: addDays(to, 1), to: addDays(monthAfter(to), -1) },
  ];
  const wholeFirst = dayOf(from) <= MIDDLE;
  const wholeLast = dayOf(to) >= MIDDLE;
  const whole = { from: wholeFirst ? first : monthAfter(from), until: wholeLast ? monthAfter(to) : last };
  if (whole.from >= whole.until) return { months: { from: first, until: first }, more: [{ from, to }], less: [] };
  return {
    months: whole,
    more: [...(wholeFirst ? [] : [{ from, to: addDays(whole.from, -1) }]), ...(wholeLast ? [] : [{ from: last, to }])],
    less: [...(wholeFirst ? [before] : []), ...(wholeLast ? [after] : [])].filter((days) => days.from <= days.to),
  };
}

function firstOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

function dayOf(day: string): number {
  return Number(day.slice(8));
}

function monthAfter(day: string): string {
  return firstOf(addDays(`${day.slice(0, 7)}-28`, 7));
}
