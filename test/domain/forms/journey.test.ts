import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Answers } from "../../../src/domain/forms/answers.ts";
import { type Condition, fieldsOf, holds } from "../../../src/domain/forms/condition.ts";
import { type KnownPeople, knownFor } from "../../../src/domain/forms/fill.ts";
import { canVisit, effectiveAnswers, journey, keysOf, parsePage, sectionsOf } from "../../../src/domain/forms/journey.ts";
import { parseAnswer } from "../../../src/domain/forms/parse-answer.ts";
import { readable } from "../../../src/domain/forms/readable.ts";
import { PROJECT_FOLDER } from "../../../src/main/config.ts";
import { readContent } from "../../../src/main/content.ts";
import { BIRTH_ANSWERS } from "../../support/birth.ts";

const content = readContent(join(PROJECT_FOLDER, "content"));
const context = { lists: content.lists, today: "2026-11-25" };
const online = content.procedures.filter((procedure) => procedure.filing === "online");
const birth = online.find(({ code }) => code === "1.001193");
assert.ok(birth);
const fields = sectionsOf(birth).flatMap(({ pages }) => pages.flatMap((page) => page.fields));

/** Answers of a birth registration in which some are missing, some wrong, some of another case. */
const someAnswers = fc.record(
  Object.fromEntries(
    fields.flatMap((field) =>
      keysOf(field).map((key) => [
        key,
        fc.oneof(
          fc.constantFrom(
            ...(field.options?.map(({ value }) => value) ?? ["2026-11-01", "1990-08-15", "56", "22615", "056190001234", "Cao Thị Mẫu"]),
          ),
          fc.string({ maxLength: 12 }),
        ),
      ]),
    ),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<Answers>;

describe("the way through a guided form", () => {
  it("opens a page only when all pages before it are done, whatever the answers", () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const way = journey(birth, answers, context);
        for (const [index, step] of way.steps.entries()) {
          assert.equal(
            canVisit(way, step.page.id),
            way.steps.slice(0, index).every(({ done }) => done),
          );
        }
        assert.equal(way.next, way.steps.find(({ done }) => !done) ?? null);
        assert.equal(canVisit(way, "khong-co"), false);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps only answers to questions that are asked, and keeping them again changes nothing", () => {
    fc.assert(
      fc.property(someAnswers, (answers) => {
        const kept = effectiveAnswers(birth, answers, context);
        const asked = new Set(journey(birth, answers, context).steps.flatMap(({ page }) => page.fields.flatMap(keysOf)));
        assert.deepEqual(
          Object.keys(kept).filter((key) => !asked.has(key)),
          [],
        );
        assert.deepEqual(effectiveAnswers(birth, kept, context), kept);
      }),
      { numRuns: 60 },
    );
  });

  it("leads a father from the first question to the last, page by page, and never back", () => {
    let answers: Answers = {};
    const visited: string[] = [];
    for (let { next } = journey(birth, answers, context); next !== null; ) {
      const parsed = parsePage(birth, next, answers, BIRTH_ANSWERS[next.page.id] ?? {}, context);
      assert.deepEqual(parsed.problems, {}, next.page.id);
      answers = { ...answers, ...parsed.answers };
      visited.push(next.page.id);
      next = journey(birth, answers, context).next;
    }
    assert.equal(new Set(visited).size, visited.length);
    assert.ok(visited.length >= 20);
    const words = readable(birth, effectiveAnswers(birth, answers, context), context).sections.flatMap(({ rows }) =>
      rows.map(({ value }) => value),
    );
    assert.ok(words.includes("Bo Bo Thị Mẫu") && words.includes("Ra-glai"));
    assert.ok(
      words.some((value) => /^ngày (mùng )?một,? tháng mười một/i.test(value)),
      "the birthday in words is made, not asked",
    );
  });

  it("asks no mother's page of a child whose father alone is known, and drops what was said on it", () => {
    const way = (answers: Answers) => journey(birth, answers, context).steps.map(({ page }) => page.id);
    const all = way({ loaiKhaiSinh: "du-cha-me" });
    const without = way({ loaiKhaiSinh: "chua-co-cha" });
    assert.ok(all.includes("ten-cha"));
    assert.ok(!without.includes("ten-cha"));
    const kept = effectiveAnswers(birth, { loaiKhaiSinh: "chua-co-cha", "cha.hoTen": "Bo Bo Văn Thử" }, context);
    assert.equal(kept["cha.hoTen"], undefined);
  });

  it("has a first page and an end in every procedure that is filed here", () => {
    assert.ok(online.length >= 7);
    for (const procedure of online) {
      const { steps } = journey(procedure, {}, context);
      assert.ok(steps.length > 0, procedure.code);
      const ids = sectionsOf(procedure).flatMap(({ pages }) => pages.map(({ id }) => id));
      assert.equal(new Set(ids).size, ids.length, `${procedure.code}: pages have names of their own`);
    }
  });

  it("takes back what it gave: an answer that was taken is taken again as it is kept", () => {
    fc.assert(
      fc.property(fc.constantFrom(...fields), someAnswers, (field, typed) => {
        const once = parseAnswer(field, typed, context);
        if (!once.ok) return;
        const again = parseAnswer(field, once.value, context);
        assert.deepEqual(again, once, field.id);
      }),
      { numRuns: 400 },
    );
  });
});

describe("what is known", () => {
  const known = (id: string, answers: Answers, cards: KnownPeople["cards"] = {}) => {
    const field = fields.find((candidate) => candidate.id === id);
    assert.ok(field, id);
    const applicant = { name: "Bo Bo Văn Thử", identityNumber: "056085004321", birthDate: "1985-01-02", sex: "male" as const };
    return knownFor(field, answers, { applicant, cards }, context.lists, context.today)[id];
  };

  it("is filled in from the card of the person asked about, before anything else, and only there", () => {
    const mother = { name: "Cao Thị Mẫu", identityNumber: "056190001234", birthDate: "1990-08-15", sex: "female" as const };
    assert.equal(known("me.hoTen", {}, { me: mother }), "Cao Thị Mẫu");
    assert.equal(known("me.soDinhDanh", { "nyc.quanHe": "me-de", "nyc.soDinhDanh": "056085004321" }, { me: mother }), "056190001234");
    assert.equal(known("cha.hoTen", {}, { me: mother }), undefined);
  });

  it("is filled in for the requester from the card, and for the father only when he is the requester", () => {
    assert.equal(known("nyc.hoTen", {}), "Bo Bo Văn Thử");
    const father = { "nyc.quanHe": "cha-de", "nyc.hoTen": "Bo Bo Văn Thử" };
    assert.equal(known("cha.hoTen", father), "Bo Bo Văn Thử");
    assert.equal(known("cha.hoTen", { ...father, "nyc.quanHe": "ong" }), undefined);
  });
});

describe("a condition", () => {
  const answers = { a: "x", day: "2026-01-31", born: "2004-02-29" };
  const table: readonly [Condition, boolean][] = [
    [{ field: "a", is: "x" }, true],
    [{ field: "a", isNot: "x" }, false],
    [{ field: "missing", isNot: "x" }, false],
    [{ field: "a", in: ["y", "x"] }, true],
    [{ field: "a", answered: true }, true],
    [{ field: "missing", answered: false }, true],
    [{ not: { field: "a", is: "x" } }, false],
    [
      {
        all: [
          { field: "a", is: "x" },
          { field: "missing", answered: true },
        ],
      },
      false,
    ],
    [
      {
        any: [
          { field: "a", is: "x" },
          { field: "missing", answered: true },
        ],
      },
      true,
    ],
    [{ days: { from: "day", to: "today", moreThan: 60 } }, true],
    [{ days: { from: "day", to: "today", atMost: 298 } }, true],
    [{ days: { from: "missing", to: "today", moreThan: 0 } }, false],
    [{ years: { from: "born", to: "today", atLeast: 22 } }, true],
    [{ years: { from: "born", to: "today", lessThan: 22 } }, false],
    [{ years: { from: "day", to: "missing", lessThan: 200 } }, false],
  ];

  it("holds or not as it says", () => {
    for (const [condition, expected] of table) assert.equal(holds(condition, answers, "2026-11-25"), expected, JSON.stringify(condition));
    assert.equal(holds(undefined, {}, "2026-11-25"), true);
  });

  it("names every field that it looks at, so that the check of content finds those that lead nowhere", () => {
    assert.deepEqual(fieldsOf({ all: [{ field: "a", is: "x" }, { not: { days: { from: "b", to: "today" } } }] }), ["a", "b"]);
  });
});
