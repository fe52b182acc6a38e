import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { parse } from "yaml";
import { procedureSchema } from "../../../src/domain/catalogue/procedure.ts";
import type { DossierEvent } from "../../../src/domain/dossier/events.ts";
import { fold } from "../../../src/domain/dossier/fold.ts";
import { dueOfStep, plannedSteps, planWords, stepStays } from "../../../src/domain/dossier/step-plan.ts";
import { partsOf, USUAL_PARTS } from "../../../src/domain/dossier/steps.ts";
import { contentCalendar } from "../deadlines/content-calendar.ts";
import { accepted, dueOn, instantOf, told } from "./told.ts";

const calendar = contentCalendar();
const proposed: DossierEvent = { type: "proposed", note: "" };
/** 36 working hours: 6 of Monday, 7½ of each day after it. */
const [LODGED, DUE] = ["2026-11-16 09:00", "2026-11-20"] as const;
const stays = (log: ReturnType<typeof told>, now: string) =>
  stepStays(log, USUAL_PARTS, calendar, instantOf(now)).map(({ step, due, usedMinutes, lateMinutes }) => [
    step,
    due && `${due.day} ${due.time}`,
    usedMinutes,
    lateMinutes,
  ]);

describe("the steps of a dossier in an office", () => {
  it("have parts that make the whole, the usual ones as those of a procedure's file", () => {
    const sum = Object.values(USUAL_PARTS).reduce((total, { percent }) => total + percent, 0);
    assert.equal(sum, 100);
    const given = partsOf({ reception: { percent: 20 }, work: { percent: 50, words: "Thẩm định" }, signing: { percent: 30 } });
    assert.deepEqual(given.work, { percent: 50, words: "Thẩm định" });
    assert.deepEqual(given.signing, { percent: 30, words: USUAL_PARTS.signing.words });
    const file = parse(readFileSync(new URL("../../../content/procedures/1.001193.yaml", import.meta.url), "utf8"));
    const withSteps = (signing: number) => ({
      ...file,
      deadline: { ...file.deadline, steps: { reception: { percent: 20 }, work: { percent: 50 }, signing: { percent: signing } } },
    });
    assert.ok(procedureSchema.safeParse(withSteps(30)).success);
    assert.match(procedureSchema.safeParse(withSteps(40)).error?.issues[0]?.message ?? "", /cộng lại phải là 100/);
  });

  it("tell what was planned, what was used and how late each was; the time of an early one goes to the next", () => {
    const log = told(LODGED, DUE, [
      ["2026-11-16 09:30", accepted(DUE)],
      ["2026-11-20 09:00", proposed],
    ]);
    assert.deepEqual(stays(log, "2026-11-20 10:00"), [
      ["reception", "2026-11-16 14:36", 30, 0],
      ["work", "2026-11-20 07:48", 330 + 3 * 450 + 90, 72],
      ["signing", "2026-11-20 17:00", 60, 0],
    ]);
  });

  it("sleep while the citizen owes something: no due is told then, and what was slept is nobody's time", () => {
    const owes: DossierEvent = { type: "supplement-requested", reasons: ["Ảnh mờ"], words: "" };
    const log = told(LODGED, DUE, [
      ["2026-11-16 09:30", accepted(DUE)],
      ["2026-11-17 08:00", owes],
    ]);
    assert.equal(dueOfStep(fold(log), "work", USUAL_PARTS, calendar), null);
    assert.deepEqual(stays(log, "2026-11-19 10:00").at(-1), ["work", null, 330 + 30, 0]);
    const back = told(LODGED, DUE, [
      ["2026-11-16 09:30", accepted(DUE)],
      ["2026-11-17 08:00", owes],
      ["2026-11-18 08:00", { type: "supplemented", papers: [], words: "", due: dueOn("2026-11-23") }],
    ]);
    assert.deepEqual(dueOfStep(fold(back), "work", USUAL_PARTS, calendar), { day: "2026-11-23", time: "07:48" });
  });

  it("share the time anew when more is given, when a new day is promised, and when the leader sends the work back", () => {
    const extended: DossierEvent = { type: "extended", days: 3, because: "Hỏi xã khác", due: dueOn("2026-11-26") };
    const more = fold(
      told(LODGED, DUE, [
        ["2026-11-16 09:30", accepted(DUE)],
        ["2026-11-20 07:30", extended],
      ]),
    );
    // Friday, Monday, Wednesday, Thursday (24 November is a day off): 30 hours, of which 7/9 are for the work
    assert.deepEqual(plannedSteps(more, USUAL_PARTS, calendar), [
      { step: "work", due: { day: "2026-11-26", time: "08:20" } },
      { step: "signing", due: { day: "2026-11-26", time: "17:00" } },
    ]);
    const back = told(LODGED, DUE, [
      ["2026-11-16 09:30", accepted(DUE)],
      ["2026-11-17 09:00", proposed],
      ["2026-11-20 13:30", { type: "sent-back", words: "Xem lại tên" }],
    ]);
    assert.deepEqual(
      stays(back, "2026-11-20 14:00").map(([step, due]) => [step, due]),
      [
        ["reception", "2026-11-16 14:36"],
        ["work", "2026-11-20 07:48"],
        ["signing", "2026-11-20 17:00"],
        ["work", "2026-11-20 16:13"],
      ],
    );
  });

  it("stay as late as they were when the office says sorry; what goes on has a due of its own", () => {
    const before = dueOn(DUE);
    const sorry: DossierEvent = { type: "apologised", reasons: ["Hồ sơ nhiều, không kịp"], words: "", before, due: dueOn("2026-11-25") };
    const log = told(LODGED, DUE, [
      ["2026-11-16 09:30", accepted(DUE)],
      ["2026-11-23 08:00", sorry],
    ]);
    assert.deepEqual(
      stays(log, "2026-11-23 09:00").map(([step, due, , late]) => [step, due, late]),
      [
        ["reception", "2026-11-16 14:36", 0],
        ["work", "2026-11-20 07:48", 432 + 30],
        ["work", "2026-11-25 13:46", 0],
      ],
    );
  });

  it("end with the dossier, and what happens to it later is no step", () => {
    const log = told(LODGED, DUE, [
      ["2026-11-16 09:30", accepted(DUE)],
      ["2026-11-17 09:00", { type: "stopped", reason: "Đã đăng ký ở nơi khác" }],
    ]);
    assert.equal(
      stepStays(log, USUAL_PARTS, calendar, instantOf("2026-12-16 09:00")).at(-1)?.ended,
      instantOf("2026-11-17 09:00").toISOString(),
    );
  });

  it("are told in words: how long in all, each with its part and its due", () => {
    const [whole, each] = planWords(fold(told(LODGED, DUE, [])), USUAL_PARTS, calendar);
    assert.equal(whole, "Thời gian chia cho các bước: 4 ngày 6 giờ làm việc, tính đến 17:00 thứ Sáu 20/11/2026.");
    assert.match(each ?? "", /^Tiếp nhận 10 %, đến 14:36 thứ Hai 16\/11\/2026; Giải quyết 70 %, đến 07:48 thứ Sáu/);
  });
});
