import { officeMoment } from "../../base/clock.ts";
import { type Calendar, isWorkingDay } from "./calendar.ts";
import { addDays } from "./days.ts";
import { minutesOf, timeOf } from "./minutes.ts";
import type { OfficeMoment } from "./opening.ts";
import type { Pause } from "./pauses.ts";

/** A stretch of one day, in minutes since its midnight. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A stretch of time as the office's days and clock show it; `last` is null where it has no end. */
interface Span {
  readonly first: string;
  readonly last: string | null;
  readonly opens: number;
  readonly closes: number;
}

const DAY_MINUTES = 24 * 60;

/** Minutes of an office's working hours between two moments; nothing of nights, noons, weekends and holidays, nor of the pauses that are over. */
export function workingMinutes(from: Date, to: Date, calendar: Calendar, pauses: readonly Pause[] = []): number {
  const [within, asleep] = [spanOf({ from, to }), spansOver(pauses)];
  const last = within.last ?? within.first;
  let sum = 0;
  for (let day = within.first; day <= last; day = officeDayOf(day, calendar).next)
    for (const stretch of workedOn(day, within, calendar, asleep)) sum += stretch.to - stretch.from;
  return sum;
}

/** The moment at which so many working minutes have passed, the pauses that are over left out; none of them: the next at which somebody works. */
export function afterWorking(from: Date, minutes: number, calendar: Calendar, pauses: readonly Pause[] = []): OfficeMoment {
  const [within, asleep] = [spanOf({ from, to: null }), spansOver(pauses)];
  let left = minutes;
  for (let day = within.first; ; day = officeDayOf(day, calendar).next) {
    for (const stretch of workedOn(day, within, calendar, asleep)) {
      const has = stretch.to - stretch.from;
      if (left <= has) return { day, time: timeOf(stretch.from + left) };
      left -= has;
    }
  }
}

/** Minutes of one working day, to say minutes as days. */
export function minutesOfDay({ hours: { morning, afternoon } }: Calendar): number {
  return minutesOf(morning.closes) - minutesOf(morning.opens) + minutesOf(afternoon.closes) - minutesOf(afternoon.opens);
}

/** "1 ngày 2 giờ 10 phút", in working days. */
export function durationWords(minutes: number, calendar: Calendar): string {
  const day = minutesOfDay(calendar);
  const parts = [
    { count: Math.floor(minutes / day), unit: "ngày" },
    { count: Math.floor((minutes % day) / 60), unit: "giờ" },
    { count: Math.floor((minutes % day) % 60), unit: "phút" },
  ].filter(({ count }) => count > 0);
  return parts.map(({ count, unit }) => `${count} ${unit}`).join(" ") || "chưa đến một phút";
}

/** The stretches of a day in which the office works, within one stretch of time and outside the pauses. */
function workedOn(day: string, within: Span, calendar: Calendar, asleep: readonly Span[]): Stretch[] {
  const { from, to } = partOf(day, within);
  const worked = officeDayOf(day, calendar).halves.map((half) => ({ from: Math.max(half.from, from), to: Math.min(half.to, to) }));
  return asleep
    .map((pause) => partOf(day, pause))
    .reduce((stretches, pause) => stretches.flatMap((stretch) => without(stretch, pause)), worked)
    .filter(isLong);
}

/** Days are worked out once a calendar: the dossiers of a list run over the same ones. */
const DAYS = new WeakMap<Calendar, Map<string, OfficeDay>>();

interface OfficeDay {
  readonly halves: readonly Stretch[];
  readonly next: string;
}

function officeDayOf(day: string, calendar: Calendar): OfficeDay {
  const known = DAYS.get(calendar) ?? new Map<string, OfficeDay>();
  const found = known.get(day);
  if (found) return found;
  const made = { halves: halvesOf(day, calendar), next: addDays(day, 1) };
  DAYS.set(calendar, known.set(day, made));
  return made;
}

/** What an office works of a day: both halves, or the one that it does not close. */
function halvesOf(day: string, calendar: Calendar): Stretch[] {
  if (!isWorkingDay(day, calendar)) return [];
  const { morning, afternoon } = calendar.hours;
  const own = calendar.own.get(day)?.kind;
  const halves = own === "morning-only" ? [morning] : own === "afternoon-only" ? [afternoon] : [morning, afternoon];
  return halves.map(({ opens, closes }) => ({ from: minutesOf(opens), to: minutesOf(closes) }));
}

/** The pauses that are over. */
function spansOver(pauses: readonly Pause[]): Span[] {
  return pauses.filter(({ to }) => to !== null).map(spanOf);
}

function spanOf({ from, to }: Pause): Span {
  const [begins, ends] = [officeMoment(from), to === null ? null : officeMoment(to)];
  return {
    first: begins.day,
    last: ends === null ? null : ends.day,
    opens: minutesOf(begins.time),
    closes: ends === null ? DAY_MINUTES : minutesOf(ends.time),
  };
}

/** The part of a stretch of time that lies on a day; empty where none does. */
function partOf(day: string, { first, last, opens, closes }: Span): Stretch {
  if (day < first || (last !== null && day > last)) return { from: DAY_MINUTES, to: 0 };
  return { from: day === first ? opens : 0, to: day === last ? closes : DAY_MINUTES };
}

function without(stretch: Stretch, away: Stretch): Stretch[] {
  if (away.from >= away.to) return [stretch];
  return [
    { from: stretch.from, to: Math.min(stretch.to, away.from) },
    { from: Math.max(stretch.from, away.to), to: stretch.to },
  ].filter(isLong);
}

function isLong({ from, to }: Stretch): boolean {
  return from < to;
}
