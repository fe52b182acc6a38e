import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { makeUnitTable } from "../../../src/domain/units/unit-table.ts";
import { scopeOfUnit } from "../../../src/operations/measures/scope.ts";
import { importUnits } from "../../../src/operations/units/import-units.ts";
import { unitTable } from "../../../src/operations/units/unit-table.ts";
import { insertOffice } from "../../../src/store/records/offices.ts";
import { former, table, today } from "../../domain/units/content-units.ts";
import { freshDatabase } from "../../support/database.ts";

/** Two communes of a made-up district, one of them split, and a row that the map does not know. */
const FILES = {
  former: [
    ["99001", "Xã Mẫu Một"],
    ["99002", "Xã Mẫu Hai"],
    ["99003", "Xã Mẫu Lạc"],
  ].map(([ward, wardName]) => ({
    province: "66",
    provinceName: "Tỉnh Đắk Lắk",
    district: "999",
    districtName: "Huyện Mẫu",
    ward,
    wardName,
  })),
  today: [
    ["99001", "Xã Mẫu Đông"],
    ["99002", "Xã Mẫu Tây"],
  ].map(([ward, wardName]) => ({ province: "66", provinceName: "Tỉnh Đắk Lắk", ward, wardName })),
  map: [
    ["99001", "99001"],
    ["99002", "99001"],
    ["99002", "99002"],
    ["98888", "99002"],
  ].map(([oldWard, newWard]) => ({ oldWard, oldWardName: "", newWard, newWardName: "" })),
};

describe("the national lists", async () => {
  const database = await freshDatabase({ after });
  const context = { database, now: () => new Date("2026-11-27T03:00:00Z"), units: { table } };

  it("are refused whole, with the row and the column, when a row is wrong; the units stay as they were", async () => {
    const wrong = await importUnits(context, { today, former }, { ...FILES, today: [{ ...FILES.today[0], ward: "12" }] });
    assert.ok(!wrong.ok);
    assert.match(wrong.reason, /Danh mục mới chưa đúng: dòng 0, cột ward/);
    assert.equal(await unitTable(context), table);
  });

  it("are taken in with what does not fit said and not stopped at, and roll up from then on", async () => {
    const imported = await importUnits(context, { today, former }, FILES);
    assert.ok(imported.ok);
    assert.deepEqual([imported.value.today, imported.value.former, imported.value.split], [2, 3, 1]);
    assert.deepEqual(imported.value.remarks, [
      "Xã cũ 99003 Xã Mẫu Lạc không có trong bảng chuyển đổi.",
      "Bảng chuyển đổi có xã cũ 98888 mà danh mục cũ không có.",
    ]);
    const place = { kind: "commune", province: "66", identifier: "000.99.01.H66", address: "", phone: "", practice: true } as const;
    await insertOffice(database.sql, { ...place, office: "mau-hai", name: "UBND xã Mẫu Hai", commune: "99002" }, context.now(), {
      from: "2020-01-01",
      to: "2025-06-30",
    });
    await insertOffice(database.sql, { ...place, office: "mau-dong", name: "UBND xã Mẫu Đông", commune: "99001" }, context.now());
    const offices = async (code: string, day: string, hold: "office" | "territory") => {
      const scope = await scopeOfUnit(context, code, day, hold);
      return scope.ok ? [...scope.value.offices] : scope.reason.code;
    };
    assert.deepEqual(await offices("999", "2024-01-01", "office"), ["mau-hai"]);
    assert.deepEqual(await offices("66", "2026-01-01", "office"), ["mau-dong"]);
    assert.deepEqual(await offices("99001", "2026-01-01", "territory"), ["mau-dong"], "a split commune belongs to neither's past");
    assert.deepEqual(await offices("00000", "2026-01-01", "office"), "unit-unknown");
  });

  it("make the same table when they are read again", async () => {
    assert.equal(await unitTable(context), await unitTable(context));
    assert.ok((await unitTable(context)).units.some(({ name }) => name === "Xã Mẫu Tây"));
    assert.ok(makeUnitTable(today, former).units.length > 0);
  });
});
