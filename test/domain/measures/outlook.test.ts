import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { shareOf } from "../../../src/domain/measures/measures.ts";
import { outlookOf, outlookWords } from "../../../src/domain/measures/outlook.ts";
import { monthsOf, periodBefore } from "../../../src/domain/measures/periods.ts";
import { savingsOf } from "../../../src/domain/measures/savings.ts";

const months = (rates: readonly (number | null)[]) =>
  monthsOf({ from: "2024-01-01", to: "2024-12-31" })
    .slice(0, rates.length)
    .map((month, index) => ({ month, rate: rates[index] ?? null }));

describe("the outlook on a goal", () => {
  it("is the month in which the line through the months meets it", () => {
    const outlook = outlookOf(months([0.1, 0.15, 0.2, 0.25, 0.3, 0.35]), shareOf(22, 100), 0.5);
    assert.deepEqual(outlook, { kind: "on-course", month: "2024-09", earliest: "2024-09", latest: "2024-09" });
    assert.equal(outlookWords(outlook, 0.5), "Với đà hiện nay, 50 % đạt vào tháng 9/2024 (sớm nhất 9/2024, muộn nhất 9/2024).");
  });

  it("says how unsure it is where months scatter, and nothing after too few", () => {
    const outlook = outlookOf(months([0.1, 0.3, 0.15, 0.35, 0.2, 0.4]), shareOf(25, 100), 0.6);
    assert.ok(
      outlook.kind === "on-course" && outlook.earliest < outlook.month && (outlook.latest === null || outlook.latest > outlook.month),
    );
    assert.deepEqual(outlookOf(months([0.1, null, 0.2]), shareOf(15, 100), 0.5), { kind: "too-early", months: 2 });
    assert.deepEqual(outlookOf(months([0.4, 0.3, 0.2, 0.1]), shareOf(25, 100), 0.5), { kind: "not-on-course" });
    assert.deepEqual(outlookOf(months([0.4, 0.6]), shareOf(6, 10), 0.5), { kind: "reached" });
  });

  it("never lies before the months that are over, and its span holds it", () => {
    fc.assert(
      fc.property(
        fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 12 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (rates, goal) => {
          const outlook = outlookOf(months(rates), shareOf(0, 10), goal);
          if (outlook.kind !== "on-course") return;
          assert.ok(outlook.earliest <= outlook.month && (outlook.latest === null || outlook.month <= outlook.latest));
          assert.ok(outlook.earliest > (months(rates).at(-1)?.month ?? ""));
        },
      ),
    );
  });
});

describe("periods and savings", () => {
  it("compare with as many days just before", () => {
    assert.deepEqual(periodBefore({ from: "2024-03-01", to: "2024-03-31" }), { from: "2024-01-30", to: "2024-02-29" });
    assert.deepEqual(monthsOf({ from: "2023-11-21", to: "2024-01-02" }), ["2023-11", "2023-12", "2024-01"]);
  });

  it("count trips of those who stayed at home and of those who went to the point", () => {
    const factors = {
      source: "x",
      unverified: true,
      tripsSavedAtHome: 2,
      tripsSavedAtPoint: 1,
      kilometresPerTrip: 10,
      minutesPerTrip: 60,
      dongPerKilometre: 1000,
      dongPerHour: 20_000,
      pagesPerDossier: 5,
      dongPerPage: 500,
    };
    assert.deepEqual(savingsOf({ all: 10, atPoint: 4 }, factors), {
      trips: 16,
      hours: 16,
      pages: 50,
      dong: 16 * 10_000 + 16 * 20_000 + 25_000,
    });
  });
});
