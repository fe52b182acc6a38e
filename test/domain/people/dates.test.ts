import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { completedYears } from "../../../src/domain/people/age.ts";
import { dateInWords, dayWithWeekday, formatDay, parseTypedDate } from "../../../src/domain/people/dates.ts";
import { numberInWords } from "../../../src/domain/people/number-words.ts";

const anyDay = fc
  .date({ min: new Date("1900-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("a day that somebody types", () => {
  it("is understood in every way people write it", () => {
    const ways = [
      "1/5/24",
      "1/5/2024",
      "01/05/2024",
      "01052024",
      "010524",
      "1-5-2024",
      "1.5.2024",
      "1 5 2024",
      "2024-05-01",
      "2024/5/1",
      "ngày 1 tháng 5 năm 2024",
      "Ngày 01 tháng 05, năm 2024",
      "mùng 1 tháng 5 năm 2024",
      "1 tháng 5 2024",
      "１/５/２０２４",
      "ngày 1 tháng 5 năm 2024".normalize("NFD"),
    ];
    for (const text of ways) assert.deepEqual(parseTypedDate(text), { ok: true, value: "2024-05-01" }, text);
  });

  it("with two digits of a year means a day that was", () => {
    assert.deepEqual(parseTypedDate("15/8/49"), { ok: true, value: "1949-08-15" });
    assert.deepEqual(parseTypedDate("15/8/09"), { ok: true, value: "2009-08-15" });
  });

  it("must stand in the calendar", () => {
    for (const text of ["29/2/2005", "31/4/2024", "0/5/2024", "1/13/2024", "29022005"])
      assert.deepEqual(parseTypedDate(text), { ok: false, reason: "day-does-not-exist" }, text);
    assert.ok(parseTypedDate("29/2/2004").ok);
  });

  it("must be a day", () => {
    for (const text of ["", "hôm qua", "5/2024", "1/5/024", "15/8", "1/2/3/4", "123456789"])
      assert.deepEqual(parseTypedDate(text), { ok: false, reason: "not-a-date" }, text);
  });

  it("comes back as it is shown", () => {
    fc.assert(fc.property(anyDay, (day) => assert.deepEqual(parseTypedDate(formatDay(day)), { ok: true, value: day })));
  });
});

describe("a day on paper", () => {
  it("is written 05/03/2024, and thứ Tư 15/5/2024 in a sentence", () => {
    assert.equal(formatDay("2024-03-05"), "05/03/2024");
    assert.equal(formatDay("chưa rõ"), "chưa rõ");
    assert.equal(dayWithWeekday("2024-05-15"), "thứ Tư 15/5/2024");
    assert.equal(dayWithWeekday("2024-04-28"), "Chủ nhật 28/4/2024");
  });

  it("is spelt as it is read aloud", () => {
    assert.equal(dateInWords("2024-03-05"), "Ngày năm tháng ba năm hai nghìn không trăm hai mươi tư");
    assert.equal(dateInWords("1990-08-15"), "Ngày mười lăm tháng tám năm một nghìn chín trăm chín mươi");
    assert.equal(dateInWords("2004-04-24"), "Ngày hai mươi tư tháng tư năm hai nghìn không trăm linh tư");
    assert.equal(dateInWords("2005-11-04"), "Ngày bốn tháng mười một năm hai nghìn không trăm linh năm");
    assert.equal(dateInWords("2000-12-31"), "Ngày ba mươi mốt tháng mười hai năm hai nghìn");
    assert.equal(dateInWords("không rõ"), "");
  });

  it("spells numbers with mốt, tư, lăm and linh where they belong", () => {
    const words = {
      0: "không",
      4: "bốn",
      10: "mười",
      11: "mười một",
      14: "mười bốn",
      15: "mười lăm",
      20: "hai mươi",
      21: "hai mươi mốt",
      44: "bốn mươi tư",
      55: "năm mươi lăm",
      105: "một trăm linh năm",
      1915: "một nghìn chín trăm mười lăm",
      2001: "hai nghìn không trăm linh một",
      2025: "hai nghìn không trăm hai mươi lăm",
      2100: "hai nghìn một trăm",
    };
    for (const [number, word] of Object.entries(words)) assert.equal(numberInWords(Number(number)), word);
  });

  it("spells no two years alike", () => {
    assert.equal(new Set(Array.from({ length: 10_000 }, (_unused, number) => numberInWords(number))).size, 10_000);
  });
});

describe("an age", () => {
  it("is completed on the birthday itself", () => {
    assert.equal(completedYears("2004-05-15", "2024-05-14"), 19);
    assert.equal(completedYears("2004-05-15", "2024-05-15"), 20);
  });

  it("of somebody born on 29 February is completed on 1 March in a common year", () => {
    assert.equal(completedYears("2004-02-29", "2022-02-28"), 17);
    assert.equal(completedYears("2004-02-29", "2022-03-01"), 18);
    assert.equal(completedYears("2004-02-29", "2024-02-29"), 20);
  });
});
