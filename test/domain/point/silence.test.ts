import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { SILENT_MINUTES, type Span, silencesOn, spansInWords } from "../../../src/domain/point/silence.ts";

const MORNING = { opens: "07:30", closes: "11:00" };
const AFTERNOON = { opens: "13:30", closes: "16:30" };
const BOTH = [MORNING, AFTERNOON];

describe("a machine is silent", () => {
  const cases: readonly (readonly [rule: string, heard: readonly Span[], until: string, silent: string])[] = [
    ["all day when nobody switched it on", [], "24:00", "7:30–11:00, 13:30–16:30"],
    ["not while it is heard, however early it was switched on", [{ from: "00:00", to: "24:00" }], "24:00", ""],
    [
      "not over noon, when the point is closed",
      [
        { from: "07:25", to: "11:00" },
        { from: "13:30", to: "16:30" },
      ],
      "24:00",
      "",
    ],
    [
      "from when the power went to when it came back",
      [
        { from: "07:30", to: "09:10" },
        { from: "10:40", to: "16:30" },
      ],
      "24:00",
      "9:10–10:40",
    ],
    [
      "not for a restart",
      [
        { from: "07:30", to: "09:00" },
        { from: "09:14", to: "16:30" },
      ],
      "24:00",
      "",
    ],
    ["until now on a day that goes on", [{ from: "07:30", to: "09:10" }], "09:40", "9:10–9:40"],
    ["not yet in the hours to come", [{ from: "07:30", to: "11:00" }], "12:00", ""],
    [
      "only while no other machine of the point is heard",
      [
        { from: "07:30", to: "09:00" },
        { from: "08:00", to: "16:30" },
      ],
      "24:00",
      "",
    ],
  ];
  for (const [rule, heard, until, silent] of cases) it(rule, () => assert.equal(spansInWords(silencesOn(BOTH, heard, until)), silent));

  it("once where shifts of several people overlap", () => {
    const shifts = [{ opens: "09:00", closes: "12:00" }, MORNING, { opens: "12:00", closes: "13:00" }];
    assert.equal(spansInWords(silencesOn(shifts, [{ from: "07:00", to: "09:10" }], "24:00")), "9:10–13:00");
  });

  it("only within opening hours, never for less than a quarter of an hour, and never while it was heard, whatever the order", () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
    const span = fc.tuple(minute, minute).map(([one, other]) => ({ from: time(Math.min(one, other)), to: time(Math.max(one, other)) }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), (heard) => {
        const silent = silencesOn(BOTH, heard, "24:00");
        assert.deepEqual(silencesOn(BOTH, [...heard].reverse(), "24:00"), silent);
        for (const { from, to } of silent) {
          assert.ok(BOTH.some(({ opens, closes }) => opens <= from && to <= closes));
          assert.ok(minutes(to) - minutes(from) >= SILENT_MINUTES);
          assert.ok(heard.every((one) => one.to <= from || one.from >= to));
        }
      }),
    );
  });
});

function time(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

function minutes(time: string): number {
  const [hours = 0, rest = 0] = time.split(":").map(Number);
  return hours * 60 + rest;
}
