import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Degree } from "../../../src/domain/point/degree.ts";
import { FEWEST_PEOPLE, summariseLadders } from "../../../src/domain/point/ladder.ts";

const degree = fc.constantFrom<Degree>("done-for", "guided", "alone");

describe("the ladder from làm thay to tự làm", () => {
  it("says how people began, where they stand, and who moved", () => {
    const summary = summariseLadders([
      ["done-for", "guided", "alone"],
      ["done-for"],
      ["alone", "guided"],
      ["guided", "guided"],
      ["alone"],
      [],
    ]);
    assert.deepEqual(summary, {
      people: 5,
      returned: 3,
      began: { "done-for": 2, guided: 1, alone: 2 },
      now: { "done-for": 1, guided: 2, alone: 2 },
      up: 1,
      down: 1,
    });
  });

  it("is not told of fewer people than one can hide among", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(degree, { minLength: 1 }), { maxLength: FEWEST_PEOPLE - 1 }),
        (ways) => summariseLadders(ways) === null,
      ),
    );
  });

  it("counts everybody once, and moves only those who came again", () => {
    fc.assert(
      fc.property(fc.array(fc.array(degree, { minLength: 1 }), { minLength: FEWEST_PEOPLE }), (ways) => {
        const summary = summariseLadders(ways);
        assert.ok(summary);
        const sum = (counts: Record<string, number>) => Object.values(counts).reduce((total, count) => total + count, 0);
        assert.equal(sum(summary.began), ways.length);
        assert.equal(sum(summary.now), ways.length);
        assert.ok(summary.up + summary.down <= summary.returned);
      }),
    );
  });
});
