import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { decide } from "../../../src/domain/dossier/decide.ts";
import { forCitizen } from "../../../src/domain/dossier/for-citizen.ts";
import { movesOpen } from "../../../src/domain/dossier/moves.ts";
import { controlLines } from "../../../src/domain/slips/control-sheet.ts";
import { aDossier, COMMANDS } from "./life.ts";

const ANNA = { id: "a", name: "Bo Bo Văn Thử" };
const BINH = { id: "b", name: "Pi Năng Thị Thí" };

describe("whose work a dossier is", () => {
  it("is whoever was given it; from their hands it goes with a word only", () => {
    const given = aDossier().with({ type: "assigned", to: ANNA, words: "" });
    assert.deepEqual(given.dossier.owner, ANNA);
    const silent = decide(given.dossier, { move: "assign", to: BINH, words: " " }, "officer");
    assert.deepEqual(silent, { ok: false, reason: { problem: "owner-word-missing", move: "assign" } });
    assert.equal(decide(given.dossier, { move: "assign", to: BINH, words: "Nghỉ phép" }, "officer").ok, true);
    assert.equal(decide(given.dossier, { move: "assign", to: ANNA, words: "" }, "officer").ok, true, "one's own again is nothing");
  });
});

describe("what stays inside an office", () => {
  it("is not in the log that the citizen reads; that another office was asked is", () => {
    const inside = aDossier()
      .does("accept")
      .with({ type: "noted", words: "kín" })
      .with({ type: "assigned", to: ANNA, words: "kín" })
      .with({ type: "opinion-asked", question: { ...COMMANDS["ask-opinion"].question, kind: "opinion", words: "kín" } })
      .with({ type: "opinion-given", question: "q1", words: "kín", verdict: null });
    assert.deepEqual(
      forCitizen(inside.log).map(({ event }) => event.type),
      ["lodged", "accepted"],
    );
    assert.ok(!JSON.stringify(controlLines(inside.log)).includes("kín"));
    assert.equal(forCitizen(aDossier().does("accept").does("ask-opinion").log).length, 3);
  });
});

describe("a question about a dossier", () => {
  it("is answered once, and can be asked again", () => {
    const asked = aDossier().does("accept").does("ask-opinion");
    const answered = asked.does("give-opinion");
    assert.equal(answered.dossier.questions[0]?.answer?.verdict, "yes");
    assert.equal(answered.tries("give-opinion"), null);
    const other = decide(asked.dossier, { ...COMMANDS["give-opinion"], question: "q2" }, "officer");
    assert.deepEqual(other, { ok: false, reason: { problem: "question-answered", move: "give-opinion" } });
  });
});

describe("a dossier that was handed on", () => {
  it("is moved no more where it came from, by nobody", () => {
    const gone = aDossier().does("accept").does("transfer").dossier;
    for (const role of ["citizen", "officer", "leader", "helper"] as const) assert.deepEqual(movesOpen(gone, role), []);
  });

  it("is not handed on while the leader has it, or while the citizen owes something", () => {
    assert.equal(aDossier().does("accept").does("propose").tries("transfer"), null);
    assert.equal(aDossier().does("accept").does("request-supplement").tries("transfer"), null);
    assert.equal(aDossier().does("accept").does("ask-withdrawal").tries("transfer"), null);
  });
});
