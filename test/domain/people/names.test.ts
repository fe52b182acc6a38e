import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { fold, isPersonName, tidyName, upperName } from "../../../src/domain/people/names.ts";
import { parsePhone } from "../../../src/domain/people/phone.ts";

describe("the search key of a text", () => {
  it("is the same however the tone was placed, the letters composed or the case typed", () => {
    for (const [one, other] of [
      ["Hòa", "Hoà"],
      ["thúy", "thuý"],
      ["KHỎE", "khoẻ"],
      ["Đặng", "dang"],
      ["Ðặng", "Đặng"],
      ["Cao Thị Mẫu", "Cao Thị Mẫu".normalize("NFD")],
      ["  Bo   Bo ", "bo bo"],
      ["Ra-glai", "ra glai"],
    ] as const)
      assert.equal(fold(one), fold(other), one);
    assert.equal(fold("Nguyễn Đình Ươm"), "nguyen dinh uom");
  });

  it("is its own key", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => assert.equal(fold(fold(text)), fold(text))));
  });
});

describe("a person's name", () => {
  it("may be of any people here, in one word or many", () => {
    for (const name of [
      "Cao Thị Mẫu",
      "Bo Bo Văn Thử",
      "Y Bhăm",
      "H'Hen Niê",
      "H’Hen",
      "K'Brêu",
      "Mấu",
      "Pi Năng Thị Thử",
      "Ama-Trang",
      "François Lê",
    ])
      assert.ok(isPersonName(name), name);
    assert.ok(isPersonName("Cao Thị Mẫu".normalize("NFD")));
  });

  it("has no digits, no signs and no end", () => {
    for (const name of ["", " ", "Mẫu 2", "Cao@Mẫu", "<b>Mẫu</b>", "Cao/Mẫu", "-", "Мария", "M".repeat(101), "Mẫu ".repeat(26)])
      assert.ok(!isPersonName(name), name);
  });

  it("gets its capitals when it was typed flat, and keeps its own when not", () => {
    assert.equal(tidyName("  cao   thị mẫu "), "Cao Thị Mẫu");
    assert.equal(tidyName("CAO THỊ MẪU"), "Cao Thị Mẫu");
    assert.equal(tidyName("h'hen niê"), "H'Hen Niê");
    assert.equal(tidyName("K'brêu"), "K'brêu");
    assert.equal(upperName("Đỗ Thị Ươm"), "ĐỖ THỊ ƯƠM");
  });
});

describe("a phone number", () => {
  it("is kept with its leading zero, however it was written", () => {
    for (const text of ["0905123456", "0905 123 456", "0905.123.456", "+84905123456", "84905123456", "0084 905 123 456", "(0905) 123-456"])
      assert.deepEqual(parsePhone(text), { ok: true, value: "0905123456" }, text);
    assert.deepEqual(parsePhone("0258 3790 123"), { ok: true, value: "02583790123" });
  });

  it("is refused with too few digits, too many, or an unknown beginning", () => {
    for (const text of ["", "090512345", "09051234567", "0105123456", "0258379012", "không có"])
      assert.deepEqual(parsePhone(text), { ok: false, reason: "phone-shape" }, text);
  });
});
