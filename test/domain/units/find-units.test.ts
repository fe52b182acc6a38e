import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findUnits, type UnitFilter } from "../../../src/domain/units/find-units.ts";
import { findUnit } from "../../../src/domain/units/units.ts";
import { table, today } from "./content-units.ts";

const TODAY = "2026-11-23";

describe("finding a unit by typing", () => {
  it("takes it by code, by name, without accents, without spaces, with or without its kind", () => {
    for (const typed of [
      "22615",
      "Bắc Khánh Vĩnh",
      "bac khanh vinh",
      "xa bac khanh vinh",
      "Xã Bắc Khánh Vĩnh",
      "x. bac khanh vinh",
      "bac kh vi",
      "bkv",
      "backhanhvinh",
    ])
      assert.equal(found(typed)[0], "Xã Bắc Khánh Vĩnh", typed);
  });

  it("puts the name itself before its beginnings, and beginnings before other words", () => {
    assert.deepEqual(found("Khánh Vĩnh").slice(0, 5), [
      "Xã Khánh Vĩnh",
      "Xã Bắc Khánh Vĩnh",
      "Xã Nam Khánh Vĩnh",
      "Xã Trung Khánh Vĩnh",
      "Xã Tây Khánh Vĩnh",
    ]);
    assert.deepEqual(found("ninh h", { level: "commune" }).slice(0, 2), ["Phường Ninh Hòa", "Xã Ninh Hải"]);
  });

  it("leads an old name to the unit of today, and says so", () => {
    const [first] = findUnits("khanh dong", TODAY, table);
    assert.equal(first?.unit.name, "Xã Bắc Khánh Vĩnh");
    assert.equal(first?.formerly?.name, "Xã Khánh Đông");
    assert.deepEqual(
      findUnits("Cam Tân", TODAY, table).map(({ unit }) => unit.name),
      ["Xã Cam Hiệp", "Xã Cam Lâm", "Xã Suối Dầu"],
    );
    assert.equal(findUnits("ninh thuận", TODAY, table)[0]?.unit.name, "Tỉnh Khánh Hòa");
  });

  it("looks on the day that is meant", () => {
    assert.deepEqual(found("khanh dong", {}, "2023-11-21"), ["Xã Khánh Đông"]);
    assert.equal(found("huyen khanh vinh", {}, "2023-11-21")[0], "Huyện Khánh Vĩnh");
    assert.equal(found("tt khanh vinh", { level: "commune" }, "2023-11-21")[0], "Thị trấn Khánh Vĩnh");
  });

  it("stays inside the level and the unit above that are asked for", () => {
    assert.deepEqual(found("khanh hoa", { level: "province" }), ["Tỉnh Khánh Hòa"]);
    assert.deepEqual(found("khanh vinh", { parent: "01" }), []);
  });

  it("finds nothing for nothing", () => {
    assert.deepEqual(found(""), []);
    assert.deepEqual(found("không có nơi này"), []);
  });
});

describe("the one unit that is meant", () => {
  it("is taken by code, full name, bare name or another name", () => {
    for (const typed of ["79", "Thành phố Hồ Chí Minh", "TP. Hồ Chí Minh", "ho chi minh", "TPHCM", "sài gòn"])
      assert.equal(findUnit(typed, today.provinces)?.code, "79", typed);
    assert.equal(findUnit("Thừa Thiên Huế", today.provinces)?.code, "46");
  });

  it("is none where several have the name, or nobody", () => {
    const two = [
      { code: "00001", name: "Thị trấn Mẫu" },
      { code: "00002", name: "Xã Mẫu" },
    ];
    assert.equal(findUnit("mẫu", two), null);
    assert.equal(findUnit("Xã Mẫu", two)?.code, "00002");
    assert.equal(findUnit("Thử", two), null);
    assert.equal(findUnit("", two), null);
  });
});

function found(typed: string, filter: UnitFilter = {}, day = TODAY): string[] {
  return findUnits(typed, day, table, filter).map(({ unit }) => unit.name);
}
