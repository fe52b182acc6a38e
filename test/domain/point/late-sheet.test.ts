import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { countPeople, readSheet, type TypedLine } from "../../../src/domain/point/late-sheet.ts";

const NOW = { today: "2026-11-27", time: "10:00", openedOn: "2026-11-20" };
const line = (time: string, purpose = "print", people = "", help = ""): TypedLine => ({ time, purpose, people, help });

describe("a sheet of late visits", () => {
  it("is read as people write: 9h15, 26/11/2026, nothing for one person, nothing for a help that nobody remembers", () => {
    const { sheet, wrong } = readSheet(
      { day: "26/11/2026", lines: [line("9h15"), line("", "", ""), line("14:05", "guided", "3", "guided")] },
      NOW,
    );
    assert.deepEqual(wrong, {});
    assert.equal(sheet.day, "2026-11-26");
    assert.deepEqual(sheet.lines, [
      { time: "09:15", purpose: "print", people: 1, help: "alone" },
      { time: "14:05", purpose: "guided", people: 3, help: "guided" },
    ]);
    assert.equal(countPeople(sheet), 4);
  });

  const days: readonly (readonly [day: string, sentence: RegExp | null])[] = [
    ["27/11/2026", null],
    ["28/11/2026", /chưa đến/],
    ["20/11/2026", null],
    ["19/11/2026", /chưa mở/],
    ["12/11/2026", /14 ngày/],
    ["30/2/2026", /xin ghi ngày/i],
    ["", /xin ghi ngày/i],
  ];
  for (const [day, sentence] of days)
    it(`${sentence ? "refuses" : "takes"} the day ${day || "that is missing"}`, () => {
      const { wrong } = readSheet({ day, lines: [line("8h")] }, NOW);
      if (sentence) assert.match(wrong.ngay ?? "", sentence);
      else assert.equal(wrong.ngay, undefined);
    });

  it("says line by line what is wrong: an hour to come, no purpose, nobody, half a person", () => {
    const { wrong } = readSheet(
      { day: "27/11/2026", lines: [line("10h30"), line("9h", ""), line("9h", "print", "0"), line("chín", "print", "1,5")] },
      NOW,
    );
    assert.deepEqual(Object.keys(wrong), ["gio-1", "viec-2", "nguoi-3", "gio-4", "nguoi-4"]);
  });
});
