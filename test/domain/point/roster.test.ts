import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { assigned, gaps, type Leave, type Roster, type Swap, turnsBetween, whoIsOn } from "../../../src/domain/point/roster.ts";
import { type SwapProblem, swapProblem } from "../../../src/domain/point/swap.ts";
import { aRoster } from "./a-roster.ts";

// Monday to Sunday a fortnight on
const FIRST = "2024-05-13";
const LAST = "2024-05-26";
const PEOPLE = ["an", "binh", "chi"];
const turns = turnsBetween(aRoster(), FIRST, LAST).map(({ shift, day }) => ({ shift, day }));

const someone = fc.constantFrom(...PEOPLE);
const turn = fc.constantFrom(...turns);
const swap: fc.Arbitrary<Swap> = fc.record({ asker: someone, asked: someone, gives: turn, takes: fc.option(turn) });
const leave: fc.Arbitrary<Leave> = fc.tuple(someone, turn, turn).map(([staff, a, b]) => {
  const [from = "", until = ""] = [a.day, b.day].sort();
  return { staff, from, until };
});
const roster: fc.Arbitrary<Roster> = fc
  .record({
    on: fc.record(Object.fromEntries(aRoster().shifts.map(({ shift }) => [shift, fc.uniqueArray(someone)]))),
    leaves: fc.array(leave, { maxLength: 3 }),
    swaps: fc.array(swap, { maxLength: 4 }),
  })
  .map(({ on, leaves, swaps }) => aRoster(on, { leaves, swaps }));

describe("who is on", () => {
  it("is whom the pattern names, from the day on which they were put there until the day on which they were taken away", () => {
    const row = { shift: "3-sang", staff: "an", from: "2024-05-20", until: "2024-05-24" };
    const known = aRoster({}, { people: [row] });
    assert.deepEqual(
      ["2024-05-15", "2024-05-22", "2024-05-29"].map((day) => whoIsOn(known, { shift: "3-sang", day })),
      [[], ["an"], []],
    );
  });

  it("changes on both days when a turn is exchanged, on that day only", () => {
    const known = aRoster(
      { "1-sang": ["an"], "3-sang": ["binh"] },
      { swaps: [{ asker: "an", asked: "binh", gives: { shift: "1-sang", day: FIRST }, takes: { shift: "3-sang", day: "2024-05-15" } }] },
    );
    assert.deepEqual(whoIsOn(known, { shift: "1-sang", day: FIRST }), ["binh"]);
    assert.deepEqual(whoIsOn(known, { shift: "3-sang", day: "2024-05-15" }), ["an"]);
    assert.deepEqual(whoIsOn(known, { shift: "1-sang", day: "2024-05-20" }), ["an"]);
  });

  it("stays as many, however people swap", () => {
    fc.assert(
      fc.property(roster, turn, (known, at) => {
        assert.equal(assigned(known, at).length, assigned({ ...known, swaps: [] }, at).length);
        assert.equal(new Set(assigned(known, at)).size, assigned(known, at).length, "nobody twice");
      }),
    );
  });

  it("leave takes exactly that person away", () => {
    fc.assert(
      fc.property(roster, leave, turn, (known, away, at) => {
        const during = away.from <= at.day && at.day <= away.until;
        const before = whoIsOn(known, at);
        assert.deepEqual(
          whoIsOn({ ...known, leaves: [...known.leaves, away] }, at),
          during ? before.filter((staff) => staff !== away.staff) : before,
        );
      }),
    );
  });
});

describe("a gap", () => {
  it("is a turn that is announced and has nobody: leave makes one unless somebody else is on", () => {
    const away = { staff: "an", from: "2024-05-15", until: "2024-05-15" };
    const on = { "1-sang": ["an"], "1-chieu": ["an"], "3-sang": ["an"], "3-chieu": ["an", "binh"], "5-sang": ["an"], "5-chieu": ["an"] };
    assert.deepEqual(gaps(aRoster(on), FIRST, LAST), []);
    assert.deepEqual(
      gaps(aRoster(on, { leaves: [away] }), FIRST, LAST).map(({ shift, day }) => ({ shift, day })),
      [{ shift: "3-sang", day: "2024-05-15" }],
    );
  });

  it("is no gap on a day off", () => {
    const roster = aRoster({}, { daysOff: turns.map(({ day }) => ({ day, reason: "" })) });
    assert.deepEqual(gaps(roster, FIRST, LAST), []);
  });
});

describe("a swap", () => {
  const on = { "1-sang": ["an"], "3-sang": ["binh"], "3-chieu": ["an", "binh"] };
  const monday = { shift: "1-sang", day: FIRST };
  const wednesday = { shift: "3-sang", day: "2024-05-15" };
  const both = { shift: "3-chieu", day: "2024-05-15" };
  const cases: readonly [string, Partial<Swap>, Partial<Roster>, SwapProblem | null][] = [
    ["of two turns goes", { takes: wednesday }, {}, null],
    ["goes for nothing in return", {}, {}, null],
    ["needs two people", { asked: "an" }, {}, "with-oneself"],
    ["is for days to come", { gives: { shift: "1-sang", day: "2024-05-06" } }, {}, "past"],
    ["is of a day that is open", {}, { daysOff: [{ day: FIRST, reason: "" }] }, "closed"],
    ["gives what one has", { gives: wednesday, asked: "chi" }, {}, "asker-not-on"],
    ["takes what the other has", { takes: { shift: "1-sang", day: "2024-05-20" } }, {}, "asked-not-on"],
    ["does not put anybody where they are", { gives: both }, {}, "asked-there-already"],
    ["does not take anybody to where they are", { takes: both }, {}, "asker-there-already"],
    ["does not bring anybody back from leave", {}, { leaves: [{ staff: "binh", from: FIRST, until: FIRST }] }, "away"],
    ["lets somebody on leave give their turn away", {}, { leaves: [{ staff: "an", from: FIRST, until: FIRST }] }, null],
  ];
  for (const [rule, changed, more, expected] of cases) {
    it(rule, () => {
      const wanted: Swap = { asker: "an", asked: "binh", gives: monday, takes: null, ...changed };
      assert.equal(swapProblem(aRoster(on, more), wanted, FIRST), expected);
    });
  }

  it("that nothing stands against does what it says", () => {
    let done = 0;
    fc.assert(
      fc.property(roster, turn, (known, takes) => {
        for (const wanted of [...everySwap(null), ...everySwap(takes)]) {
          if (swapProblem(known, wanted, FIRST) !== null) continue;
          done += 1;
          const after = { ...known, swaps: [...known.swaps, wanted] };
          assert.ok(whoIsOn(after, wanted.gives).includes(wanted.asked));
          assert.ok(!whoIsOn(after, wanted.gives).includes(wanted.asker));
          if (wanted.takes) assert.ok(whoIsOn(after, wanted.takes).includes(wanted.asker));
        }
      }),
    );
    assert.ok(done > 30, `only ${done} swaps could be agreed`);
  });

  function everySwap(takes: Swap["takes"]): Swap[] {
    return PEOPLE.flatMap((asker) => PEOPLE.flatMap((asked) => turns.map((gives) => ({ asker, asked, gives, takes }))));
  }
});
