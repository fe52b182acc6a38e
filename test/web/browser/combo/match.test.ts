import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type ComboOption, matching } from "../../../../src/web/browser/combo/match.ts";

const GROUPS: readonly ComboOption[] = [
  { value: "Kinh", names: ["Kinh", "Việt"], under: null },
  { value: "Cơ-ho", names: ["Cơ-ho", "T'rin"], under: null },
  { value: "Ra-glai", names: ["Ra-glai", "Raglai", "Raglay"], under: null },
];
const COMMUNES: readonly ComboOption[] = [
  { value: "Xã Bắc Khánh Vĩnh", names: ["Xã Bắc Khánh Vĩnh"], under: "Tỉnh Khánh Hòa" },
  { value: "Xã Khánh Vĩnh", names: ["Xã Khánh Vĩnh"], under: "Tỉnh Khánh Hòa" },
  { value: "Xã Ninh Hải", names: ["Xã Ninh Hải"], under: "Tỉnh Lâm Đồng" },
];

describe("finding by typing", () => {
  it("bears lost accents, hyphens and other names", () => {
    assert.deepEqual(valuesOf(matching(GROUPS, "raglay", "")), ["Ra-glai"]);
    assert.deepEqual(valuesOf(matching(GROUPS, "co ho", "")), ["Cơ-ho"]);
    assert.deepEqual(valuesOf(matching(GROUPS, "trin", "")), ["Cơ-ho"]);
  });

  it("offers everything while nothing is typed, and nothing where nothing fits", () => {
    assert.equal(matching(GROUPS, "  ", "").length, 3);
    assert.deepEqual(matching(GROUPS, "xyz", ""), []);
  });

  it("offers only what lies in the province that was typed, by its name or its bare name", () => {
    assert.deepEqual(valuesOf(matching(COMMUNES, "", "khanh hoa")), ["Xã Bắc Khánh Vĩnh", "Xã Khánh Vĩnh"]);
    assert.deepEqual(valuesOf(matching(COMMUNES, "", "Tỉnh Lâm Đồng")), ["Xã Ninh Hải"]);
    assert.deepEqual(matching(COMMUNES, "", "Thành phố Huế"), []);
  });

  it("does not take a piece of a word for the province", () => {
    assert.deepEqual(matching(COMMUNES, "", "hòa"), COMMUNES.slice(0, 2));
    assert.deepEqual(matching(COMMUNES, "", "oa"), []);
  });
});

function valuesOf(options: readonly ComboOption[]): string[] {
  return options.map(({ value }) => value);
}
