import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { closedBecause, hoursOn, isWorkingDay, POLICE_HOURS, parseHolidays } from "../../../src/domain/deadlines/calendar.ts";
import { contentCalendar, contentYears } from "./content-calendar.ts";

describe("the holidays of content/", () => {
  it("reach from 2023 to 2027, each with its source; what is from memory or provisional says so", () => {
    const years = contentYears();
    assert.deepEqual(
      years.map(({ year, unverified, provisional }) => [year, unverified, provisional]),
      [
        [2023, true, false],
        [2024, true, false],
        [2025, true, false],
        [2026, false, false],
        [2027, true, true],
      ],
    );
  });

  it("close the office on holidays, their substitutes and swapped days, and open it on the day worked in exchange", () => {
    const calendar = contentCalendar();
    assert.deepEqual(closedBecause("2024-02-09", calendar), { kind: "holiday", name: "Tết Giáp Thìn" });
    assert.deepEqual(closedBecause("2026-04-27", calendar), { kind: "substitute", name: "Giỗ Tổ Hùng Vương" });
    assert.deepEqual(closedBecause("2024-04-29", calendar), { kind: "swap", worked: "2024-05-04" });
    assert.deepEqual(closedBecause("2024-05-11", calendar), { kind: "weekend" });
    assert.deepEqual(closedBecause("2026-11-24", calendar), { kind: "holiday", name: "Ngày Văn hóa Việt Nam" });
    for (const worked of ["2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22"]) assert.ok(isWorkingDay(worked, calendar), worked);
  });
});

describe("the hours of an office", () => {
  it("are none on a day off, and a Saturday morning at the police desk", () => {
    assert.deepEqual(hoursOn("2024-05-15", contentCalendar()), { opens: "07:30", closes: "17:00" });
    assert.equal(hoursOn("2024-05-18", contentCalendar()), null);
    assert.deepEqual(hoursOn("2024-05-18", contentCalendar(POLICE_HOURS)), { opens: "07:30", closes: "11:30" });
    assert.equal(hoursOn("2024-02-10", contentCalendar(POLICE_HOURS)), null, "Tết falls on that Saturday");
    assert.equal(isWorkingDay("2024-05-18", contentCalendar(POLICE_HOURS)), false);
  });
});

describe("a holiday file with a mistake", () => {
  const right = { year: 2024, source: "Thông báo", holidays: [{ day: "2024-01-01", name: "Tết Dương lịch" }] };

  it("is refused in words that lead to the place", () => {
    assert.deepEqual(complaints({ ...right, year: undefined }), ["2024.yaml: ở year: còn thiếu"]);
    assert.deepEqual(complaints({ ...right, holiday: [] }), ['2024.yaml: ở đầu tệp: không biết mục "holiday"']);
    assert.deepEqual(complaints({ ...right, swaps: [{ off: "29/4/2024", worked: "2024-05-04" }] }), [
      "2024.yaml: ở swaps › 0 › off: phải là ngày có thật, viết như 2026-04-30",
    ]);
    assert.deepEqual(complaints("sai"), ["2024.yaml: ở đầu tệp: phải là một nhóm mục"]);
  });

  it("may not name a day of another year, a day twice, or an exchange that exchanges nothing", () => {
    const cases: [object, string][] = [
      [{ holidays: [{ day: "2025-01-01", name: "Tết" }] }, "01/01/2025 không thuộc năm 2024"],
      [{ swaps: [{ off: "2024-01-01", worked: "2024-01-06" }] }, "01/01/2024 có hai lần"],
      [{ swaps: [{ off: "2024-04-29", worked: "2024-05-03" }] }, "03/05/2024 vốn là ngày làm việc, không phải ngày làm bù"],
      [{ swaps: [{ off: "2024-04-28", worked: "2024-05-04" }] }, "28/04/2024 vốn là cuối tuần, không phải ngày nghỉ thay"],
      [
        { substitutes: [{ day: "2024-01-03", holiday: "2024-01-02", name: "Tết" }] },
        "03/01/2024 nghỉ bù cho 02/01/2024, nhưng ngày ấy không phải cuối tuần",
      ],
      [{ holidays: [{ from: "2024-02-14", to: "2024-02-08", name: "Tết" }] }, "kỳ nghỉ từ 14/02/2024 lại kết thúc trước đó, 08/02/2024"],
    ];
    for (const [mistake, sentence] of cases) assert.deepEqual(complaints({ ...right, ...mistake }), [`2024.yaml: ở đầu tệp: ${sentence}`]);
  });

  function complaints(data: unknown): string[] {
    const year = parseHolidays(data, "2024.yaml");
    return year.ok ? [] : year.reason;
  }
});
