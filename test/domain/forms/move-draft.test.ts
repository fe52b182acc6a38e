import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import fc from "fast-check";
import { findPage } from "../../../src/domain/catalogue/editing/questions.ts";
import type { Procedure } from "../../../src/domain/catalogue/procedure.ts";
import type { Answers } from "../../../src/domain/forms/answers.ts";
import type { Field } from "../../../src/domain/forms/field.ts";
import { fieldsById } from "../../../src/domain/forms/fill-text.ts";
import { journey, keysOf, parsePage } from "../../../src/domain/forms/journey.ts";
import { moveDraft } from "../../../src/domain/forms/move-draft.ts";
import { PROJECT_FOLDER } from "../../../src/main/config.ts";
import { readContent } from "../../../src/main/content.ts";
import { BIRTH_ANSWERS } from "../../support/birth.ts";

const { catalogue, lists } = readContent(join(PROJECT_FOLDER, "content"));
const context = { lists, today: "2026-11-23" };
const birth = catalogue.find("1.001193", context.today) as Procedure;
const fields = [...fieldsById(birth).values()].filter((field) => field.derive === undefined);

/** The answers of a whole declaration, page by page as the form asks; the first `pages` of them. */
function answered(pages = Number.POSITIVE_INFINITY): Answers {
  let answers: Answers = {};
  for (let count = 0; count < pages; count += 1) {
    const { next } = journey(birth, answers, context);
    if (next === null) break;
    answers = { ...answers, ...parsePage(birth, next, answers, BIRTH_ANSWERS[next.page.id] ?? {}, context).answers };
  }
  return answers;
}

/** The procedure with one of its fields changed. */
function withField(id: string, change: (field: Field) => Field): Procedure {
  const data = structuredClone(birth);
  const pages = [...data.cases, ...(data.declaration?.sections.flatMap((section) => section.pages) ?? [])];
  for (const page of pages) page.fields = page.fields.map((field) => (field.id === id ? change(field) : field));
  return { ...data, version: "next" };
}

describe("an open draft, when a new version begins", () => {
  it("stays as it is where nothing changed: a complete one is complete", () => {
    const moved = moveDraft(birth, { ...birth, version: "next" }, answered(), context);
    assert.deepEqual(moved, { answers: answered(), aside: {}, again: [] });
    assert.equal(journey(birth, moved.answers, context).next, null);
  });

  it("is asked again where a choice is gone, with the old answer beside it; all else stays", () => {
    const to = withField("con.gioiTinh", (field) => ({
      ...field,
      options: field.options?.map((one) => ({ ...one, value: `${one.value}-moi` })),
    }));
    const moved = moveDraft(birth, to, answered(), context);
    assert.deepEqual(moved.again, ["gioi-tinh-be"]);
    assert.deepEqual(moved.aside, { "con.gioiTinh": "Nữ" });
    const { "con.gioiTinh": _gone, ...rest } = answered();
    assert.deepEqual(moved.answers, rest);
  });

  it("is asked again where a chosen answer says something else now, but not where only its accents were put right", () => {
    const say = (label: string) =>
      withField("con.gioiTinh", (field) => ({
        ...field,
        options: field.options?.map((one) => (one.value === "nu" ? { ...one, label } : one)),
      }));
    assert.deepEqual(moveDraft(birth, say("Không rõ"), answered(), context).again, ["gioi-tinh-be"]);
    assert.deepEqual(moveDraft(birth, say("NỮ"), answered(), context).again, []);
  });

  it("is asked again where a question became required, or another kind", () => {
    const required = withField("nyc.soDienThoai", (field) => ({ ...field, required: true }));
    assert.deepEqual(moveDraft(birth, required, answered(), context).again, ["dien-thoai"]);
    const number = withField("con.hoTen", (field) => ({ ...field, type: "text" }));
    assert.deepEqual(moveDraft(birth, number, answered(), context).aside, { "con.hoTen": "Bo Bo Thị Mẫu" });
  });

  it("is asked a new question only where it had come past it", () => {
    const to = structuredClone(birth);
    findPage(to, "ten-be")?.fields.push({
      ...(fields[0] as Field),
      id: "them.biet",
      type: "text",
      label: "Tên ở nhà",
      required: true,
      fill: [],
    });
    assert.deepEqual(moveDraft(birth, to, answered(), context).again, ["ten-be"]);
    assert.deepEqual(moveDraft(birth, to, answered(4), context).again, []);
  });

  const change = fc.record({
    field: fc.constantFrom(...fields.map(({ id }) => id)),
    how: fc.constantFrom<(field: Field) => Field>(
      (field) => ({ ...field, type: "text" }),
      (field) => ({ ...field, required: true }),
      (field) => ({ ...field, maxLength: 3 }),
      (field) => ({ ...field, id: `${field.id}Moi` }),
      (field) => ({ ...field, options: field.options?.slice(1) }),
    ),
  });

  it("comes to the same when it is moved twice; what fits is kept and nothing typed is lost", () => {
    fc.assert(
      fc.property(change, fc.nat(25), ({ field, how }, pages) => {
        const to = withField(field, how);
        const before = answered(pages);
        const once = moveDraft(birth, to, before, context);
        const twice = moveDraft(to, to, once.answers, context);
        assert.deepEqual(twice.answers, once.answers);
        assert.deepEqual(twice.aside, {});
        for (const other of fields.filter(({ id }) => id !== field))
          for (const key of keysOf(other)) assert.equal(once.answers[key], before[key], key);
        for (const [id, said] of Object.entries(once.aside))
          assert.ok(said !== "" && keysOf(fields.find((one) => one.id === id) as Field).some((key) => before[key]));
        const own = keysOf(fields.find(({ id }) => id === field) as Field);
        const lost = own.filter((key) => before[key] && once.answers[key] === undefined && once.aside[field] === undefined);
        assert.deepEqual(lost, []);
      }),
      { numRuns: 60 },
    );
  });
});
