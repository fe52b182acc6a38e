import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { officeDay } from "../../../src/base/clock.ts";
import {
  type Calendar,
  COMMUNE_HOURS,
  closedBecause,
  hoursOn,
  isWorkingDay,
  makeCalendar,
  POLICE_HOURS,
} from "../../../src/domain/deadlines/calendar.ts";
import { addDays, eachDay } from "../../../src/domain/deadlines/days.ts";
import { dueDate } from "../../../src/domain/deadlines/due.ts";
import { countedAt } from "../../../src/domain/deadlines/opening.ts";
import type { OwnDay } from "../../../src/domain/deadlines/own-days.ts";
import type { Pause } from "../../../src/domain/deadlines/pauses.ts";
import type { DeadlineRule } from "../../../src/domain/deadlines/terms.ts";
import { contentYears } from "./content-calendar.ts";

const years = contentYears();
const at = (moment: string) => new Date(`${moment.replace(" ", "T")}:00+07:00`);
const WEEK: DeadlineRule = { kind: "working-days", days: 5 };

describe("an office's own days", () => {
  const flooded = makeCalendar(years, COMMUNE_HOURS, [
    { day: "2026-11-18", kind: "closed", reason: "nước lũ ngập trụ sở" },
    { day: "2026-11-19", kind: "morning-only", reason: "họp toàn cơ quan" },
    { day: "2026-11-21", kind: "extra", opens: "08:00", closes: "10:30", reason: "nhận hồ sơ cho thôn xa" },
  ]);

  it("moves a term over a day on which it is closed, and says why", () => {
    const due = dueDate(WEEK, at("2026-11-16 09:00"), flooded);
    assert.equal(due.day, "2026-11-25", "24/11 is a holiday since 2026, 18/11 was flooded");
    assert.ok(
      due.explanation.some((sentence) => sentence.includes("18/11 cơ quan nghỉ: nước lũ ngập trụ sở")),
      due.explanation.join("\n"),
    );
  });

  it("takes up on the next opening what comes on a closed day, and says why", () => {
    const { explanation } = dueDate(WEEK, at("2026-11-18 09:00"), flooded);
    assert.ok(
      explanation.includes("Hôm đó cơ quan nghỉ (nước lũ ngập trụ sở), nên tính như nhận lúc 07:30 thứ Năm 19/11/2026."),
      explanation.join("\n"),
    );
  });

  it("opens for the half that it works, which is a working day", () => {
    assert.deepEqual(hoursOn("2026-11-19", flooded), COMMUNE_HOURS.morning);
    assert.ok(isWorkingDay("2026-11-19", flooded));
    assert.equal(dueDate({ kind: "same-day", cutoff: "15:00" }, at("2026-11-19 14:00"), flooded).day, "2026-11-20");
  });

  it("takes dossiers in on a day off on which it opens extra, and does not count the day", () => {
    assert.deepEqual(hoursOn("2026-11-21", flooded), { opens: "08:00", closes: "10:30" });
    assert.equal(isWorkingDay("2026-11-21", flooded), false);
    assert.equal(dueDate({ kind: "same-day", cutoff: "15:00" }, at("2026-11-21 09:00"), flooded).day, "2026-11-23");
  });

  it("never opens shorter than usual because it opens extra", () => {
    const desk = makeCalendar(years, POLICE_HOURS, [
      { day: "2026-11-21", kind: "extra", opens: "08:00", closes: "16:00", reason: "đợt cấp căn cước" },
    ]);
    assert.deepEqual(hoursOn("2026-11-21", desk), { opens: "07:30", closes: "16:00" });
  });

  it("does not open on a holiday because of what is said of its own days", () => {
    const calendar = makeCalendar(years, COMMUNE_HOURS, [{ day: "2026-09-02", kind: "morning-only", reason: "trực lễ" }]);
    assert.equal(closedBecause("2026-09-02", calendar)?.kind, "holiday");
    assert.equal(hoursOn("2026-09-02", calendar), null);
  });
});

const instant = fc.date({ min: new Date("2023-01-05T00:00:00Z"), max: new Date("2027-05-30T00:00:00Z"), noInvalidDate: true });
const rule: fc.Arbitrary<DeadlineRule> = fc.oneof(
  fc.record({ kind: fc.constant("same-day" as const), cutoff: fc.constantFrom("15:00", "11:30") }),
  fc.record({ kind: fc.constantFrom("working-days" as const, "calendar-days" as const), days: fc.integer({ min: 1, max: 40 }) }),
);
const hours = fc.constantFrom(COMMUNE_HOURS, POLICE_HOURS);
/** Pauses that do not touch one another: so many days awake before each, so many asleep, each from eight in the morning. */
const apart = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 15 })), { maxLength: 4 });
const ownDays = fc.array(fc.tuple(fc.integer({ min: -2, max: 60 }), fc.constantFrom("closed", "morning-only", "afternoon-only", "extra")), {
  maxLength: 8,
});

function pausesOf(receivedAt: Date, lengths: readonly (readonly [number, number])[]): Pause[] {
  let day = officeDay(receivedAt);
  return lengths.map(([awake, asleep]) => {
    const from = addDays(day, awake);
    day = addDays(from, asleep);
    return { from: at(`${from} 08:00`), to: at(`${day} 08:00`) };
  });
}

function daysOf(receivedAt: Date, told: readonly (readonly [number, string])[]): OwnDay[] {
  return told.map(([after, kind]) => {
    const day = addDays(officeDay(receivedAt), after);
    return kind === "extra"
      ? { day, kind, opens: "08:00", closes: "10:00", reason: "mở thêm" }
      : { day, kind: kind as "closed" | "morning-only" | "afternoon-only", reason: "việc riêng" };
  });
}

/** Working days after the one and up to the other. */
function workingDays(from: string, to: string, calendar: Calendar): number {
  return eachDay(addDays(from, 1), to).filter((day) => isWorkingDay(day, calendar)).length;
}

/** Each pause begins before the day that was promised until then is over. */
function inTime(rule: DeadlineRule, receivedAt: Date, calendar: Calendar, pauses: readonly Pause[]): boolean {
  return pauses.every(({ from }, place) => officeDay(from) <= dueDate(rule, receivedAt, calendar, pauses.slice(0, place)).day);
}

describe("the legal clock, whatever an office does,", () => {
  const usual = new Map([COMMUNE_HOURS, POLICE_HOURS].map((each) => [each, makeCalendar(years, each)]));
  const usualOf = (each: typeof COMMUNE_HOURS) => usual.get(each) ?? makeCalendar(years, each);

  it("never gives an earlier day for a day or half a day on which the office is closed, while the dossier is not late", () => {
    fc.assert(
      fc.property(hours, rule, instant, apart, ownDays, (week, rule, receivedAt, lengths, told) => {
        const closed = daysOf(receivedAt, told).filter(({ kind }) => kind !== "extra");
        const pauses = pausesOf(receivedAt, lengths);
        const calendar = makeCalendar(years, week, closed);
        for (const each of [calendar, usualOf(week)]) fc.pre(inTime(rule, receivedAt, each, pauses));
        const own = dueDate(rule, receivedAt, calendar, pauses).day;
        assert.ok(own >= dueDate(rule, receivedAt, usualOf(week), pauses).day);
      }),
    );
  });

  // so the day itself can be an earlier one than in an office that did not close: what was late are working days, and a closed day is none
  it("keeps a dossier that is late already exactly as late over a pause, counted in the days that the office works", () => {
    const late = fc.tuple(fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 20 }));
    fc.assert(
      fc.property(hours, fc.integer({ min: 1, max: 20 }), instant, late, ownDays, (week, days, receivedAt, [after, asleep], told) => {
        const calendar = makeCalendar(
          years,
          week,
          daysOf(receivedAt, told).filter(({ kind }) => kind !== "extra"),
        );
        const rule = { kind: "working-days", days } as const;
        const due = dueDate(rule, receivedAt, calendar).day;
        const from = addDays(due, after);
        fc.pre(isWorkingDay(from, calendar));
        const pause = { from: at(`${from} 08:00`), to: at(`${addDays(from, asleep)} 08:00`) };
        const again = dueDate(rule, receivedAt, calendar, [pause]).day;
        assert.equal(workingDays(again, countedAt(pause.to, calendar).day, calendar), workingDays(due, from, calendar));
      }),
    );
  });

  it("never gives a later day because the office opens extra on days off", () => {
    fc.assert(
      fc.property(hours, rule, instant, apart, ownDays, (week, rule, receivedAt, lengths, told) => {
        const extra = daysOf(receivedAt, told).filter(({ kind }) => kind === "extra");
        const pauses = pausesOf(receivedAt, lengths);
        const own = dueDate(rule, receivedAt, makeCalendar(years, week, extra), pauses).day;
        assert.ok(own <= dueDate(rule, receivedAt, usualOf(week), pauses).day);
      }),
    );
  });

  it("never promises an earlier day than the law gives: all days of the term lie after the day of receipt", () => {
    fc.assert(
      fc.property(hours, rule, instant, apart, ownDays, (week, rule, receivedAt, lengths, told) => {
        const calendar = makeCalendar(years, week, daysOf(receivedAt, told));
        const { day } = dueDate(rule, receivedAt, calendar, pausesOf(receivedAt, lengths));
        assert.ok(isWorkingDay(day, calendar));
        const received = officeDay(receivedAt);
        if (rule.kind === "working-days") assert.ok(workingDays(received, day, calendar) >= rule.days);
        if (rule.kind === "calendar-days") assert.ok(day >= addDays(received, rule.days));
      }),
    );
  });

  it("adds pauses up: together they cost the sum of what each costs", () => {
    fc.assert(
      fc.property(hours, fc.integer({ min: 1, max: 30 }), instant, apart, ownDays, (week, days, receivedAt, lengths, told) => {
        const calendar = makeCalendar(years, week, daysOf(receivedAt, told));
        const pauses = pausesOf(receivedAt, lengths);
        // what two pauses do while nobody works falls on the same opening, a day that is slept once
        const ends = pauses.flatMap(({ from, to }) => [officeDay(from), officeDay(to ?? from)]);
        fc.pre(ends.every((day) => isWorkingDay(day, calendar)));
        const rule = { kind: "working-days", days } as const;
        const without = dueDate(rule, receivedAt, calendar).day;
        const cost = (some: readonly Pause[]) => workingDays(without, dueDate(rule, receivedAt, calendar, some).day, calendar);
        assert.equal(
          cost(pauses),
          pauses.reduce((sum, pause) => sum + cost([pause]), 0),
        );
        assert.equal(cost(pauses.toReversed()), cost(pauses), "in any order");
      }),
    );
  });

  it("changes nothing when a pause is told in two pieces", () => {
    fc.assert(
      fc.property(
        hours,
        rule,
        instant,
        apart,
        ownDays,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (week, rule, receivedAt, lengths, told, cut) => {
          const calendar = makeCalendar(years, week, daysOf(receivedAt, told));
          const pauses = pausesOf(receivedAt, lengths);
          const pieces = pauses.flatMap(({ from, to }) => {
            const middle = new Date(from.getTime() + ((to ?? from).getTime() - from.getTime()) * cut);
            return [
              { from, to: middle },
              { from: middle, to },
            ];
          });
          assert.equal(dueDate(rule, receivedAt, calendar, pieces).day, dueDate(rule, receivedAt, calendar, pauses).day);
        },
      ),
    );
  });

  it("never gives an earlier day for an extension, nor for a longer one", () => {
    fc.assert(
      fc.property(hours, rule, instant, apart, fc.nat(10), fc.nat(10), (week, rule, receivedAt, lengths, days, more) => {
        const pauses = pausesOf(receivedAt, lengths);
        const due = (extra: number) =>
          dueDate({ ...rule, extension: { days: extra, because: "phải xác minh" } }, receivedAt, usualOf(week), pauses).day;
        assert.ok(dueDate(rule, receivedAt, usualOf(week), pauses).day <= due(days));
        assert.ok(due(days) <= due(days + more));
      }),
    );
  });
});
