import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type DatedUnit, successors, unitOn, unitsOn } from "../../../src/domain/units/unit-table.ts";
import { parseFormerUnits, parseUnitsToday } from "../../../src/domain/units/units.ts";
import { former, table, today } from "./content-units.ts";

const LAST_OF_THREE_LEVELS = "2025-06-30";
const FIRST_OF_TWO_LEVELS = "2025-07-01";

describe("the units of content/", () => {
  it("are three levels until 30 June 2025 and two since", () => {
    const counts = (day: string) =>
      Object.fromEntries(
        ["province", "district", "commune"].map((level) => [level, unitsOn(day, table).filter((unit) => unit.level === level).length]),
      );
    assert.deepEqual(counts(LAST_OF_THREE_LEVELS), { province: 63, district: 16, commune: 194 });
    assert.deepEqual(counts(FIRST_OF_TWO_LEVELS), { province: 34, district: 0, commune: 65 });
    assert.deepEqual(counts("2026-11-23"), { province: 34, district: 0, commune: 65 });
  });

  it("name each code once on any day, and each parent stands in the list of its day", () => {
    for (const day of [LAST_OF_THREE_LEVELS, FIRST_OF_TWO_LEVELS, "2026-11-23"]) {
      const codes = unitsOn(day, table).map((unit) => unit.code);
      assert.equal(new Set(codes).size, codes.length, day);
      for (const unit of unitsOn(day, table)) assert.ok(unit.parent === null || codes.includes(unit.parent), unit.name);
    }
  });

  it("know the kind of every unit by its name", () => {
    for (const unit of table.units) assert.ok(unit.kind !== null && unit.name.startsWith(unit.kind), unit.name);
  });

  it("lead every former province and commune to units of today", () => {
    const known = new Set([
      ...today.provinces.map(({ code }) => code),
      ...Object.values(today.communes)
        .flat()
        .map(({ code }) => code),
    ]);
    for (const province of former.provinces) {
      for (const { name, now } of [province, ...province.districts.flatMap((district) => district.communes)])
        for (const code of now) assert.ok(known.has(code), `${name} → ${code}`);
    }
  });
});

describe("a code", () => {
  it("means another unit before and after the change", () => {
    assert.equal(unitOn("22615", LAST_OF_THREE_LEVELS, table)?.name, "Xã Khánh Bình");
    assert.equal(unitOn("22615", FIRST_OF_TWO_LEVELS, table)?.name, "Xã Bắc Khánh Vĩnh");
    assert.equal(unitOn("573", FIRST_OF_TWO_LEVELS, table), null);
    assert.equal(unitOn("00000", FIRST_OF_TWO_LEVELS, table), null);
  });

  it("keeps its unit when only the name changes", () => {
    assert.equal(unitOn("75", "2026-04-29", table)?.name, "Tỉnh Đồng Nai");
    assert.equal(unitOn("75", "2026-04-30", table)?.name, "Thành phố Đồng Nai");
  });
});

describe("what a former unit is today", () => {
  it("is one unit where it went whole into another", () => {
    assert.deepEqual(namesOfToday("22621"), ["Xã Bắc Khánh Vĩnh"]);
    assert.deepEqual(namesOfToday("22615"), ["Xã Bắc Khánh Vĩnh"]);
    assert.deepEqual(namesOfToday("58"), ["Tỉnh Khánh Hòa"]);
    assert.deepEqual(namesOfToday("54"), ["Tỉnh Đắk Lắk"]);
  });

  it("is several candidates where it was split", () =>
    assert.deepEqual(namesOfToday("22435"), ["Xã Cam Hiệp", "Xã Cam Lâm", "Xã Suối Dầu"]));

  it("is nothing for a district, and itself for a unit of today", () => {
    assert.deepEqual(namesOfToday("573"), []);
    const present = unitOn("22615", FIRST_OF_TWO_LEVELS, table);
    assert.deepEqual(present && successors(present, table), [present]);
  });

  function namesOfToday(code: string): string[] {
    const old = unitOn(code, LAST_OF_THREE_LEVELS, table);
    assert.ok(old);
    return successors(old, table)
      .map((unit: DatedUnit) => unit.name)
      .sort();
  }
});

describe("a unit file with a mistake", () => {
  it("is refused in words that lead to the place", () => {
    const [firstProvince] = today.provinces;
    const wrong = { ...today, provinces: [{ ...firstProvince, code: "1" }, { code: "56" }] };
    const parsed = parseUnitsToday(wrong, "today.yaml");
    assert.deepEqual(parsed.ok ? [] : parsed.reason, [
      'today.yaml: ở provinces › 0 › code: "1" viết không đúng dạng',
      "today.yaml: ở provinces › 1 › name: còn thiếu",
    ]);
    const unquoted = parseFormerUnits({ validTo: "2025-06-30", provinces: [{ code: 56, name: "Tỉnh Khánh Hòa", now: [] }] }, "before.yaml");
    assert.deepEqual(unquoted.ok ? [] : unquoted.reason, [
      "before.yaml: ở provinces › 0 › code: phải là chữ (đặt trong ngoặc kép nếu là số)",
      "before.yaml: ở provinces › 0 › now: không được để trống",
    ]);
  });
});
