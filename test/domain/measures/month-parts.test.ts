import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addDays, daysBetween } from "../../../src/domain/deadlines/days.ts";
import { monthPartsOf, yearPartsOf } from "../../../src/domain/measures/month-parts.ts";

const day = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays("2023-11-21", days));
const period = fc.tuple(day, day).map(([one, other]) => (one < other ? { from: one, to: other } : { from: other, to: one }));

describe("whole months, days more and days less", () => {
  it("count each day of the period once, and no other", () => {
    fc.assert(
      fc.property(period, ({ from, to }) => {
        const { months, more, less } = monthPartsOf({ from, to }, "2030-01-01");
        const times = new Map<string, number>();
        const count = (first: string, last: string, by: number) => {
          for (let at = first; at <= last; at = addDays(at, 1)) times.set(at, (times.get(at) ?? 0) + by);
        };
        count(months.from, addDays(months.until, -1), 1);
        for (const days of more) count(days.from, days.to, 1);
        for (const days of less) count(days.from, days.to, -1);
        assert.ok([months.from, months.until].every((first) => first.endsWith("-01")));
        for (const [at, n] of times) assert.equal(n, at >= from && at <= to ? 1 : 0, at);
        assert.equal([...times.values()].filter((n) => n === 1).length, daysBetween(from, to) + 1);
      }),
    );
  });

  it("take a month until near its end as the whole month, less the days that are left", () => {
    assert.deepEqual(monthPartsOf({ from: "2026-01-01", to: "2026-11-27" }, "2030-01-01"), {
      months: { from: "2026-01-01", until: "2026-12-01" },
      more: [],
      less: [{ from: "2026-11-28", to: "2026-11-30" }],
    });
  });

  it("take the month that goes on whole, for nothing is counted of days to come", () => {
    assert.deepEqual(monthPartsOf({ from: "2026-01-01", to: "2026-11-03" }, "2026-11-03"), {
      months: { from: "2026-01-01", until: "2026-12-01" },
      more: [],
      less: [{ from: "2026-11-04", to: "2026-11-30" }],
    });
  });
});

const someDay = fc.integer({ min: 0, max: 500 }).map((days) => addDays("2023-11-21", days));
const years = fc.tuple(someDay, someDay).map(([one, other]) => (one < other ? { from: one, to: other } : { from: other, to: one }));

describe("years of a period", () => {
  it("hold each of its days once, and only days to come beside them", () => {
    fc.assert(
      fc.property(years, day, ({ from, to }, today) => {
        const years = yearPartsOf({ from, to }, today);
        const days = years.flatMap((year) =>
          Array.from({ length: daysBetween(year.from, year.to) + 1 }, (_, place) => addDays(year.from, place)),
        );
        assert.equal(new Set(days).size, days.length);
        assert.deepEqual(
          days.filter((at) => at <= to),
          Array.from({ length: daysBetween(from, to) + 1 }, (_, place) => addDays(from, place)),
        );
        assert.ok(days.every((at) => at <= to || at > today));
        assert.ok(years.every((year) => year.from.slice(0, 4) === year.to.slice(0, 4)));
      }),
    );
  });

  it("are whole where they can be, so that what is kept of them is of use tomorrow too", () => {
    assert.deepEqual(yearPartsOf({ from: "2024-12-01", to: "2026-11-27" }, "2026-11-27"), [
      { from: "2024-12-01", to: "2024-12-31" },
      { from: "2025-01-01", to: "2025-12-31" },
      { from: "2026-01-01", to: "2026-12-31" },
    ]);
  });
});
