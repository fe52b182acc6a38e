import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { atOffice } from "../../../src/base/clock.ts";
import { COMMUNE_HOURS, makeCalendar, POLICE_HOURS } from "../../../src/domain/deadlines/calendar.ts";
import { dueDate } from "../../../src/domain/deadlines/due.ts";
import type { Pause } from "../../../src/domain/deadlines/pauses.ts";
import type { DeadlineRule } from "../../../src/domain/deadlines/terms.ts";
import { contentCalendar } from "./content-calendar.ts";

const calendar = contentCalendar();
const SAME_DAY: DeadlineRule = { kind: "same-day", cutoff: "15:00" };
const working = (days: number): DeadlineRule => ({ kind: "working-days", days });
const days = (count: number): DeadlineRule => ({ kind: "calendar-days", days: count });

describe("a same-day procedure", () => {
  it("is due at closing time of the day when it came by 15:00", () => {
    assert.equal(due(SAME_DAY, "2024-05-15 09:12"), "2024-05-15 17:00");
    assert.equal(due(SAME_DAY, "2024-05-15 15:00"), "2024-05-15 17:00");
  });

  it("is due on the next working day when it came later", () => {
    assert.equal(due(SAME_DAY, "2024-05-15 15:01"), "2024-05-16 17:00");
    assert.equal(due(SAME_DAY, "2024-05-17 16:00"), "2024-05-20 17:00");
  });

  it("counts from the next opening when the office is closed", () => {
    assert.equal(due(SAME_DAY, "2024-05-15 05:00"), "2024-05-15 17:00");
    assert.equal(due(SAME_DAY, "2024-05-15 17:01"), "2024-05-16 17:00");
    assert.equal(due(SAME_DAY, "2024-05-18 10:00"), "2024-05-20 17:00");
    assert.equal(due(SAME_DAY, "2024-02-07 20:00"), "2024-02-15 17:00");
  });

  it("is due on a Saturday that is worked in exchange", () => assert.equal(due(SAME_DAY, "2024-05-04 10:00"), "2024-05-04 17:00"));
});

describe("a deadline in working days", () => {
  it("counts from the day after receipt, without weekends and holidays", () => {
    assert.equal(due(working(3), "2024-05-15 09:00"), "2024-05-20 17:00");
    assert.equal(due(working(1), "2024-05-15 16:59"), "2024-05-16 17:00");
    assert.equal(due(working(3), "2024-02-06 09:00"), "2024-02-16 17:00");
  });

  it("received on a day off counts as received at the next opening", () => {
    assert.equal(due(working(3), "2024-05-18 09:00"), due(working(3), "2024-05-20 07:30"));
    assert.equal(due(working(3), "2024-05-15 18:00"), due(working(3), "2024-05-16 07:30"));
  });

  it("counts a Saturday that is worked in exchange", () => assert.equal(due(working(2), "2024-05-02 09:00"), "2024-05-04 17:00"));

  it("is longer by what was granted for verification", () => {
    const extended: DeadlineRule = { kind: "working-days", days: 3, extension: { days: 5, because: "cần xác minh" } };
    assert.equal(due(extended, "2024-05-15 09:00"), due(working(8), "2024-05-15 09:00"));
    assert.ok(explained(extended, "2024-05-15 09:00").includes("Thêm 5 ngày làm việc: cần xác minh."));
  });

  it("does not count the police desk's Saturday morning, though the desk takes dossiers then", () => {
    const police = contentCalendar(POLICE_HOURS);
    assert.equal(dueDate(working(3), at("2024-05-18 09:00"), police).day, "2024-05-22");
    assert.equal(dueDate(working(3), at("2024-05-18 12:00"), police).day, "2024-05-23");
    assert.equal(dueDate(SAME_DAY, at("2024-05-18 09:00"), police).day, "2024-05-20");
  });
});

describe("a deadline in calendar days", () => {
  it("counts every day from the day after receipt", () => assert.equal(due(days(15), "2024-05-06 09:00"), "2024-05-21 17:00"));

  it("that ends on a day off moves to the next working day", () => {
    assert.equal(due(days(10), "2024-05-08 09:00"), "2024-05-20 17:00");
    assert.equal(due(days(1), "2024-02-07 09:00"), "2024-02-15 17:00");
  });
});

describe("a deadline sleeps while the citizen owes a paper", () => {
  it("and the working days slept are added", () => {
    assert.equal(due(working(3), "2024-05-13 09:00", ["2024-05-14 10:00", "2024-05-16 09:00"]), "2024-05-20 17:00");
    assert.equal(due(days(3), "2024-05-13 09:00", ["2024-05-14 10:00", "2024-05-16 09:00"]), "2024-05-20 17:00");
    assert.equal(due(days(5), "2024-05-13 09:00", ["2024-05-14 10:00", "2024-05-16 09:00"]), "2024-05-20 17:00");
  });

  it("and weekends slept add nothing to working days", () =>
    assert.equal(due(working(3), "2024-05-15 09:00", ["2024-05-17 10:00", "2024-05-20 09:00"]), "2024-05-21 17:00"));

  it("and what is asked and answered on one day costs nothing", () =>
    assert.equal(due(working(3), "2024-05-13 09:00", ["2024-05-14 08:00", "2024-05-14 16:00"]), "2024-05-16 17:00"));

  it("and an answer after the cut-off leaves a same-day procedure the next working day", () => {
    assert.equal(due(SAME_DAY, "2024-05-17 09:00", ["2024-05-17 10:00", "2024-05-17 14:00"]), "2024-05-17 17:00");
    assert.equal(due(SAME_DAY, "2024-05-17 09:00", ["2024-05-17 10:00", "2024-05-17 15:30"]), "2024-05-20 17:00");
    assert.equal(due(SAME_DAY, "2024-05-17 09:00", ["2024-05-17 10:00", "2024-05-21 08:00"]), "2024-05-21 17:00");
  });

  it("and an answer out of hours wakes it at the next opening", () => {
    assert.equal(due(SAME_DAY, "2024-05-17 09:00", ["2024-05-17 10:00", "2024-05-18 09:00"]), "2024-05-20 17:00");
    assert.equal(due(working(1), "2024-05-16 09:00", ["2024-05-17 10:00", "2024-05-17 18:00"]), "2024-05-20 17:00");
    assert.equal(due(working(3), "2024-05-17 09:00", ["2024-05-18 09:00", "2024-05-21 09:00"]), "2024-05-23 17:00");
  });

  it("and does not wake on a morning that only takes dossiers in", () => {
    const asked = { from: at("2024-05-17 10:00"), to: at("2024-05-18 09:00") };
    assert.equal(dueDate(SAME_DAY, at("2024-05-17 09:00"), contentCalendar(POLICE_HOURS), [asked]).day, "2024-05-20");
  });

  it("and is counted anew only when the paper came", () => {
    const open = dueDate(working(3), at("2024-05-13 09:00"), calendar, [{ from: at("2024-05-14 10:00"), to: null }]);
    assert.equal(open.day, "2024-05-16");
    assert.ok(open.explanation.includes("Thời hạn đang dừng, chờ bà con bổ sung. Ngày hẹn sẽ được tính lại khi nhận đủ."));
  });
});

describe("why that date?", () => {
  it("is told in the order of the reckoning", () => {
    assert.deepEqual(explained(SAME_DAY, "2024-04-26 15:20"), [
      "Nhận lúc 15:20 thứ Sáu 26/4/2024.",
      "Nhận sau 15 giờ nên tính sang ngày làm việc kế tiếp.",
      "Không tính ngày nghỉ: 27, 28/4 là cuối tuần; 29/4 nghỉ hoán đổi (làm bù 4/5); 30/4 nghỉ Ngày Chiến thắng; 1/5 nghỉ Quốc tế Lao động.",
      "Hẹn trả: thứ Năm 2/5/2024.",
    ]);
    assert.deepEqual(explained(SAME_DAY, "2024-05-15 09:12"), [
      "Nhận lúc 09:12 thứ Tư 15/5/2024.",
      "Nhận không quá 15 giờ nên trả trong ngày.",
      "Hẹn trả: thứ Tư 15/5/2024.",
    ]);
    assert.deepEqual(explained(working(3), "2024-05-01 10:00"), [
      "Nhận lúc 10:00 thứ Tư 1/5/2024.",
      "Hôm đó cơ quan nghỉ (nghỉ Quốc tế Lao động), nên tính như nhận lúc 07:30 thứ Năm 2/5/2024.",
      "Thời hạn 3 ngày làm việc, đếm từ thứ Sáu 3/5/2024.",
      "Không tính ngày nghỉ: 5/5 là cuối tuần.",
      "4/5 là ngày làm bù nên có tính.",
      "Hẹn trả: thứ Hai 6/5/2024.",
    ]);
    assert.deepEqual(explained(working(3), "2024-02-06 17:30", ["2024-02-15 10:00", "2024-02-19 08:00"]), [
      "Nhận lúc 17:30 thứ Ba 6/2/2024.",
      "Lúc đó đã hết giờ làm việc, nên tính như nhận lúc 07:30 thứ Tư 7/2/2024.",
      "Thời hạn 3 ngày làm việc, đếm từ thứ Năm 15/2/2024.",
      "Trong lúc chờ bà con bổ sung, thời hạn dừng 2 ngày làm việc; số ngày ấy được cộng thêm.",
      "Không tính ngày nghỉ: 8–14/2 nghỉ Tết Giáp Thìn; 17, 18/2 là cuối tuần.",
      "Hẹn trả: thứ Tư 21/2/2024.",
    ]);
    assert.deepEqual(explained(days(10), "2024-05-08 09:00"), [
      "Nhận lúc 09:00 thứ Tư 8/5/2024.",
      "Thời hạn 10 ngày, đếm từ thứ Năm 9/5/2024.",
      "Ngày cuối là thứ Bảy 18/5/2024, cơ quan nghỉ (cuối tuần), nên chuyển sang ngày làm việc kế tiếp.",
      "Không tính ngày nghỉ: 19/5 là cuối tuần.",
      "Hẹn trả: thứ Hai 20/5/2024.",
    ]);
  });

  it("says what the calendar does not know", () => {
    assert.ok(explained(working(3), "2028-05-15 09:00").includes("Lịch nghỉ lễ năm 2028 chưa có, nên mới trừ thứ Bảy, Chủ nhật."));
    assert.ok(explained(working(3), "2026-12-31 09:00").includes("Lịch nghỉ lễ năm 2027 là dự kiến, có thể thay đổi."));
    const empty = makeCalendar([], COMMUNE_HOURS);
    assert.equal(dueDate(working(3), at("2024-04-29 09:00"), empty).day, "2024-05-02");
  });
});

function at(moment: string): Date {
  const [day = "", time = ""] = moment.split(" ");
  return atOffice(day, time);
}

function reckoned(rule: DeadlineRule, received: string, pause?: [string, string]) {
  const pauses: Pause[] = pause ? [{ from: at(pause[0]), to: at(pause[1]) }] : [];
  return dueDate(rule, at(received), calendar, pauses);
}

function due(rule: DeadlineRule, received: string, pause?: [string, string]): string {
  const { day, time } = reckoned(rule, received, pause);
  return `${day} ${time}`;
}

function explained(rule: DeadlineRule, received: string, pause?: [string, string]): readonly string[] {
  return reckoned(rule, received, pause).explanation;
}
