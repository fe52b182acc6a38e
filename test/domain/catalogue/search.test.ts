import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import { makeSearchIndex } from "../../../src/domain/catalogue/search.ts";
import { PROJECT_FOLDER } from "../../../src/main/config.ts";
import { readContent } from "../../../src/main/content.ts";
import { NONSENSE, QUERIES } from "./queries.ts";

const content = readContent(join(PROJECT_FOLDER, "content"));
const index = makeSearchIndex(content.procedures, content.searchWords);
const place = (query: string, code: string) => index.search(query, 75).findIndex((hit) => hit.code === code) + 1;

describe("looking a procedure up in one's own words", () => {
  it("puts the right one first for at least 92 in 100 questions that it was not written from", () => {
    const missed = QUERIES.filter(([query, code]) => place(query, code) !== 1);
    assert.ok(missed.length <= QUERIES.length * 0.08, `missed: ${missed.join("; ")}`);
  });

  it("has the right one among the first three for every question", () => {
    const missed = QUERIES.filter(([query, code]) => place(query, code) === 0 || place(query, code) > 3);
    assert.deepEqual(missed, []);
  });

  it("says nothing where nothing was meant", () => {
    const found = NONSENSE.filter((query) => index.search(query, 3).length > 0);
    assert.deepEqual(found, []);
  });

  it("finds the same without accents, in capitals and with d for đ", () => {
    for (const query of ["đăng ký khai sinh", "dang ky khai sinh", "ĐĂNG KÝ KHAI SINH"]) assert.equal(place(query, "1.001193"), 1, query);
  });

  it("finds a procedure by its code, and by an older one", () => {
    assert.equal(place("1.001193", "1.001193"), 1);
    assert.equal(place("1.003559", "1.004873"), 1);
  });

  it("has every procedure first for its own name", () => {
    const missed = content.procedures.filter((procedure) => place(procedure.name, procedure.code) !== 1).map((procedure) => procedure.name);
    assert.ok(missed.length <= 3, missed.join("; "));
  });
});
