import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { communesOf, groundOf, NATION } from "../../../src/domain/units/territory.ts";
import { successors, unitOn } from "../../../src/domain/units/unit-table.ts";
import { table } from "./content-units.ts";

const BEFORE = "2024-04-12";
const AFTER = "2025-12-31";

function codes(code: string, day: string, hold: "office" | "territory") {
  return groundOf(code, day, table, hold)
    ?.communes.map((unit) => `${unit.code} ${unit.name}`)
    .sort();
}

describe("the ground of a unit", () => {
  it("is the commune itself before the merger, and nothing of what took its code later", () => {
    assert.deepEqual(codes("22621", BEFORE, "office"), ["22621 Xã Khánh Đông"]);
    assert.deepEqual(codes("22615", BEFORE, "office"), ["22615 Xã Khánh Bình"]);
    assert.deepEqual(codes("22615", AFTER, "office"), ["22615 Xã Bắc Khánh Vĩnh"]);
  });

  it("is the same territory over the merger: both old communes that became Xã Bắc Khánh Vĩnh", () => {
    assert.deepEqual(codes("22615", AFTER, "territory"), ["22615 Xã Bắc Khánh Vĩnh", "22615 Xã Khánh Bình", "22621 Xã Khánh Đông"]);
    assert.equal(groundOf("22615", AFTER, table, "territory")?.wider, false);
  });

  it("says that it became part of something wider", () => {
    const ground = groundOf("22621", BEFORE, table, "territory");
    assert.deepEqual(ground?.communes.map(({ name }) => name).sort(), ["Xã Bắc Khánh Vĩnh", "Xã Khánh Đông"]);
    assert.equal(ground?.wider, true);
  });

  it("can be asked for by a code that is not in force any more", () => {
    assert.equal(groundOf("22621", AFTER, table, "office")?.unit?.name, "Xã Khánh Đông");
    assert.equal(groundOf("99999", AFTER, table, "office"), null);
  });

  it("is a district's fourteen communes until the districts ended, and a province's of that time", () => {
    assert.equal(codes("573", BEFORE, "office")?.length, 14);
    const province = groundOf("56", BEFORE, table, "office");
    assert.ok(province?.communes.every(({ validTo }) => validTo === "2025-06-30"));
    const today = groundOf("56", AFTER, table, "office");
    assert.equal(today?.communes.length, 65);
    assert.ok(groundOf(NATION, AFTER, table, "office")?.communes.includes(today?.communes[0] ?? assert.fail()));
  });

  it("of a unit holds the ground of every unit below it", () => {
    const units = table.units.filter(({ level, parent }) => level !== "province" && parent !== null);
    fc.assert(
      fc.property(fc.constantFrom(...units), (unit) => {
        const day = unit.validTo ?? AFTER;
        const parent = unitOn(unit.parent ?? "", day, table);
        assert.ok(parent, `${unit.code} stands under something`);
        const above = communesOf(parent, table);
        for (const commune of communesOf(unit, table)) assert.ok(above.includes(commune), `${commune.name} in ${parent.name}`);
      }),
    );
  });

  it("of the whole province after the change is that of its old communes and no other's", () => {
    const ground = groundOf("56", AFTER, table, "territory")?.communes ?? [];
    for (const commune of ground.filter(({ validTo }) => validTo !== null))
      assert.ok(
        successors(commune, table).every(({ parent }) => parent === "56"),
        commune.name,
      );
  });
});
