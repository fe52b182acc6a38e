import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { isRegisterMove, MOVES, type Move, movesOpen, type Role } from "../../../src/domain/dossier/moves.ts";
import { comingMoves, type Due, NEXT_MOVES, type Stage } from "../../../src/domain/dossier/next-moves.ts";
import type { Status } from "../../../src/domain/dossier/status.ts";
import { aDossier, type Life, NAMES } from "./life.ts";

const IN_TIME: Due = { late: false, declarationOwed: false };
const VOLUNTEER = { degree: "done-for", helpers: ["Mấu Thị Trực Thử"], byVolunteer: true, mandate: "m" } as const;
const DESK: readonly Role[] = ["helper", "officer", "leader"];

/** What the page offers: the moves that are open, without those that are made at the register. */
function coming({ dossier }: Life, role: Role, due: Due = IN_TIME, without: readonly Move[] = ["link-entry"]) {
  const open = movesOpen(dossier, role).filter((move) => !without.includes(move));
  return comingMoves(dossier, role, open, due);
}

const accepted = aDossier().does("accept");

/** The life of a dossier, and the next step and the usual ones beside it of an officer and of a leader. */
const TABLE: readonly (readonly [story: string, life: Life, officer: Move | null, usual: readonly Move[], leader: Move | null])[] = [
  ["fresh", aDossier(), "accept", ["request-supplement", "decline", "ask-opinion"], null],
  ["filled in by a volunteer", aDossier(VOLUNTEER), "countersign", ["request-supplement", "decline", "ask-opinion"], null],
  ["in work, its galley not sent", accepted, "send-galley", ["propose", "request-supplement", "ask-opinion"], null],
  ["its galley with the citizen", accepted.does("send-galley"), null, ["confirm-galley", "correct-galley", "request-supplement"], null],
  [
    "its galley corrected",
    accepted.does("send-galley").does("correct-galley"),
    "take-correction",
    ["answer-correction", "request-supplement", "ask-opinion"],
    null,
  ],
  [
    "its galley agreed to",
    accepted.does("send-galley").does("confirm-galley"),
    "propose",
    ["request-supplement", "ask-opinion", "request-fee"],
    null,
  ],
  ["proposed", accepted.does("propose"), null, [], "sign"],
  [
    "sent back",
    accepted.does("skip-galley").does("propose").does("send-back"),
    "propose",
    ["request-supplement", "ask-opinion", "request-fee"],
    null,
  ],
  ["asked for papers", accepted.does("request-supplement"), "supplement", [], null],
  ["asked for money", accepted.does("request-fee"), "settle-fee", [], null],
  [
    "asked to be withdrawn",
    accepted.does("ask-withdrawal"),
    "grant-withdrawal",
    ["decline-withdrawal", "request-supplement", "ask-opinion"],
    null,
  ],
  ["signed", accepted.does("propose").does("sign"), "hand-over", [], null],
  ["stopped", accepted.does("stop"), null, [], "sign-refusal"],
  ["not accepted", aDossier().does("decline"), null, [], "sign-refusal"],
  ["withdrawn", aDossier().does("withdraw"), null, [], null],
  ["given back", accepted.does("propose").does("sign").does("hand-over"), null, [], null],
];

describe("what comes next", () => {
  for (const [story, life, officer, usual, leader] of TABLE)
    it(`of a dossier that is ${story}`, () => {
      const desk = coming(life, "officer");
      assert.deepEqual({ next: desk.next, usual: desk.usual }, { next: officer, usual });
      assert.equal(coming(life, "leader").next, leader);
    });

  it("is to type the declaration in while the result needs answers from the paper, and to find the entry while it has none", () => {
    const open: readonly Move[] = ["propose", "enter-declaration", "link-entry"];
    assert.equal(comingMoves(accepted.dossier, "officer", open, { late: false, declarationOwed: true }).next, "enter-declaration");
    assert.equal(comingMoves(accepted.dossier, "officer", open, IN_TIME).next, "link-entry");
    assert.equal(comingMoves({ ...accepted.dossier, entry: {} }, "officer", open, IN_TIME).next, "propose");
  });

  it("puts the apology in sight when the promised hour is over, and not before", () => {
    assert.equal(coming(accepted, "officer").usual.includes("apologise"), false);
    assert.equal(coming(accepted, "officer", { late: true, declarationOwed: false }).usual[0], "apologise");
  });

  it("hides no open move and offers none that is closed, each once, whatever happened", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...NAMES), { maxLength: 12 }), fc.boolean(), fc.boolean(), (moves, late, declarationOwed) => {
        const life = moves.reduce<Life>((before, move) => before.tries(move) ?? before, aDossier());
        for (const role of DESK) {
          const open = movesOpen(life.dossier, role);
          const { next, usual, rare } = comingMoves(life.dossier, role, open, { late, declarationOwed });
          assert.deepEqual([...(next ? [next] : []), ...usual, ...rare].sort(), [...open].sort());
          assert.ok(usual.length <= 3);
        }
      }),
    );
  });

  it("names moves only that the stage lets that role make", () => {
    for (const [stage, roles] of Object.entries(NEXT_MOVES) as [Stage, (typeof NEXT_MOVES)[Stage]][])
      for (const [role, { next, usual }] of Object.entries(roles))
        for (const move of [...next, ...usual]) {
          const { from, by } = MOVES[move];
          const status: Status = stage === "proposed" ? "processing" : stage;
          assert.ok((from as readonly Status[]).includes(status), `${move} in ${stage}`);
          assert.ok((by as readonly Role[]).includes(role as Role), `${move} by ${role}`);
          assert.ok(!isRegisterMove(move) || move === "link-entry");
        }
  });
});
