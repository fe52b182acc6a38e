import { Temporal } from "temporal-polyfill";

/** Days are YYYY-MM-DD at the office, never instants; as texts they compare in their own order. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** 1 Monday … 7 Sunday (ISO 8601). */
export function weekday(day: string): number {
  return Temporal.PlainDate.from(day).dayOfWeek;
}

/** Every day from the first to the last, both with it; none when the last lies before the first. */
export function eachDay(first: string, last: string): string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** How many days lie from one day to a later one: 0 for the same. */
export function daysBetween(first: string, last: string): number {
  return Temporal.PlainDate.from(first).until(last, { largestUnit: "days" }).days;
}

/** The earlier of two days. */
export function earlierDay(one: string, other: string): string {
  const [first = one] = [one, other].sort();
  return first;
}

/** The later of two days. */
export function laterDay(one: string, other: string): string {
  const [, last = one] = [one, other].sort();
  return last;
}
