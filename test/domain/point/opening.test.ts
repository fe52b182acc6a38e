import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { addDays, eachDay, weekday } from "../../../src/domain/deadlines/days.ts";
import { collectInWords, hoursInWords, openingInWords, weekdayWords, weekInWords } from "../../../src/domain/point/opening-words.ts";
import { collectFrom, nextOpen, openOn } from "../../../src/domain/point/roster.ts";
import { aRoster, weekly } from "./a-roster.ts";

// 2024-05-13 is a Monday; 2024-04-30 and 2024-05-01 are holidays, 2024-04-29 was off in exchange
const DAY = fc.integer({ min: 0, max: 900 }).map((days) => addDays("2023-06-01", days));
const plan = fc
  .record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
    off: fc.uniqueArray(DAY, { maxLength: 40 }),
    extra: fc.uniqueArray(DAY, { maxLength: 5 }),
    openedOn: DAY,
  })
  .map(({ weekdays, off, extra, openedOn }) =>
    aRoster(
      {},
      {
        openedOn,
        daysOff: off.map((day) => ({ day, reason: "" })),
        shifts: [
          ...weekly(...weekdays),
          ...extra.map((day) => ({ shift: `them-${day}`, on: { day }, opens: "08:00", closes: "10:00", from: day, until: day })),
        ],
      },
    ),
  );

describe("the days of a point", () => {
  it("are those of its week, without public holidays, its own days off and the time before it opened; with its extra days", () => {
    const extra = { shift: "them", on: { day: "2024-05-18" }, opens: "07:30", closes: "11:00", from: "2024-05-18", until: "2024-05-18" };
    const roster = aRoster({}, { shifts: [...weekly(1, 3, 5), extra], daysOff: [{ day: "2024-05-17", reason: "họp thôn" }] });
    const open = eachDay("2024-04-26", "2024-05-20").filter((day) => openOn(roster, day).length > 0);
    assert.deepEqual(open, [
      "2024-04-26",
      "2024-05-03",
      "2024-05-06",
      "2024-05-08",
      "2024-05-10",
      "2024-05-13",
      "2024-05-15",
      "2024-05-18",
      "2024-05-20",
    ]);
    assert.deepEqual(openOn(roster, "2023-11-20"), [], "a Monday, but the point opened on the day after");
  });

  it("come in the order of the clock", () => {
    const roster = aRoster({}, { shifts: weekly(1).reverse() });
    assert.deepEqual(
      openOn(roster, "2024-05-13").map((shift) => shift.opens),
      ["07:30", "13:30"],
    );
  });

  it("keep what was when a shift ends", () => {
    const roster = aRoster({}, { shifts: weekly(1).map((shift) => ({ ...shift, until: "2024-05-13" })) });
    assert.equal(openOn(roster, "2024-05-13").length, 2);
    assert.equal(openOn(roster, "2024-05-20").length, 0);
  });

  it("next open day: open itself, and none between", () => {
    fc.assert(
      fc.property(plan, DAY, (roster, after) => {
        const next = nextOpen(roster, after);
        const between = eachDay(addDays(after, 1), next ? addDays(next, -1) : addDays(after, 400));
        assert.ok(between.every((day) => openOn(roster, day).length === 0));
        if (next) assert.ok(next > after && openOn(roster, next).length > 0);
      }),
    );
  });

  it("give a result out on the day it is due when they are open after that time, or on the next open day, never before", () => {
    fc.assert(
      fc.property(plan, DAY, fc.constantFrom("00:00", "10:59", "11:00", "16:29", "17:00"), (roster, due, time) => {
        const day = collectFrom({ day: due, time }, roster);
        if (openOn(roster, due).some((shift) => time < shift.closes)) assert.equal(day, due);
        else assert.equal(day, nextOpen(roster, due));
      }),
    );
  });
});

describe("the words on the door", () => {
  const roster = aRoster({}, { daysOff: [{ day: "2024-05-17", reason: "họp thôn" }] });
  const cases: readonly [string, string, string][] = [
    ["2024-05-13", "06:50", "Hôm nay điểm mở cửa 7:30–11:00 và 13:30–16:30."],
    ["2024-05-13", "11:00", "Hôm nay điểm mở cửa 13:30–16:30."],
    ["2024-05-13", "16:30", "Hôm nay điểm đã đóng cửa. Mở lại thứ Tư 15/5, 7:30–11:00 và 13:30–16:30."],
    ["2024-05-14", "08:00", "Hôm nay điểm nghỉ. Mở lại thứ Tư 15/5, 7:30–11:00 và 13:30–16:30."],
    ["2024-05-17", "08:00", "Hôm nay điểm nghỉ (họp thôn). Mở lại thứ Hai 20/5, 7:30–11:00 và 13:30–16:30."],
    ["2024-05-01", "08:00", "Hôm nay điểm nghỉ (Quốc tế Lao động). Mở lại thứ Sáu 3/5, 7:30–11:00 và 13:30–16:30."],
    ["2023-11-17", "08:00", "Điểm chưa mở cửa. Mở từ thứ Tư 22/11, 7:30–11:00 và 13:30–16:30."],
  ];
  for (const [day, time, sentence] of cases)
    it(`say on ${day} at ${time}: ${sentence}`, () => assert.equal(openingInWords(roster, day, time), sentence));

  it("say nothing for a point without a plan, and whom to ask when the plan has ended", () => {
    assert.equal(openingInWords(aRoster({}, { shifts: [] }), "2024-05-13", "08:00"), null);
    const ended = aRoster({}, { shifts: weekly(1).map((shift) => ({ ...shift, until: "2024-05-12" })) });
    assert.match(openingInWords(ended, "2024-05-13", "08:00") ?? "", /xin hỏi người trực/);
  });

  it("tell the week in one sentence for days with the same hours", () => {
    const saturday = { shift: "7", on: { weekday: 6 }, opens: "07:30", closes: "10:00", from: "2024-01-01", until: null };
    assert.deepEqual(weekInWords(aRoster({}, { shifts: [...weekly(5, 1, 3), saturday] }), "2024-05-13"), [
      { days: "Thứ Hai, thứ Tư, thứ Sáu", hours: "7:30–11:00 và 13:30–16:30" },
      { days: "Thứ Bảy", hours: "7:30–10:00" },
    ]);
  });

  it("tell the week as it is on that day, and as it will be for a point that is not open yet", () => {
    const later = weekly(2).map((shift) => ({ ...shift, from: "2024-06-01" }));
    const before = weekly(1).map((shift) => ({ ...shift, until: "2024-05-12" }));
    const days = (day: string, openedOn = "2023-11-21") =>
      weekInWords(aRoster({}, { openedOn, shifts: [...before, ...weekly(3), ...later] }), day).map((line) => line.days);
    assert.deepEqual(days("2024-05-13"), ["Thứ Tư"]);
    assert.deepEqual(days("2024-05-13", "2024-06-03"), ["Thứ Ba, thứ Tư"]);
  });

  it("name each day of the week as the calendar does, and hours as people say them", () => {
    for (let number = 1; number <= 7; number += 1) assert.equal(weekday(`2024-05-${12 + number}`), number);
    assert.deepEqual([1, 4, 7].map(weekdayWords), ["thứ Hai", "thứ Năm", "Chủ nhật"]);
    assert.equal(hoursInWords([]), "");
    assert.equal(collectInWords("2024-05-15"), "trả kết quả từ thứ Tư 15/5, điểm mở cửa");
  });
});
