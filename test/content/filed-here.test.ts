import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import fc from "fast-check";
import { deadlineFor, feeFor, papersFor } from "../../src/domain/catalogue/applies.ts";
import type { Procedure } from "../../src/domain/catalogue/procedure.ts";
import { dueDate } from "../../src/domain/deadlines/due.ts";
import type { Answers } from "../../src/domain/forms/answers.ts";
import { holds } from "../../src/domain/forms/condition.ts";
import { fillText, placesOf } from "../../src/domain/forms/fill-text.ts";
import { sectionsOf } from "../../src/domain/forms/journey.ts";
import { PROJECT_FOLDER } from "../../src/main/config.ts";
import { readContent } from "../../src/main/content.ts";
import { contentCalendar } from "../domain/deadlines/content-calendar.ts";
import { drawFrom, type Walk, walk } from "../support/walk.ts";

const { procedures, lists } = readContent(join(PROJECT_FOLDER, "content"));
const context = { lists, today: "2026-11-25" };
const calendar = contentCalendar();
const filed = procedures.filter(({ filing }) => filing !== "elsewhere");

/** Lines that the law's form keeps and leaves blank: of a mother or father who is not known. */
const LEFT_BLANK: Readonly<Record<string, RegExp>> = { "1.001193": /^(me|cha)\./ };

describe("a procedure that is filed here", () => {
  for (const procedure of filed) {
    it(`${procedure.code} can be answered to its end in every case, asks for nothing in vain, and leaves no line of its result empty`, () => {
      const walks: Walk[] = [];
      fc.assert(
        fc.property(fc.nat(), (seed) => {
          const walked = walk(procedure, context, drawFrom(seed));
          assert.deepEqual(emptyLines(procedure, walked.answers), []);
          walks.push(walked);
        }),
        { seed: 56, numRuns: 50 },
      );
      assert.deepEqual(neverReached(procedure, walks), []);
    });
  }

  it("has a result with its register, reasons to ask for more, its law, and says what is from memory", () => {
    const wanting = filed.filter(
      ({ result, declaration, supplementReasons, legal, unverified }) =>
        !result || result.rows.length < 3 || !declaration || supplementReasons.length < 4 || legal.length < 3 || unverified.length === 0,
    );
    assert.deepEqual(
      wanting.map(({ code }) => code),
      [],
    );
  });

  it("stands in the list for readers, and the figures there and on the first page are right", () => {
    const list = readFileSync(join(PROJECT_FOLDER, "docs/procedures.md"), "utf8");
    const ways = (way: string) => filed.filter(({ filing }) => filing === way);
    for (const { code, filing } of filed) assert.match(list, new RegExp(`\\| ${code} .*\\| ${filing} `), code);
    assert.equal(list.match(/^\| \d\.\d{6}/gm)?.length, filed.length);
    const figures = new RegExp(`${procedures.length} .*\\b${ways("online").length} [\\s\\S]*?\\b${ways("counter").length}\\b`);
    for (const page of ["docs/procedures.md", "README.md", "README.vi.md"]) {
      assert.match(readFileSync(join(PROJECT_FOLDER, page), "utf8"), figures, page);
    }
  });

  it("has deadlines that can be reckoned, with and without verification, and a fee that is said", () => {
    const received = new Date("2026-11-25T08:30:00+07:00");
    for (const { code, deadline, fee } of filed) {
      for (const { rule } of deadline.rules) {
        const due = dueDate(rule, received, calendar);
        assert.ok(due.day >= context.today && due.explanation.length > 0, code);
        if (deadline.verification === undefined) continue;
        const { days, words } = deadline.verification;
        assert.ok(dueDate({ ...rule, extension: { days, because: words } }, received, calendar).day > due.day, code);
      }
      assert.equal(deadline.rules.at(-1)?.when, undefined, code);
      assert.equal(fee.rules.at(-1)?.when, undefined, code);
    }
  });
});

/** The lines of the result that would stand there with a dash. */
function emptyLines(procedure: Procedure, answers: Answers): string[] {
  const filled = (text: string) =>
    placesOf(text).every(({ id }) => LEFT_BLANK[procedure.code]?.test(id) || fillText(`{${id}}`, procedure, answers, lists) !== "");
  const { rows = [], subject = "" } = procedure.result ?? {};
  const shown = rows.filter(({ when }) => holds(when, answers, context.today));
  return [{ label: "subject", value: subject }, ...shown]
    .filter(({ value }) => !filled(value))
    .map(({ label, value }) => `${label}: ${value}`);
}

/** What no walk came to: a page, a field, a paper, a contradiction, a rule or a line that no answers lead to is a mistake in the file. */
function neverReached(procedure: Procedure, walks: readonly Walk[]): string[] {
  const { today } = context;
  const pages = sectionsOf(procedure).flatMap((section) => section.pages);
  const asked = pages.flatMap((page) => page.fields).filter(({ derive }) => derive === undefined);
  const some = (holdsFor: (one: Walk) => boolean) => walks.some(holdsFor);
  const unreached = <T>(all: readonly T[], name: (one: T) => string, reached: (one: T, by: Walk) => boolean) =>
    all.filter((one) => !some((by) => reached(one, by))).map(name);
  return [
    ...unreached(
      pages,
      ({ id }) => `trang ${id}`,
      ({ id }, by) => by.pages.has(id),
    ),
    ...unreached(
      asked,
      ({ id }) => `câu ${id}`,
      ({ id }, by) => by.fields.has(id),
    ),
    ...unreached(
      procedure.checks,
      ({ say }) => `checks ${say}`,
      ({ say }, by) => by.refusals.has(say),
    ),
    ...unreached(
      procedure.papers,
      ({ id }) => `giấy tờ ${id}`,
      (paper, by) => papersFor(procedure, by.answers, today).includes(paper),
    ),
    ...unreached(
      procedure.fee.rules,
      ({ words }) => `lệ phí ${words}`,
      ({ words }, by) => feeFor(procedure, by.answers, today).words === words,
    ),
    ...unreached(
      procedure.deadline.rules,
      ({ words }) => `thời hạn ${words}`,
      ({ words }, by) => deadlineFor(procedure, by.answers, today)?.words === words,
    ),
    ...unreached(
      procedure.result?.rows ?? [],
      ({ label }) => `kết quả ${label}`,
      ({ when }, by) => holds(when, by.answers, today),
    ),
  ];
}
