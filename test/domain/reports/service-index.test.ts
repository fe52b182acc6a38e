import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { gainsOf, LEVERS } from "../../../src/domain/reports/levers.ts";
import { GROUPS, type IndexInputs, scoreOf } from "../../../src/domain/reports/service-index.ts";

const part = (most: fc.Arbitrary<number>) => most.chain((whole) => fc.tuple(fc.constant(whole), fc.nat(whole)));
const inputs: fc.Arbitrary<IndexInputs> = fc
  .record({
    settled: part(fc.nat(500)),
    received: part(fc.nat(500)),
    rated: part(fc.nat(60)),
    procedures: part(fc.nat(90)),
    used: fc.nat(1000),
  })
  .map(({ settled, received, rated, procedures, used }) => ({
    settled: settled[0],
    onTime: settled[1],
    received: received[0],
    online: received[1],
    rated: rated[0],
    glad: rated[1],
    procedures: procedures[0],
    onlineProcedures: procedures[1],
    usedOnline: Math.round((used / 1000) * procedures[1]),
  }));

describe("the index of Decision 766", () => {
  it("has six groups whose parts make 100 points, and gives no part more than it has", () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const { parts, points, outOf } = scoreOf(given);
        for (const [group, { most }] of Object.entries(GROUPS))
          assert.equal(sum(parts.filter((one) => one.group === group).map((one) => one.most)), most, group);
        assert.equal(sum(parts.map(({ most }) => most)), 100);
        for (const one of parts)
          assert.ok(one.points === null ? one.why !== "" : one.points >= 0 && one.points <= one.most + 1e-9, one.name);
        assert.ok(points <= outOf + 1e-9 && outOf <= 38);
      }),
    );
  });

  it("follows the formulas on an example, and does not call nothing a zero", () => {
    const example = {
      settled: 50,
      onTime: 45,
      received: 100,
      online: 30,
      procedures: 40,
      onlineProcedures: 20,
      usedOnline: 5,
      rated: 10,
      glad: 9,
    };
    // 20 × 45/50 + min(2, 2 × 0,5/0,8) + 4 × 5/20 + 6 × 0,3/0,5 + 6 × 0,9/0,9
    assert.ok(Math.abs(scoreOf(example).points - (18 + 1.25 + 1 + 3.6 + 6)) < 1e-9);
    assert.equal(scoreOf(example).outOf, 38);
    assert.equal(scoreOf({ ...example, received: 0, online: 0 }).outOf, 32, "no dossiers: that part is not reckoned");
  });

  it("is never lowered by a lever, however far it is pulled", () => {
    fc.assert(
      fc.property(inputs, fc.nat(LEVERS.length - 1), fc.nat(1000), (given, which, far) => {
        const lever = LEVERS[which];
        assert.ok(lever);
        const times = Math.round((far / 1000) * Math.max(0, lever.room(given)));
        assert.ok(scoreOf(lever.pull(given, times)).points >= scoreOf(given).points - 1e-9);
      }),
    );
  });

  it("names the levers that bring most first, and no step goes further than enough", () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const gains = gainsOf(given);
        for (const [index, { gain, all, step, enough }] of gains.entries()) {
          assert.ok(gain > 0 && all >= gain - 1e-9 && step <= enough);
          assert.ok(index === 0 || (gains[index - 1]?.gain ?? 0) >= gain);
        }
      }),
    );
    const [first] = gainsOf({
      settled: 0,
      onTime: 0,
      received: 240,
      online: 24,
      procedures: 40,
      onlineProcedures: 40,
      usedOnline: 40,
      rated: 1,
      glad: 1,
    });
    assert.deepEqual([first?.words, first?.gain.toFixed(2), first?.enough], ["Thêm 12 hồ sơ nộp trực tuyến thay vì nộp giấy", "0.60", 96]);
  });
});

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}
