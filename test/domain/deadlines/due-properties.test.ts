import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { COMMUNE_HOURS, POLICE_HOURS } from "../../../src/domain/deadlines/calendar.ts";
import { dueDate } from "../../../src/domain/deadlines/due.ts";
import type { Pause } from "../../../src/domain/deadlines/pauses.ts";
import type { DeadlineRule } from "../../../src/domain/deadlines/terms.ts";
import { contentCalendar, contentYears } from "./content-calendar.ts";

/**
 * The clock against a second one that was written to be obvious: it walks minute by minute through opening hours and day by day through a
 * list of closed days of its own, with plain numbers for days.
 */
const MINUTE = 60_000;
const DAY = 24 * 60;
const OFFICE = 7 * 60;

const closedDays = new Set<number>();
const exchanged = new Set<number>();
for (const year of contentYears()) {
  for (const { from, to } of year.holidays) for (let day = number(from); day <= number(to); day += 1) closedDays.add(day);
  for (const { day } of year.substitutes) closedDays.add(number(day));
  for (const { off, worked } of year.swaps) {
    closedDays.add(number(off));
    exchanged.add(number(worked));
  }
}

type Office = "commune" | "police";
const calendars = { commune: contentCalendar(COMMUNE_HOURS), police: contentCalendar(POLICE_HOURS) };
const kind = fc.constantFrom<Office>("commune", "police");

const instant = fc.date({ min: new Date("2023-01-05T00:00:00Z"), max: new Date("2027-06-30T00:00:00Z"), noInvalidDate: true });
const rule: fc.Arbitrary<DeadlineRule> = fc.oneof(
  fc.record({ kind: fc.constant("same-day" as const), cutoff: fc.constantFrom("15:00", "11:30") }),
  fc.record({ kind: fc.constantFrom("working-days" as const, "calendar-days" as const), days: fc.integer({ min: 1, max: 40 }) }),
);
/** Pauses as dossiers have them: they begin some hours after receipt and last up to three weeks; they may overlap here. */
const pauseHours = fc.array(fc.tuple(fc.integer({ min: -30, max: 400 }), fc.integer({ min: 0, max: 500 })), { maxLength: 4 });

describe("a due date, whatever came and when,", () => {
  it("is what an obvious clock says", () => {
    fc.assert(
      fc.property(kind, rule, instant, pauseHours, (office, rule, receivedAt, hours) => {
        const pauses = pausesOf(receivedAt, hours);
        assert.equal(number(dueDate(rule, receivedAt, calendars[office], pauses).day), naiveDue(rule, receivedAt, office, pauses));
      }),
      { numRuns: 600 },
    );
  });

  it("is a working day, and never before the dossier came", () => {
    fc.assert(
      fc.property(kind, rule, instant, pauseHours, (office, rule, receivedAt, hours) => {
        const { day, time } = dueDate(rule, receivedAt, calendars[office], pausesOf(receivedAt, hours));
        assert.ok(isWorking(number(day)), day);
        assert.ok(new Date(`${day}T${time}:00+07:00`) >= receivedAt);
      }),
    );
  });

  it("is never earlier for a dossier that came later", () => {
    fc.assert(
      fc.property(kind, rule, instant, fc.integer({ min: 0, max: 20 * DAY }), pauseHours, (office, rule, receivedAt, minutes, hours) => {
        const pauses = pausesOf(receivedAt, hours);
        const later = new Date(receivedAt.getTime() + minutes * MINUTE);
        assert.ok(dueDate(rule, receivedAt, calendars[office], pauses).day <= dueDate(rule, later, calendars[office], pauses).day);
      }),
    );
  });

  it("is never earlier for a pause, and the same for a pause that is cut in two", () => {
    fc.assert(
      fc.property(kind, rule, instant, pauseHours, (office, rule, receivedAt, hours) => {
        const pauses = pausesOf(receivedAt, hours);
        const all = dueDate(rule, receivedAt, calendars[office], pauses).day;
        assert.ok(dueDate(rule, receivedAt, calendars[office]).day <= all);
        assert.ok(dueDate(rule, receivedAt, calendars[office], pauses.slice(1)).day <= all);
        assert.equal(dueDate(rule, receivedAt, calendars[office], pauses.flatMap(cutInTwo)).day, all);
      }),
    );
  });

  it("does not ask in which order the pauses are told", () => {
    fc.assert(
      fc.property(kind, rule, instant, pauseHours, (office, rule, receivedAt, hours) => {
        const pauses = pausesOf(receivedAt, hours);
        assert.deepEqual(
          dueDate(rule, receivedAt, calendars[office], pauses.toReversed()),
          dueDate(rule, receivedAt, calendars[office], pauses),
        );
      }),
    );
  });

  it("can be told in sentences, the last of which is the date", () => {
    fc.assert(
      fc.property(kind, rule, instant, pauseHours, (office, rule, receivedAt, hours) => {
        const { day, explanation } = dueDate(rule, receivedAt, calendars[office], pausesOf(receivedAt, hours));
        const [year, month, date] = day.split("-").map(Number);
        assert.ok(
          explanation.every((sentence) => /^[\p{Lu}\d].*\.$/u.test(sentence)),
          explanation.join("\n"),
        );
        assert.ok(explanation.at(-1)?.endsWith(` ${date}/${month}/${year}.`));
      }),
    );
  });
});

function naiveDue(rule: DeadlineRule, receivedAt: Date, office: Office, pauses: readonly Pause[]): number {
  const start = startOf(rule, opened(receivedAt, office));
  const slept = new Set<number>();
  for (const { from, to } of pauses) {
    if (to === null) continue;
    const [asleep, awake] = [counted(from), counted(to)];
    for (let day = start + 1; day * DAY <= awake; day += 1) if (day * DAY > asleep) slept.add(day);
  }
  if (rule.kind === "calendar-days") {
    const last = start + rule.days + slept.size;
    return isWorking(last) ? last : workingDaysLater(last, 1);
  }
  const term = rule.kind === "working-days" ? rule.days : 0;
  const day = workingDaysLater(start, term + [...slept].filter(isWorking).length);
  if (rule.kind === "working-days") return day;
  const awake = pauses.filter(({ to }) => to && !pauses.some((other) => other.to && other.from <= to && to < other.to));
  const answeredLate = awake.some(({ to }) => to && dayOf(counted(to)) === day && isAfter(counted(to), rule.cutoff));
  return answeredLate ? workingDaysLater(day, 1) : day;
}

/** The day that is not counted itself; of a same-day procedure the day on which it is done. */
function startOf(rule: DeadlineRule, received: number): number {
  const day = dayOf(received);
  if (rule.kind !== "same-day") return day;
  return isWorking(day) && !isAfter(received, rule.cutoff) ? day : workingDaysLater(day, 1);
}

function workingDaysLater(from: number, count: number): number {
  let day = from;
  for (let left = count; left > 0; ) {
    day += 1;
    if (isWorking(day)) left -= 1;
  }
  return day;
}

/** The first minute from that instant on at which somebody is there. */
function opened(instant: Date, office: Office): number {
  let minute = minutes(instant);
  while (!isOpen(minute, office)) minute += 1;
  return minute;
}

/** The clock goes on working days only, also where a Saturday morning is open. */
function counted(instant: Date): number {
  return opened(instant, "commune");
}

function dayOf(minute: number): number {
  return Math.floor(minute / DAY);
}

function isAfter(minute: number, time: string): boolean {
  return minute % DAY > clock(time);
}

/** Minutes of the office's wall clock since 1970. */
function minutes(instant: Date): number {
  return Math.floor(instant.getTime() / MINUTE) + OFFICE;
}

function isOpen(minute: number, office: Office): boolean {
  const day = Math.floor(minute / DAY);
  const time = minute % DAY;
  if (isWorking(day)) return time >= clock("07:30") && time <= clock("17:00");
  return office === "police" && weekday(day) === 6 && !closedDays.has(day) && time >= clock("07:30") && time <= clock("11:30");
}

function isWorking(day: number): boolean {
  return exchanged.has(day) || (!closedDays.has(day) && weekday(day) < 6 && weekday(day) > 0);
}

/** 0 Sunday … 6 Saturday; 1970-01-01 was a Thursday. */
function weekday(day: number): number {
  return (day + 4) % 7;
}

function clock(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

function number(day: string): number {
  return Date.parse(day) / (DAY * MINUTE);
}

function pausesOf(receivedAt: Date, hours: readonly (readonly [number, number])[]): Pause[] {
  return hours.map(([after, length]) => {
    const from = receivedAt.getTime() + after * 60 * MINUTE;
    return { from: new Date(from), to: new Date(from + length * 60 * MINUTE) };
  });
}

function cutInTwo({ from, to }: Pause): Pause[] {
  if (to === null) return [{ from, to }];
  const middle = new Date((from.getTime() + to.getTime()) / 2);
  return [
    { from, to: middle },
    { from: middle, to },
  ];
}
