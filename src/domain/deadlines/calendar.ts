import { z } from "zod";

/** One file of content/holidays: the days off of one year besides weekends, and the Saturdays worked in exchange. */
export const holidayYearSchema = z.strictObject({
  year: z.int(),
  source: z.string().min(1),
  /** the list is from memory and wants checking */
  unverified: z.boolean(),
  /** the government has not issued that year's plan yet */
  provisional: z.boolean(),
  off: z.record(z.iso.date(), z.string()),
  worked: z.array(z.iso.date()),
});

export type HolidayYear = z.infer<typeof holidayYearSchema>;

/** When an office works. Times are HH:MM on the office's clock; day numbers are 1 Monday … 7 Sunday. */
export interface WorkingHours {
  readonly weekdays: readonly number[];
  /** Worked in the morning only (police residence desks on Saturday). */
  readonly mornings: readonly number[];
  readonly morning: { readonly opens: string; readonly closes: string };
  readonly afternoon: { readonly opens: string; readonly closes: string };
}

export const COMMUNE_HOURS: WorkingHours = {
  weekdays: [1, 2, 3, 4, 5],
  mornings: [],
  morning: { opens: "07:30", closes: "11:30" },
  afternoon: { opens: "13:30", closes: "17:00" },
};

/** Police residence desks also open on Saturday mornings. */
export const POLICE_HOURS: WorkingHours = { ...COMMUNE_HOURS, mornings: [6] };

export interface Calendar {
  readonly years: ReadonlyMap<number, HolidayYear>;
  readonly hours: WorkingHours;
}

export function makeCalendar(years: readonly HolidayYear[], hours: WorkingHours): Calendar {
  return { years: new Map(years.map((year) => [year.year, year])), hours };
}

/** Why the office is closed on that day, or null when it works. A Saturday worked in exchange is a working day. */
export function closedBecause(day: string, calendar: Calendar): string | null {
  const year = calendar.years.get(Number(day.slice(0, 4)));
  const holiday = year?.off[day];
  if (holiday) return holiday;
  if (year?.worked.includes(day)) return null;
  return calendar.hours.weekdays.includes(weekday(day)) ? null : "cuối tuần";
}

/** A day that counts in deadlines. A Saturday morning of the police desk takes dossiers but is not counted as a working day. */
export function isWorkingDay(day: string, calendar: Calendar): boolean {
  return closedBecause(day, calendar) === null;
}

/** When the office opens and closes on that day; null on a day off. */
export function hoursOn(day: string, calendar: Calendar): { opens: string; closes: string } | null {
  const { hours } = calendar;
  if (isWorkingDay(day, calendar)) return { opens: hours.morning.opens, closes: hours.afternoon.closes };
  const holiday = calendar.years.get(Number(day.slice(0, 4)))?.off[day];
  return !holiday && hours.mornings.includes(weekday(day)) ? { opens: hours.morning.opens, closes: hours.morning.closes } : null;
}

export function nextWorkingDay(day: string, calendar: Calendar): string {
  let next = addDays(day, 1);
  while (!isWorkingDay(next, calendar)) next = addDays(next, 1);
  return next;
}

/** The calendar day that many days later (or earlier). */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** 1 Monday … 7 Sunday. */
function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
