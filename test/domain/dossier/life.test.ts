import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { decide } from "../../../src/domain/dossier/decide.ts";
import { dossierCode } from "../../../src/domain/dossier/dossier-code.ts";
import { fold, step } from "../../../src/domain/dossier/fold.ts";
import { MOVES, type Move, movesOpen, type Role } from "../../../src/domain/dossier/moves.ts";
import { isClosed, STATUSES, type Status } from "../../../src/domain/dossier/status.ts";
import { aDossier, COMMANDS, type Life, NAMES } from "./life.ts";

const VOLUNTEER = { degree: "done-for", helpers: ["Mấu Thị Trực Thử"], byVolunteer: true, mandate: "m" } as const;
const ROLES: readonly Role[] = ["citizen", "partner", "helper", "officer", "leader", "admin", "system"];
/** A way to each status. */
const AT: Partial<Record<Status, Life>> = {
  lodged: aDossier(),
  accepted: aDossier().does("accept"),
  "not-accepted": aDossier().does("decline"),
  processing: aDossier().does("accept").does("start"),
  "supplement-requested": aDossier().does("accept").does("request-supplement"),
  "fee-due": aDossier().does("accept").does("request-fee"),
  withdrawn: aDossier().does("withdraw"),
  stopped: aDossier().does("accept").does("stop"),
  decided: aDossier().does("accept").does("propose").does("sign"),
  returned: aDossier().does("accept").does("propose").does("sign").does("hand-over"),
};
/** Tries as people make them: most are open moves, some are not. */
const tries = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...NAMES), fc.constantFrom(...ROLES), fc.boolean()), { maxLength: 25 });
type Try = readonly [pick: number, move: Move, role: Role, wild: boolean];

/** The life after one try; a refused one leaves it as it was. */
function tried(life: Life, [pick, move, role, wild]: Try): { life: Life; move: Move } {
  const open = ROLES.flatMap((who) => movesOpen(life.dossier, who).map((which) => ({ who, which })));
  const chosen = wild || open.length === 0 ? { who: role, which: move } : open[pick % open.length];
  return chosen ? { life: life.tries(chosen.which, chosen.who) ?? life, move: chosen.which } : { life, move };
}

function lived(steps: readonly Try[], help = false): Life {
  return steps.reduce<Life>((life, one) => tried(life, one).life, aDossier(help ? VOLUNTEER : undefined));
}

describe("the table of legal moves", () => {
  it("is the one that decides: for every status, move and role", () => {
    for (const [status, life] of Object.entries(AT)) {
      assert.equal(life.dossier.status, status);
      for (const move of NAMES) {
        for (const role of ROLES) {
          const open = movesOpen(life.dossier, role).includes(move);
          assert.equal(decide(life.dossier, COMMANDS[move], role).ok, open, `${move} by ${role} in ${status}`);
          if (open)
            assert.ok(
              (MOVES[move].from as readonly Status[]).includes(life.dossier.status) && (MOVES[move].by as readonly Role[]).includes(role),
            );
        }
      }
    }
  });

  it("lets nobody but a leader sign, and nothing unproposed", () => {
    const processing = aDossier().does("accept").does("start");
    assert.equal(processing.tries("sign"), null);
    const proposed = processing.does("propose");
    for (const role of ROLES) assert.equal(proposed.tries("sign", role) !== null, role === "leader", role);
    assert.equal(proposed.tries("request-supplement"), null, "what waits for the leader is not moved behind their back");
    assert.equal(proposed.does("send-back").tries("sign"), null);
  });

  it("lets a citizen withdraw at once before it is accepted, ask for it until it is decided, and not after", () => {
    for (const [status, life] of Object.entries(AT)) {
      assert.equal(life.tries("withdraw", "citizen") !== null, status === "lodged", status);
      const may = ["accepted", "processing", "supplement-requested", "fee-due"].includes(status);
      assert.equal(life.tries("ask-withdrawal", "citizen") !== null, may, status);
    }
  });

  it("decides nothing while somebody who asked to withdraw has no answer", () => {
    const asked = aDossier().does("accept").does("propose").does("ask-withdrawal");
    assert.equal(asked.tries("sign"), null);
    assert.equal(asked.tries("ask-withdrawal"), null, "once is enough");
    assert.equal(asked.does("grant-withdrawal").dossier.status, "withdrawn");
    assert.equal(asked.does("decline-withdrawal").does("sign").dossier.status, "decided");
  });

  it("lets the clock sleep while money is owed, and goes on where it stood", () => {
    const owed = aDossier().does("accept").does("start").does("request-fee");
    assert.equal(owed.dossier.pauses.at(-1)?.to, null);
    assert.equal(owed.dossier.feeOwed?.amountDong, 8000);
    const paid = owed.does("settle-fee").dossier;
    assert.deepEqual([paid.status, paid.feeOwed, paid.feeReceipt, paid.due.day], ["processing", null, "BL-01", "2026-12-01"]);
    assert.notEqual(paid.pauses.at(-1)?.to, null);
  });

  it("extends once, apologises with a later day only", () => {
    const extended = aDossier().does("accept").does("extend");
    assert.equal(extended.tries("extend"), null);
    assert.equal(extended.dossier.due.day, "2026-12-02");
    const { dossier } = extended;
    const earlier = decide(dossier, { ...COMMANDS.apologise, before: dossier.due, due: { ...dossier.due, day: "2026-12-01" } }, "officer");
    assert.equal(earlier.ok, false);
    assert.equal(extended.does("apologise").dossier.promisedAnew?.day, "2026-12-03");
  });

  it("hands over nothing that was revoked, and revokes nothing twice", () => {
    const revoked = aDossier().does("accept").does("propose").does("sign").does("revoke");
    assert.deepEqual([revoked.tries("hand-over"), revoked.tries("revoke")], [null, null]);
  });

  it("says in a refusal what would be allowed", () => {
    const refused = decide(aDossier().dossier, COMMANDS.propose, "officer");
    assert.deepEqual(refused, {
      ok: false,
      reason: {
        problem: "move-not-open",
        move: "propose",
        open: ["judge-duplicate", "accept", "decline", "request-supplement", "correct-help", "transfer"],
      },
    });
  });

  it("wants a reason where somebody loses something by it", () => {
    const { dossier } = aDossier();
    assert.equal(decide(dossier, { move: "decline", reason: "  " }, "officer").ok, false);
    assert.equal(decide(dossier, { move: "request-supplement", reasons: [], words: " " }, "officer").ok, false);
    const stopped = (reason: string, grounds: string[]) =>
      decide(aDossier().does("accept").dossier, { move: "stop", reason, grounds }, "officer");
    assert.deepEqual(stopped("", ["Luật Thử"]), { ok: false, reason: { problem: "reason-missing", move: "stop" } });
    assert.deepEqual(stopped("Đã đăng ký", []), { ok: false, reason: { problem: "ground-missing", move: "stop" } });
  });

  it("has the ten national statuses with their numbers", () => {
    assert.deepEqual(
      Object.values(STATUSES)
        .map(({ number }) => number)
        .sort((a, b) => a - b),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    );
  });
});

describe("a volunteer's work", () => {
  it("is accepted only after an officer signed for it, or found that it was none", () => {
    const waiting = aDossier(VOLUNTEER);
    assert.equal(waiting.tries("accept"), null);
    assert.equal(waiting.tries("countersign", "helper"), null);
    assert.equal(waiting.does("countersign").does("accept").dossier.status, "accepted");
    assert.equal(waiting.does("correct-help").does("accept").dossier.help?.degree, "guided");
    assert.equal(aDossier({ ...VOLUNTEER, byVolunteer: false }).does("accept").dossier.status, "accepted");
  });
});

describe("the log", () => {
  it("folds to the same dossier at once and event by event", () => {
    fc.assert(
      fc.property(tries, fc.boolean(), (steps, help) => {
        const { log } = lived(steps, help);
        for (let cut = 1; cut <= log.length; cut += 1) {
          assert.deepEqual(log.slice(cut).reduce(step, fold(log.slice(0, cut))), fold(log));
        }
      }),
    );
  });

  it("never leads where the table does not, and never out of an end", () => {
    fc.assert(
      fc.property(tries, (steps) => {
        let life = aDossier();
        for (const one of steps) {
          const before = life.dossier;
          const next = tried(life, one);
          life = next.life;
          const { move } = next;
          const after = life.dossier;
          if (isClosed(before.status)) assert.equal(after.status, before.status);
          if (before.status !== after.status) assert.ok((MOVES[move].from as readonly Status[]).includes(before.status));
          if (after.result) assert.ok(["decided", "returned"].includes(after.status));
          assert.equal(
            after.pauses.filter((pause) => pause.to === null).length > 0 && after.owed !== null,
            after.status === "supplement-requested",
          );
        }
      }),
    );
  });

  it("keeps every promise it ever made: the code, the result, the papers that stand for others", () => {
    fc.assert(
      fc.property(tries, (steps) => {
        let life = aDossier();
        for (const one of steps) {
          const before = life.dossier;
          life = tried(life, one).life;
          const after = life.dossier;
          if (before.dossierCode) assert.equal(after.dossierCode, before.dossierCode);
          if (before.result) assert.deepEqual(after.result, before.result);
          if (before.revokedOn) assert.equal(after.revokedOn, before.revokedOn);
          assert.ok(after.pauses.length >= before.pauses.length);
        }
      }),
    );
  });

  it("comes back from a supplement to where it was, with the new papers in the place of the old", () => {
    for (const before of [aDossier(), aDossier().does("accept"), aDossier().does("accept").does("start")]) {
      const { status } = before.dossier;
      assert.equal(before.does("request-supplement").does("supplement", "citizen").dossier.status, status);
    }
    const paper = { paper: "giay-chung-sinh", name: "Giấy chứng sinh", sha256: "a", sizeBytes: 1, pages: 1 };
    const life = aDossier().does("request-supplement");
    const once = life.with({ type: "supplemented", papers: [paper], words: "", due: life.dossier.due });
    const twice = once
      .does("request-supplement")
      .with({ type: "supplemented", papers: [{ ...paper, sha256: "b" }], words: "", due: life.dossier.due });
    assert.deepEqual(
      twice.dossier.papers.map(({ sha256 }) => sha256),
      ["b"],
    );
    assert.equal(twice.dossier.pauses.length, 2);
  });

  it("begins with being lodged, once", () => {
    assert.throws(() => fold([]));
    const life = aDossier();
    assert.throws(() => life.with(life.log[0]?.event ?? { type: "started" }).dossier);
  });
});

describe("a dossier code", () => {
  it("has the form of the law: office, day, four digits or more (Circular 01/2018/TT-VPCP article 19)", () => {
    const national = /^(?:\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}|[A-Z]\d{2}(?:\.\d{2,3}){0,3})-(?:\d{6}|\d{8})-\d{4,7}$/;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), (number) => {
        assert.match(dossierCode("000.15.22.H32", "2026-11-25", number), national);
      }),
    );
    assert.equal(dossierCode("000.15.22.H32", "2026-11-25", 7), "000.15.22.H32-261125-0007");
  });
});
