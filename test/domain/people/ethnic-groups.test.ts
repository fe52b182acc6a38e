import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { parse } from "yaml";
import { findEthnicGroup, findEthnicGroups, parseEthnicGroups } from "../../../src/domain/people/ethnic-groups.ts";

const parsed = parseEthnicGroups(
  parse(readFileSync(new URL("../../../content/ethnic-groups.yaml", import.meta.url), "utf8")),
  "ethnic-groups.yaml",
);
const groups = parsed.ok ? parsed.value : [];

describe("the ethnic groups of content/", () => {
  it("are the 54 of the national list and foreigners, each code and name once", () => {
    assert.deepEqual(parsed.ok ? [] : parsed.reason, []);
    assert.deepEqual(
      groups.map(({ code }) => code),
      Array.from({ length: 55 }, (_unused, index) => String(index + 1).padStart(2, "0")),
    );
    assert.equal(new Set(groups.map(({ name }) => name)).size, 55);
  });

  it("are taken by code or any name, accents and hyphens aside", () => {
    for (const typed of ["21", "Ra-glai", "raglai", "Ra Glai", "RAGLAY"])
      assert.equal(findEthnicGroup(typed, groups)?.name, "Ra-glai", typed);
    for (const typed of ["T'rin", "trin", "Cơ ho", "K'Ho"]) assert.equal(findEthnicGroup(typed, groups)?.name, "Cơ-ho", typed);
    assert.equal(findEthnicGroup("Thổ", groups)?.code, "24", "its own name goes before an alias of the Tày");
    assert.equal(findEthnicGroup("không rõ", groups), null);
    assert.equal(findEthnicGroup("", groups), null);
  });

  it("are found while typing, the likeliest first", () => {
    const found = (typed: string) => findEthnicGroups(typed, groups).map(({ name }) => name);
    assert.equal(found("rag")[0], "Ra-glai");
    assert.equal(found("kin")[0], "Kinh");
    assert.equal(found("tri")[0], "Cơ-ho");
    assert.equal(found("ê đ")[0], "Ê-đê");
    assert.equal(found("nung")[0], "Nùng");
    assert.deepEqual(found("xyz"), []);
    assert.deepEqual(found(""), []);
  });
});
