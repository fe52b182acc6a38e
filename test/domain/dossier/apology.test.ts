import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Around, draftApology } from "../../../src/domain/dossier/apology.ts";
import type { DossierEvent } from "../../../src/domain/dossier/events.ts";
import { USUAL_PARTS } from "../../../src/domain/dossier/steps.ts";
import { countApologies } from "../../../src/domain/measures/apologies.ts";
import { contentCalendar } from "../deadlines/content-calendar.ts";
import { COMMANDS } from "./life.ts";
import { accepted, instantOf, told } from "./told.ts";

const [LODGED, DUE] = ["2026-11-16 09:00", "2026-11-20"] as const;
const around = (now: string, outages: Around["outages"] = []): Around => ({
  now: instantOf(now),
  parts: USUAL_PARTS,
  calendar: contentCalendar(),
  outages,
});
const asked = (day: string): DossierEvent => ({
  type: "opinion-asked",
  question: { ...COMMANDS["ask-opinion"].question, due: { day, time: "17:00" } },
});
const begun = [["2026-11-16 09:30", accepted(DUE)]] as const;

describe("an apology as the program drafts it", () => {
  const outage = { began: instantOf("2026-11-18 08:00"), ended: instantOf("2026-11-18 16:00") };
  const table: readonly [string, Parameters<typeof told>[2], Around, readonly string[], string][] = [
    // 7 h 12 min of signing are left, Saturday to Tuesday the 24th nobody works but on Monday
    [
      "for work that overran its part tells that, for nothing from outside is known",
      begun,
      around("2026-11-21 08:00"),
      ["many"],
      "2026-11-23",
    ],
    [
      "waits for the answer of another office",
      [...begun, ["2026-11-17 08:00", asked("2026-11-25")]],
      around("2026-11-23 08:00"),
      ["elsewhere"],
      "2026-11-26",
    ],
    ["tells of an outage that the office wrote down", begun, around("2026-11-23 08:00", [outage]), ["outage"], "2026-11-25"],
    [
      "tells of an outage that goes on, beside a question",
      [...begun, ["2026-11-17 08:00", asked("2026-11-19")]],
      around("2026-11-23 08:00", [{ ...outage, ended: null }]),
      ["elsewhere", "outage"],
      "2026-11-25",
    ],
    [
      "blames the signature when the dossier lay there longer than its part",
      [...begun, ["2026-11-17 08:00", { type: "proposed", note: "" }]],
      around("2026-11-23 08:00"),
      ["signer"],
      "2026-11-25",
    ],
  ];
  for (const [what, events, when, reasons, day] of table)
    it(what, () => {
      const draft = draftApology(told(LODGED, DUE, events), when);
      assert.deepEqual(
        draft?.reasons.map(({ reason }) => reason),
        reasons,
      );
      assert.equal(draft?.day, day);
    });

  it("is none while the citizen owes something, nor when the dossier is over", () => {
    const owes = told(LODGED, DUE, [...begun, ["2026-11-17 08:00", { type: "supplement-requested", reasons: ["Ảnh mờ"], words: "" }]]);
    assert.equal(draftApology(owes, around("2026-11-23 08:00")), null);
    const over = told(LODGED, DUE, [...begun, ["2026-11-17 08:00", { type: "stopped", reason: "Đã đăng ký" }]]);
    assert.equal(draftApology(over, around("2026-11-23 08:00")), null);
  });

  it("makes no reason up: before any step is late it names none", () => {
    assert.deepEqual(draftApology(told(LODGED, DUE, begun), around("2026-11-17 08:00"))?.reasons, []);
  });
});

describe("reasons of apologies, counted", () => {
  it("count an apology in each of its reasons, once in all, in its month and step; words alone are another reason", () => {
    const one = { words: "", step: null };
    const { apologies, reasons, steps } = countApologies(
      [
        { ...one, day: "2026-10-31", reasons: ["Hồ sơ nhiều, không kịp", "Lỗi của người xử lý"], step: "work" },
        { ...one, day: "2026-11-01", reasons: ["Hồ sơ nhiều, không kịp"], step: "signing" },
        { ...one, day: "2026-11-02", reasons: [], words: "Lũ" },
        { ...one, day: "2026-11-03", reasons: ["Lý do của bản trước"] },
      ],
      ["2026-10", "2026-11"],
    );
    assert.deepEqual(apologies, { months: [1, 3], all: 4 });
    const of = (wanted: string) => reasons.find(({ reason }) => reason === wanted);
    assert.deepEqual(of("many"), { reason: "many", months: [1, 1], all: 2 });
    assert.deepEqual(of("mistake")?.all, 1);
    assert.deepEqual(of("other")?.months, [0, 2]);
    assert.deepEqual(
      steps.map(({ step, all }) => [step, all]),
      [
        ["reception", 0],
        ["work", 1],
        ["signing", 1],
        ["unknown", 2],
      ],
    );
  });
});
