import { z } from "zod";
import { assert } from "../../base/assert.ts";
import type { Result } from "../../base/result.ts";
import { parseContent } from "../content-file.ts";
import { eachDay, weekday } from "./days.ts";
import { holidayComplaints } from "./holiday-complaints.ts";
import type { OwnDay } from "./own-days.ts";

const name = z.string().min(1);
const day = z.iso.date({ abort: true });

/** One file of content/holidays: the days off of one year besides weekends, and the weekend days worked in exchange. */
export const holidayYearSchema = z
  .strictObject({
    year: z.int(),
    /** The announcement or law that says so. */
    source: z.string().min(1),
    /** The list is from memory and wants checking. */
    unverified: z.boolean().default(false),
    /** The government has not issued that year's plan yet. */
    provisional: z.boolean().default(false),
    holidays: z
      .array(
        z.union([
          z.strictObject({ from: day, to: day, name }),
          z.strictObject({ day, name }).transform(({ day, name }) => ({ from: day, to: day, name })),
        ]),
      )
      .min(1),
    /** Nghỉ bù: a working day off because the holiday itself fell on a weekend. */
    substitutes: z.array(z.strictObject({ day, holiday: day, name })).default([]),
    /** Hoán đổi: a working day off, and the weekend day that is worked for it. */
    swaps: z.array(z.strictObject({ off: day, worked: day })).default([]),
  })
  .superRefine((year, context) => {
    for (const message of holidayComplaints(year)) context.addIssue({ code: "custom", message });
  });

export type HolidayYear = z.infer<typeof holidayYearSchema>;

/** Reads one file of content/holidays (already taken out of YAML), or says in words all that is wrong with it. */
export function parseHolidays(data: unknown, fileName: string): Result<HolidayYear, string[]> {
  return parseContent(holidayYearSchema, data, fileName);
}

/** When an office works. Times are HH:MM on the office's clock; day numbers are 1 Monday … 7 Sunday. */
export interface WorkingHours {
  readonly weekdays: readonly number[];
  /** Worked in the morning only: dossiers are taken then, but the day does not count in deadlines. */
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

/** Why an office is closed on a day. */
export type DayOff =
  | { readonly kind: "weekend" }
  | { readonly kind: "holiday"; readonly name: string }
  | { readonly kind: "substitute"; readonly name: string }
  | { readonly kind: "swap"; readonly worked: string }
  | { readonly kind: "own"; readonly reason: string };

/** The days of one office, as far as content/holidays reaches; beyond it only weekends and its own days are known. */
export interface Calendar {
  readonly years: ReadonlyMap<number, HolidayYear>;
  readonly off: ReadonlyMap<string, DayOff>;
  readonly worked: ReadonlySet<string>;
  readonly hours: WorkingHours;
  /** What this office does otherwise than its week says, by day. */
  readonly own: ReadonlyMap<string, OwnDay>;
}

export function makeCalendar(years: readonly HolidayYear[], hours: WorkingHours, ownDays: readonly OwnDay[] = []): Calendar {
  assert(hours.weekdays.length > 0, "an office works on some day of the week");
  return {
    years: new Map(years.map((year) => [year.year, year])),
    off: new Map(years.flatMap(daysOff)),
    worked: new Set(years.flatMap((year) => year.swaps.map((swap) => swap.worked))),
    hours,
    own: new Map(ownDays.map((own) => [own.day, own])),
  };
}

/** The calendar as deadlines count it: hours at which dossiers are merely taken in do not make the clock go. */
export function withoutIntakeOnly(calendar: Calendar): Calendar {
  const own = [...calendar.own].filter(([, { kind }]) => kind !== "extra");
  return { ...calendar, hours: { ...calendar.hours, mornings: [] }, own: new Map(own) };
}

function daysOff(year: HolidayYear): [string, DayOff][] {
  return [
    ...year.holidays.flatMap(({ from, to, name }) => eachDay(from, to).map((day): [string, DayOff] => [day, { kind: "holiday", name }])),
    ...year.substitutes.map(({ day, name }): [string, DayOff] => [day, { kind: "substitute", name }]),
    ...year.swaps.map(({ off, worked }): [string, DayOff] => [off, { kind: "swap", worked }]),
  ];
}

/**
 * Why the office is closed on that day, or null when it works. A weekend day worked in exchange is a working day; so is one on which the office is closed
 * for half of it.
 */
export function closedBecause(day: string, calendar: Calendar): DayOff | null {
  const off = calendar.off.get(day);
  if (off) return off;
  if (!calendar.worked.has(day) && !calendar.hours.weekdays.includes(weekday(day))) return { kind: "weekend" };
  const own = calendar.own.get(day);
  return own?.kind === "closed" ? { kind: "own", reason: own.reason } : null;
}

/** A day that counts in deadlines. */
export function isWorkingDay(day: string, calendar: Calendar): boolean {
  return closedBecause(day, calendar) === null;
}

/** When the office opens and closes on that day; null on a day when it does not open at all. */
export function hoursOn(day: string, calendar: Calendar): { opens: string; closes: string } | null {
  const { morning, afternoon, mornings } = calendar.hours;
  const own = calendar.own.get(day);
  const closed = closedBecause(day, calendar);
  if (closed === null) {
    if (own?.kind === "morning-only") return morning;
    if (own?.kind === "afternoon-only") return afternoon;
    return { opens: morning.opens, closes: afternoon.closes };
  }
  if (own?.kind === "closed") return null;
  const usual = closed.kind === "weekend" && mornings.includes(weekday(day)) ? morning : null;
  if (own?.kind !== "extra") return usual;
  if (usual === null) return { opens: own.opens, closes: own.closes };
  const [opens = own.opens] = [own.opens, usual.opens].sort();
  const closes = [own.closes, usual.closes].sort().at(-1) ?? own.closes;
  return { opens, closes };
}
