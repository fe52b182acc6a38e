import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { atOffice, officeDay, officeTime } from "../../../src/base/clock.ts";
import { COMMUNE_HOURS, isWorkingDay, makeCalendar, POLICE_HOURS } from "../../../src/domain/deadlines/calendar.ts";
import { dueDate } from "../../../src/domain/deadlines/due.ts";
import type { Pause } from "../../../src/domain/deadlines/pauses.ts";
import { stepDues } from "../../../src/domain/deadlines/step-dues.ts";
import type { DeadlineRule } from "../../../src/domain/deadlines/terms.ts";
import { daysLate, urgencyOf } from "../../../src/domain/deadlines/urgency.ts";
import { afterWorking, workingMinutes } from "../../../src/domain/deadlines/working-time.ts";
import { contentCalendar, contentYears } from "./content-calendar.ts";

const calendar = contentCalendar();
const calendars = [calendar, contentCalendar(POLICE_HOURS)] as const;
const MINUTE = 60_000;

const instant = fc.date({ min: new Date("2023-01-05T00:00:00Z"), max: new Date("2027-05-30T00:00:00Z"), noInvalidDate: true });
const rule: fc.Arbitrary<DeadlineRule> = fc.oneof(
  fc.record({ kind: fc.constant("same-day" as const), cutoff: fc.constantFrom("15:00", "11:30") }),
  fc.record({ kind: fc.constantFrom("working-days" as const, "calendar-days" as const), days: fc.integer({ min: 1, max: 25 }) }),
);
const parts = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 5 });
const pauseHours = fc.array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 })), { maxLength: 4 });
const which = fc.constantFrom(...calendars);

function pausesOf(receivedAt: Date, hours: readonly (readonly [number, number])[]): Pause[] {
  return hours.map(([after, length]) => {
    const from = receivedAt.getTime() + after * 60 * MINUTE;
    return { from: new Date(from), to: new Date(from + length * 60 * MINUTE) };
  });
}

const written = ({ day, time }: { day: string; time: string }) => `${day} ${time}`;

describe("the dues of a dossier's steps", () => {
  const MONDAY = atOffice("2026-11-16", "09:00");
  const promised = { day: "2026-11-20", time: "17:00" };
  const table: readonly [string, readonly number[], readonly Pause[], string, readonly string[]][] = [
    // 6 hours of Monday (09:00 to 17:00 without noon) and four days of 7½: 36 hours
    ["share the working hours of the term", [10, 70, 20], [], "2026-11-20", ["2026-11-16 14:36", "2026-11-20 07:48", "2026-11-20 17:00"]],
    ["are one when there is one step", [100], [], "2026-11-20", ["2026-11-20 17:00"]],
    [
      "move with a pause by as long as it lasted, noons and nights left out",
      [50, 50],
      [{ from: atOffice("2026-11-17", "08:00"), to: atOffice("2026-11-18", "08:00") }],
      "2026-11-23",
      ["2026-11-19 14:00", "2026-11-23 17:00"],
    ],
    [
      "stay where they are when the pause came after them",
      [10, 90],
      [{ from: atOffice("2026-11-17", "08:00"), to: atOffice("2026-11-18", "08:00") }],
      "2026-11-23",
      ["2026-11-16 14:36", "2026-11-23 17:00"],
    ],
  ];
  for (const [what, shares, pauses, due, expected] of table)
    it(what, () => {
      const dues = stepDues({ from: MONDAY, promised, due: { day: due, time: "17:00" } }, shares, calendar, pauses);
      assert.deepEqual(dues.map(written), expected);
    });

  it("come one after another, none before the dossier and none after the whole due, and the last is the whole due", () => {
    fc.assert(
      fc.property(which, rule, instant, parts, pauseHours, (each, rule, receivedAt, parts, hours) => {
        const pauses = pausesOf(receivedAt, hours);
        const term = { from: receivedAt, promised: dueDate(rule, receivedAt, each), due: dueDate(rule, receivedAt, each, pauses) };
        const dues = stepDues(term, parts, each, pauses).map(written);
        assert.deepEqual([...dues].sort(), dues);
        assert.ok(dues.every((due) => due <= written(term.due)));
        assert.ok((dues[0] ?? "") >= `${officeDay(receivedAt)} ${officeTime(receivedAt)}`);
        assert.equal(dues.at(-1), written(term.due));
      }),
    );
  });

  it("lie on working days in working hours", () => {
    fc.assert(
      fc.property(which, rule, instant, parts, pauseHours, (each, rule, receivedAt, parts, hours) => {
        const pauses = pausesOf(receivedAt, hours);
        const term = { from: receivedAt, promised: dueDate(rule, receivedAt, each), due: dueDate(rule, receivedAt, each, pauses) };
        for (const { day, time } of stepDues(term, parts, each, pauses)) {
          assert.ok(isWorkingDay(day, each), day);
          assert.ok((time >= "07:30" && time <= "11:30") || (time >= "13:30" && time <= "17:00"), time);
        }
      }),
    );
  });

  it("give the steps their parts of the time: together the whole, each its own to the minute", () => {
    fc.assert(
      fc.property(rule, instant, parts, (rule, receivedAt, parts) => {
        const promised = dueDate(rule, receivedAt, calendar);
        const whole = workingMinutes(receivedAt, atOffice(promised.day, promised.time), calendar);
        const sum = parts.reduce((total, part) => total + part, 0);
        let from = receivedAt;
        const given = stepDues({ from: receivedAt, promised, due: promised }, parts, calendar).map(({ day, time }) => {
          const minutes = workingMinutes(from, atOffice(day, time), calendar);
          from = atOffice(day, time);
          return minutes;
        });
        assert.equal(
          given.reduce((total, minutes) => total + minutes, 0),
          whole,
        );
        for (const [place, minutes] of given.entries()) assert.ok(Math.abs(minutes - (whole * (parts[place] ?? 0)) / sum) <= 1);
      }),
    );
  });

  it("are never earlier for a pause, and the same in whatever order the pauses are told and however they are cut", () => {
    fc.assert(
      fc.property(which, rule, instant, parts, pauseHours, (each, rule, receivedAt, parts, hours) => {
        const pauses = pausesOf(receivedAt, hours);
        const promised = dueDate(rule, receivedAt, each);
        const dues = (some: readonly Pause[]) =>
          stepDues({ from: receivedAt, promised, due: dueDate(rule, receivedAt, each, some) }, parts, each, some).map(written);
        const all = dues(pauses);
        for (const [place, due] of dues(pauses.slice(1)).entries()) assert.ok(due <= (all[place] ?? ""));
        assert.deepEqual(dues(pauses.toReversed()), all);
        const cut = pauses.flatMap(({ from, to }) => {
          const middle = new Date((from.getTime() + (to ?? from).getTime()) / 2);
          return [
            { from, to: middle },
            { from: middle, to },
          ];
        });
        assert.deepEqual(dues(cut), all);
      }),
    );
  });

  it("are never earlier for a larger part of the steps before", () => {
    fc.assert(
      fc.property(rule, instant, parts, fc.nat(50), (rule, receivedAt, parts, more) => {
        const promised = dueDate(rule, receivedAt, calendar);
        const [first = 1, ...rest] = parts;
        const dues = (some: readonly number[]) => stepDues({ from: receivedAt, promised, due: promised }, some, calendar).map(written);
        const larger = dues([first + more, ...rest]);
        for (const [place, due] of dues(parts).entries()) assert.ok(due <= (larger[place] ?? ""));
      }),
    );
  });
});

describe("working time", () => {
  it("that is counted on is the same that is counted back", () => {
    fc.assert(
      fc.property(which, instant, fc.integer({ min: 0, max: 20_000 }), pauseHours, (each, from, minutes, hours) => {
        const pauses = pausesOf(from, hours);
        const { day, time } = afterWorking(from, minutes, each, pauses);
        const reached = atOffice(day, time);
        assert.equal(workingMinutes(from, reached, each, pauses), minutes);
        assert.ok(
          minutes === 0 || workingMinutes(from, new Date(reached.getTime() - MINUTE), each, pauses) < minutes,
          "no later than it must",
        );
      }),
    );
  });

  it("of a day on which an office works half is that half", () => {
    const half = makeCalendar(contentYears(), COMMUNE_HOURS, [{ day: "2026-11-19", kind: "morning-only", reason: "họp" }]);
    assert.equal(workingMinutes(atOffice("2026-11-19", "00:00"), atOffice("2026-11-19", "23:59"), half), 240);
    assert.deepEqual(afterWorking(atOffice("2026-11-19", "11:00"), 60, half), { day: "2026-11-20", time: "08:00" });
  });
});

describe("how near a due date is", () => {
  const due = { day: "2026-11-30", time: "17:00" };
  const table: readonly [string, string, string, ReturnType<typeof urgencyOf>][] = [
    ["two working days before", "2026-11-26", "09:00", "none"],
    ["on the Friday before a Monday", "2026-11-27", "09:00", "soon"],
    ["on the weekend before", "2026-11-28", "09:00", "soon"],
    ["on the day itself", "2026-11-30", "17:00", "soon"],
    ["when its hour is over", "2026-11-30", "17:01", "late"],
    ["on the day after", "2026-12-01", "07:00", "late"],
  ];
  for (const [when, day, time, urgency] of table)
    it(`is "${urgency}" ${when}`, () => assert.equal(urgencyOf(due, atOffice(day, time), calendar), urgency));

  it("is told late in working days", () => {
    assert.equal(daysLate("2026-11-27", "2026-11-30", calendar), 1);
    assert.equal(daysLate("2026-11-27", "2026-11-27", calendar), 0);
  });
});
