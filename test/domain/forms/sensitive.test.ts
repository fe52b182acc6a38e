import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import type { Answers } from "../../../src/domain/forms/answers.ts";
import { journey } from "../../../src/domain/forms/journey.ts";
import { firstSensitivePage, isSensitive } from "../../../src/domain/forms/sensitive.ts";
import { PROJECT_FOLDER } from "../../../src/main/config.ts";
import { readContent } from "../../../src/main/content.ts";
import { BIRTH_ANSWERS } from "../../support/birth.ts";

const content = readContent(join(PROJECT_FOLDER, "content"));
const context = { lists: content.lists, today: "2026-11-25" };

describe("sensitive data in a declaration", () => {
  it("is ethnicity, and what speaks of disability, poverty, illness or belief; nothing else", () => {
    const choice = (label: string) => ({ type: "choice" as const, options: [{ value: "a", label }] });
    assert.equal(isSensitive({ type: "ethnic-group" }), true);
    for (const label of ["Người khuyết tật", "Hộ nghèo", "Ốm đau, không đi lại được", "Cơ sở tôn giáo"])
      assert.equal(isSensitive(choice(label)), true, label);
    for (const label of ["Bệnh viện, trạm y tế", "Con trai", "Nhận tại điểm"]) assert.equal(isSensitive(choice(label)), false, label);
    assert.equal(isSensitive({ type: "date" }), false);
  });

  it("is told of at the first page that asks for it, and a birth registration has such a page", () => {
    const birth = content.procedures.find(({ code }) => code === "1.001193");
    assert.ok(birth);
    const { steps } = journey(birth, Object.assign({}, ...Object.values(BIRTH_ANSWERS)) as Answers, context);
    const asking = steps.filter((step) => step.fields.some(isSensitive)).map((step) => step.page.id);
    assert.ok(asking.length > 1, "several ask");
    assert.equal(firstSensitivePage({ steps }), asking[0]);
  });
});
