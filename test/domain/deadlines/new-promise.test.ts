import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { atOffice, officeDay } from "../../../src/base/clock.ts";
import { COMMUNE_HOURS, isWorkingDay, makeCalendar } from "../../../src/domain/deadlines/calendar.ts";
import { addDays, eachDay } from "../../../src/domain/deadlines/days.ts";
import { newPromise } from "../../../src/domain/deadlines/new-promise.ts";
import { workingMinutes } from "../../../src/domain/deadlines/working-time.ts";
import { contentCalendar, contentYears } from "./content-calendar.ts";

const calendar = contentCalendar();

describe("the day promised anew with an apology", () => {
  // 2026-11-20 is a Friday; 24 November is a day off since 2026
  const table: readonly [string, string, string, number, string | null, string][] = [
    ["is the next working day when little is left", "2026-11-19 10:00", "2026-11-18", 60, null, "2026-11-20"],
    ["is never a weekend", "2026-11-20 16:30", "2026-11-19", 60, null, "2026-11-23"],
    ["is never a holiday", "2026-11-23 10:00", "2026-11-20", 60, null, "2026-11-25"],
    ["lies after the day that was promised, when it is not over yet", "2026-11-19 10:00", "2026-11-20", 0, null, "2026-11-23"],
    ["leaves the working hours that the work needs", "2026-11-16 13:30", "2026-11-13", 3 * 450, null, "2026-11-19"],
    ["waits for the answer of somebody who was asked", "2026-11-16 10:00", "2026-11-13", 60, "2026-11-18", "2026-11-19"],
    ["does not wait for an answer whose day is over", "2026-11-16 10:00", "2026-11-13", 60, "2026-11-12", "2026-11-17"],
  ];
  for (const [what, now, before, minutes, waitsUntil, expected] of table)
    it(what, () => {
      const [day = "", time = ""] = now.split(" ");
      assert.equal(newPromise({ now: atOffice(day, time), before, minutes, waitsUntil }, calendar), expected);
    });

  it("skips the office's own closed days", () => {
    const flooded = makeCalendar(contentYears(), COMMUNE_HOURS, [{ day: "2026-11-19", kind: "closed", reason: "nước lũ" }]);
    const left = { now: atOffice("2026-11-18", "10:00"), before: "2026-11-17", minutes: 60, waitsUntil: null };
    assert.equal(newPromise(left, flooded), "2026-11-20");
  });

  const instant = fc.date({ min: new Date("2023-01-05T00:00:00Z"), max: new Date("2027-05-30T00:00:00Z"), noInvalidDate: true });
  const left = fc
    .record({
      now: instant,
      ago: fc.integer({ min: -3, max: 40 }),
      minutes: fc.nat(6_000),
      waits: fc.option(fc.integer({ min: -10, max: 20 })),
    })
    .map(({ now, ago, minutes, waits }) => ({
      now,
      before: addDays(officeDay(now), -ago),
      minutes,
      waitsUntil: waits === null ? null : addDays(officeDay(now), waits),
    }));

  it("is a working day after today and after the day before, with enough hours, and no earlier day has all that", () => {
    fc.assert(
      fc.property(left, ({ now, before, minutes, waitsUntil }) => {
        const day = newPromise({ now, before, minutes, waitsUntil }, calendar);
        const from = waitsUntil === null ? now : new Date(Math.max(now.getTime(), atOffice(waitsUntil, "17:00").getTime()));
        const fits = (one: string) =>
          isWorkingDay(one, calendar) &&
          one > officeDay(now) &&
          one > before &&
          workingMinutes(from, atOffice(one, "17:00"), calendar) >= minutes &&
          one >= officeDay(from);
        assert.ok(fits(day), day);
        assert.equal(
          eachDay(officeDay(now), addDays(day, -1)).find(
            (one) => fits(one) && one >= officeDay(from) && workingMinutes(from, atOffice(one, "17:00"), calendar) > 0,
          ),
          undefined,
        );
      }),
    );
  });

  it("is never earlier for more work, nor for a later answer", () => {
    fc.assert(
      fc.property(left, fc.nat(2_000), fc.nat(10), (given, more, days) => {
        const day = newPromise(given, calendar);
        assert.ok(newPromise({ ...given, minutes: given.minutes + more }, calendar) >= day);
        if (given.waitsUntil !== null) assert.ok(newPromise({ ...given, waitsUntil: addDays(given.waitsUntil, days) }, calendar) >= day);
      }),
    );
  });
});
