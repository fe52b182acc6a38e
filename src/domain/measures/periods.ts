import { addDays, daysBetween } from "../deadlines/days.ts";

/** Days at the office (YYYY-MM-DD), both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The months (YYYY-MM) that a period touches, in their order. */
export function monthsOf({ from, to }: Period): string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = nextMonth(month)) months.push(month);
  return months;
}

/** As many days just before the period, to compare with. */
export function periodBefore({ from, to }: Period): Period {
  return { from: addDays(from, -(daysBetween(from, to) + 1)), to: addDays(from, -1) };
}

/** "11/2023" */
export function monthWords(month: string): string {
  const [year, number] = month.split("-");
  return `${Number(number)}/${year}`;
}

function nextMonth(month: string): string {
  return addDays(`${month}-28`, 7).slice(0, 7);
}
