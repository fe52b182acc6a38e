import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { atOffice } from "../../../src/base/clock.ts";
import { isWorkingDay } from "../../../src/domain/deadlines/calendar.ts";
import { addDays, eachDay } from "../../../src/domain/deadlines/days.ts";
import { reckonDue } from "../../../src/domain/deadlines/due.ts";
import { transferTime } from "../../../src/domain/deadlines/transfer-time.ts";
import { minutesOfDay, workingMinutes } from "../../../src/domain/deadlines/working-time.ts";
import { contentCalendar } from "./content-calendar.ts";

const calendar = contentCalendar();
const days = eachDay("2026-01-05", "2026-12-20").filter((day) => isWorkingDay(day, calendar));
const aDay = fc.constantFrom(...days);

describe("the time of a dossier that goes from one office to another", () => {
  it("is the whole term, shared: what was used and what remains are its working days, wherever it is cut", () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 1, max: 30 }), fc.nat({ max: 60 }), (day, term, later) => {
        const received = atOffice(day, "09:00");
        const { due } = reckonDue({ kind: "working-days", days: term }, received, calendar);
        const at = atOffice(addDays(day, later), "10:00");
        const { usedDays, leftDays } = transferTime(received, at, due.day, [], calendar);
        if (addDays(day, later) <= due.day) assert.equal(usedDays + leftDays, term);
        else assert.deepEqual({ late: usedDays >= term, leftDays }, { late: true, leftDays: 0 });
      }),
    );
  });

  it("does not count as used the days on which the clock slept for the citizen", () => {
    const received = atOffice("2026-11-25", "09:00");
    const pause = { from: atOffice("2026-11-26", "09:00"), to: atOffice("2026-11-30", "09:00") };
    const { due } = reckonDue({ kind: "working-days", days: 5 }, received, calendar, [pause]);
    const { usedDays, leftDays } = transferTime(received, atOffice("2026-12-01", "09:00"), due.day, [pause], calendar);
    assert.equal(usedDays + leftDays, 5);
    assert.equal(usedDays, eachDay("2026-11-26", "2026-12-01").filter((day) => isWorkingDay(day, calendar)).length - countSlept());
    function countSlept(): number {
      return eachDay("2026-11-27", "2026-11-30").filter((day) => isWorkingDay(day, calendar)).length;
    }
  });
});

describe("working time", () => {
  it("adds up however it is cut, and a day has its hours", () => {
    fc.assert(
      fc.property(aDay, fc.nat({ max: 20_000 }), fc.nat({ max: 20_000 }), (day, first, second) => {
        const from = atOffice(day, "06:00");
        const middle = new Date(from.getTime() + first * 60_000);
        const to = new Date(middle.getTime() + second * 60_000);
        assert.equal(workingMinutes(from, middle, calendar) + workingMinutes(middle, to, calendar), workingMinutes(from, to, calendar));
      }),
    );
    assert.equal(workingMinutes(atOffice("2026-11-25", "00:00"), atOffice("2026-11-25", "23:59"), calendar), minutesOfDay(calendar));
    assert.equal(workingMinutes(atOffice("2026-11-28", "08:00"), atOffice("2026-11-29", "20:00"), calendar), 0, "a weekend");
  });
});
