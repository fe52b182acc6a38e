import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { atOffice, officeDay } from "../../../src/base/clock.ts";
import { isWorkingDay } from "../../../src/domain/deadlines/calendar.ts";
import { addDays, eachDay } from "../../../src/domain/deadlines/days.ts";
import { decide } from "../../../src/domain/dossier/decide.ts";
import { galleyUntil, galleyWaits } from "../../../src/domain/dossier/galley.ts";
import { contentCalendar } from "../deadlines/content-calendar.ts";
import { aDossier, COMMANDS, type Life, NAMES } from "./life.ts";

const calendar = contentCalendar();
const out = () => aDossier().does("accept").does("send-galley");

describe("a certificate that is shown before it is signed", () => {
  it("is never signed or proposed while it is out or its correction has no answer, whatever anybody does", () => {
    const steps = fc.array(fc.constantFrom(...NAMES), { maxLength: 30 });
    fc.assert(
      fc.property(steps, (names) => {
        names.reduce<Life>((life, name) => {
          const next = life.tries(name);
          if (next && galleyWaits(life.dossier.galley)) assert.ok(name !== "sign" && name !== "propose", name);
          if (next && galleyWaits(next.dossier.galley)) assert.ok(!next.dossier.proposed && next.dossier.result === null);
          return next ?? life;
        }, out());
      }),
    );
  });

  it("is confirmed or corrected once; a correction is taken over or answered, and then the way is free", () => {
    assert.equal(out().does("confirm-galley", "citizen").tries("correct-galley", "citizen"), null);
    const corrected = out().does("correct-galley", "helper");
    assert.equal(corrected.tries("confirm-galley", "citizen"), null);
    const taken = corrected.does("take-correction");
    assert.equal(taken.dossier.answers["con.hoTen"], "Mẩu");
    for (const life of [taken, corrected.does("answer-correction"), out().does("skip-galley"), out().does("confirm-galley", "citizen")])
      assert.equal(life.does("propose").does("sign").dossier.status, "decided");
  });

  it("wants a word for a correction, an answer and a skip", () => {
    const nothing = decide(out().dossier, { move: "correct-galley", how: "self", changes: [], answers: {}, words: " " }, "citizen");
    assert.ok(!nothing.ok && nothing.reason.problem === "nothing-corrected");
    assert.equal(decide(out().dossier, { move: "skip-galley", reason: "" }, "officer").ok, false);
    assert.equal(decide(out().does("correct-galley").dossier, { move: "answer-correction", words: "" }, "officer").ok, false);
  });

  it("goes with a dossier that is sent back for papers or ends", () => {
    for (const move of ["request-supplement", "stop"] as const) assert.equal(out().does(move).dossier.galley, null, move);
  });

  it("is agreed to by silence by the clock alone, after the last day and not on it, and says so", () => {
    const { dossier } = out();
    const close = (today: string) => decide(dossier, { ...COMMANDS["close-galley"], today }, "system");
    const early = close("2026-11-26");
    assert.ok(!early.ok && early.reason.problem === "too-early");
    const closed = close("2026-11-27");
    assert.ok(closed.ok && closed.value.type === "galley-confirmed" && closed.value.how === "silence");
    assert.match(closed.value.words, /im lặng là đồng ý/);
    for (const role of ["citizen", "helper", "officer", "leader"] as const) assert.equal(out().tries("close-galley", role), null);
  });
});

describe("the day for looking it over", () => {
  it("is the next working day: over a weekend, over Tết, from the next opening when it is sent after hours", () => {
    const cases = [
      ["2026-11-25", "09:00", "2026-11-26"],
      ["2026-11-27", "09:00", "2026-11-30"],
      ["2026-11-27", "20:00", "2026-12-01"],
      ["2026-11-28", "09:00", "2026-12-01"],
    ] as const;
    for (const [day, time, until] of cases) assert.equal(galleyUntil(atOffice(day, time), calendar), until, `${day} ${time}`);
    const tet = [...calendar.off].find(([day, off]) => day.startsWith("2026-02") && off.kind === "holiday")?.[0] ?? "";
    let before = addDays(tet, -1);
    while (!isWorkingDay(before, calendar)) before = addDays(before, -1);
    const until = galleyUntil(atOffice(before, "08:00"), calendar);
    assert.ok(isWorkingDay(until, calendar) && eachDay(tet, addDays(until, -1)).every((day) => !isWorkingDay(day, calendar)), until);
  });

  it("has exactly one working day after the day on which the office took it up, whenever it is sent", () => {
    const minutes = fc.integer({ min: 0, max: 3 * 365 * 24 * 60 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const sentAt = new Date(Date.UTC(2024, 0, 2) + minute * 60_000);
        const until = galleyUntil(sentAt, calendar);
        assert.ok(isWorkingDay(until, calendar) && until > officeDay(sentAt));
        const between = eachDay(addDays(officeDay(sentAt), 1), until).filter((day) => isWorkingDay(day, calendar)).length;
        assert.ok(between === 1 || between === 2, "two only when it was sent while the office was closed");
      }),
    );
  });
});
