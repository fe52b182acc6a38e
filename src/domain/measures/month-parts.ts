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

/** The fewest days beside whole months. Nothing is counted of days after `today`: the month that goes on is taken whole, for that costs nothing and stays the same all month. */
export function monthPartsOf({ from, to }: Period, today: string): MonthParts {
  const [first, last] = [firstOf(from), firstOf(to)];
  const [before, after] = [
    { from: first, to: addDays(from, -1) },
    { from: addDays(to, 1), to: addDays(monthAfter(to), -1) },
  ];
  const wholeFirst = dayOf(from) <= MIDDLE;
  const wholeLast = dayOf(to) >= MIDDLE || to >= today;
  const whole = { from: wholeFirst ? first : monthAfter(from), until: wholeLast ? monthAfter(to) : last };
  if (whole.from >= whole.until) return { months: { from: first, until: first }, more: [{ from, to }], less: [] };
  return {
    months: whole,
    more: [...(wholeFirst ? [] : [{ from, to: addDays(whole.from, -1) }]), ...(wholeLast ? [] : [{ from: last, to }])],
    less: [...(wholeFirst ? [before] : []), ...(wholeLast ? [after] : [])].filter((days) => days.from <= days.to),
  };
}

/** A period year by year; a year that goes on until its end, though nothing is counted of its later days, so that it stays the same until then. */
export function yearPartsOf({ from, to }: Period, today: string): Period[] {
  const until = to >= today ? `${to.slice(0, 4)}-12-31` : to;
  const years = Array.from(
    { length: Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1 },
    (_, place) => Number(from.slice(0, 4)) + place,
  );
  return years.map((year) => ({
    from: from > `${year}-01-01` ? from : `${year}-01-01`,
    to: until < `${year}-12-31` ? until : `${year}-12-31`,
  }));
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
