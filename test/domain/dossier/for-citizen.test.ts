import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { decide } from "../../../src/domain/dossier/decide.ts";
import type { DossierEvent } from "../../../src/domain/dossier/events.ts";
import { citizenWords, deskWords, type EventKind, forCitizen } from "../../../src/domain/dossier/for-citizen.ts";
import { MOVES, type Move } from "../../../src/domain/dossier/moves.ts";
import { aDossier, COMMANDS, Life, NAMES } from "./life.ts";

/** What only the office reads; every other kind of event is told to the person whose dossier it is. */
const SILENT: readonly EventKind[] = [
  "assigned",
  "duplicate-judged",
  "entry-ask-declined",
  "entry-asked",
  "help-corrected",
  "noted",
  "opinion-given",
];

/** Words of the office's own that a citizen should not have to read. */
const INSIDE_WORDS = /nội bộ|trùng|giao việc|mức hỗ trợ|ý kiến/i;

const accepted = aDossier().does("accept");
const decided = accepted.does("propose").does("sign");
const AT: readonly Life[] = [
  aDossier(),
  aDossier({ degree: "done-for", helpers: ["Mấu Thị Trực Thử"], byVolunteer: true, mandate: "m" }),
  new Life([]).with({ ...lodgedOf(aDossier()), intake: { papers: [], post: null, missing: null } }),
  accepted,
  accepted.does("ask-opinion"),
  accepted.does("ask-withdrawal"),
  accepted.does("send-galley"),
  accepted.does("send-galley").does("correct-galley"),
  accepted.does("propose"),
  accepted.does("request-supplement"),
  accepted.does("request-fee"),
  accepted.does("stop"),
  decided,
  decided.does("ask-entry"),
  decided.with({ type: "entry-asked", ask: { kind: "correction", reason: "Chép sai", changes: [] } }),
];

function lodgedOf(life: Life) {
  const [first] = life.log;
  assert.ok(first?.event.type === "lodged");
  return first.event;
}

/** The event of each move, made where the move is open. */
function eventOf(move: Move): DossierEvent {
  for (const life of AT) {
    const done = decide(life.dossier, COMMANDS[move], MOVES[move].by[0]);
    if (done.ok) return done.value;
  }
  return assert.fail(`${move} is open in none of these`);
}

const EVENTS = new Map<EventKind, DossierEvent>(
  [lodgedOf(aDossier()), { type: "papers-erased", files: [], because: "asked" } as const, ...NAMES.map(eventOf)].map((event) => [
    event.type,
    event,
  ]),
);

describe("what the person whose dossier it is reads of what happened", () => {
  it("is a sentence for each kind of event, or silence on purpose", () => {
    const silent = [...EVENTS].filter(([, event]) => citizenWords(event) === null).map(([kind]) => kind);
    assert.deepEqual(silent.sort(), SILENT);
    for (const [kind, event] of EVENTS) {
      assert.match(deskWords(event), /^\p{Lu}.{5,}/u, kind);
      assert.doesNotMatch(citizenWords(event) ?? "", INSIDE_WORDS, kind);
    }
  });

  it("tells that another office verifies, and not that a colleague was asked", () => {
    const { question } = COMMANDS["ask-opinion"];
    assert.match(citizenWords({ type: "opinion-asked", question }) ?? "", /xác minh/);
    assert.equal(citizenWords({ type: "opinion-asked", question: { ...question, kind: "opinion" } }), null);
  });

  it("is the log without the silent ones, in its order", () => {
    const life = accepted.does("note").does("judge-duplicate").does("assign").does("propose");
    assert.deepEqual(
      forCitizen(life.log).map(({ event }) => event.type),
      ["lodged", "accepted", "proposed"],
    );
  });
});
