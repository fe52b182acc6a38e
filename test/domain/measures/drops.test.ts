import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findDrops } from "../../../src/domain/measures/drops.ts";

const month = (name: string, visits: number, received = 0) => ({ month: name, visits, received });

describe("a drop", () => {
  it("is a whole month with a fifth less than the whole month before, the latest first", () => {
    const months = [month("2026-08", 100), month("2026-09", 80), month("2026-10", 79, 40), month("2026-11", 50, 20)];
    assert.deepEqual(findDrops(months, { from: "2026-08-01", to: "2026-11-30" }), [
      { month: "2026-11", of: "received", from: 40, to: 20 },
      { month: "2026-11", of: "visits", from: 79, to: 50 },
      { month: "2026-09", of: "visits", from: 100, to: 80 },
    ]);
  });

  it("is none where a month is not over, began in the middle, or was too small to say anything", () => {
    const months = [month("2026-08", 100), month("2026-09", 9), month("2026-10", 1), month("2026-11", 0)];
    assert.deepEqual(findDrops(months, { from: "2026-08-02", to: "2026-11-27" }), []);
  });
});
