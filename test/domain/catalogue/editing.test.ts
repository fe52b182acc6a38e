import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, it } from "node:test";
import fc from "fast-check";
import { checkProcedure } from "../../../src/domain/catalogue/check-procedure.ts";
import { differences } from "../../../src/domain/catalogue/differences.ts";
import {
  itemsOf,
  LIST_PARTS,
  moveItem,
  putItem,
  putPart,
  removeItem,
  typedItem,
  typedPart,
} from "../../../src/domain/catalogue/editing/lists.ts";
import { moveQuestion, putQuestion, questionsOf, removeQuestion, typedQuestion } from "../../../src/domain/catalogue/editing/questions.ts";
import type { Procedure } from "../../../src/domain/catalogue/procedure.ts";
import { readProcedureFile, writeProcedureFile } from "../../../src/domain/catalogue/procedure-file.ts";
import { sectionsOf } from "../../../src/domain/forms/journey.ts";
import { PROJECT_FOLDER } from "../../../src/main/config.ts";
import { readContent } from "../../../src/main/content.ts";

const { procedures, pictures, catalogue } = readContent(join(PROJECT_FOLDER, "content"));
const birth = catalogue.find("1.001193", "2026-11-23") as Procedure;
const names = new Set(pictures.keys());
const value = <Value>(result: { ok: true; value: Value } | { ok: false; reason: unknown }): Value => {
  assert.ok(result.ok, JSON.stringify(result));
  return result.value;
};
const wrong = (result: { ok: boolean; reason?: unknown }) => {
  assert.ok(!result.ok);
  return JSON.stringify(result.reason);
};

describe("a form of a procedure", () => {
  it("that is sent as it stands changes nothing", () => {
    const online = procedures.filter(({ filing }) => filing === "online");
    for (const one of [...online.slice(0, 1), ...procedures.filter(({ filing }) => filing !== "online").slice(0, 2), birth]) {
      for (const part of ["words", "fee", "deadline", "result"] as const)
        assert.deepEqual(differences(one, value(putPart(one, part, typedPart(one, part)))), [], `${one.code} ${part}`);
      for (const part of LIST_PARTS)
        for (const { id } of itemsOf(one, part))
          assert.deepEqual(
            differences(one, value(putItem(one, part, id, typedItem(one, part, id) ?? {}))),
            [],
            `${one.code} ${part} ${id}`,
          );
      for (const { id } of questionsOf(one).flatMap(({ pages }) => pages))
        assert.deepEqual(differences(one, value(putQuestion(one, id, "", typedQuestion(one, id, false) ?? {}))), [], `${one.code} ${id}`);
    }
  });

  it("says at its place what cannot be taken", () => {
    const fee = typedItem(birth, "fee", "2") ?? {};
    assert.match(wrong(putItem(birth, "fee", "2", { ...fee, amountDong: "nhiều" })), /amountDong.*chữ số/);
    assert.match(wrong(putItem(birth, "fee", "2", { ...fee, "when.kind": "is" })), /when\.kind.*chọn câu trả lời/);
    assert.match(wrong(putItem(birth, "fee", "2", { ...fee, "when.kind": "advanced", "when.yaml": "{ field: a" })), /Dòng 1/);
    assert.match(wrong(putItem(birth, "fee", "2", { ...fee, "when.kind": "advanced", "when.yaml": "field: a" })), /chưa đúng dạng/);
    const deadline = typedItem(birth, "deadline", "1") ?? {};
    assert.match(wrong(putItem(birth, "deadline", "1", { ...deadline, "rule.cutoff": "25:00" })), /rule\.cutoff/);
  });

  it("puts a rule with a condition before the last one that needs nothing", () => {
    const blank = typedItem(birth, "fee", null) ?? {};
    const added = value(
      putItem(birth, "fee", null, { ...blank, amountDong: "5 000", words: "X", "when.kind": "is", "when.answer": "chungSinh=co" }),
    );
    assert.deepEqual(added.fee.rules.map(({ amountDong }) => amountDong).slice(-2), [5000, 0]);
  });

  it("moves, takes away, and gives new things names that nobody has", () => {
    assert.deepEqual(moveItem(birth, "papers", "giay-chung-sinh", -1), { ok: true, value: birth });
    const down = value(moveItem(birth, "papers", "giay-chung-sinh", 1));
    assert.deepEqual(differences(birth, down), ["Giấy tờ: đổi thứ tự"]);
    assert.deepEqual(value(moveItem(down, "papers", "giay-chung-sinh", -1)), birth);
    assert.equal(value(removeItem(birth, "papers", "can-cuoc")).papers.length, birth.papers.length - 1);
    assert.match(wrong(removeItem(value(removeItem(birth, "fee", "1")), "fee", "1")), /Chưa lưu được/);
    const typed = { ...typedQuestion(birth, null, true), ask: "Bé tên là gì?", "o0.label": "Tên ở nhà" };
    const twice = value(putQuestion(value(putQuestion(birth, null, "em-be", typed)), null, "em-be", typed));
    const pages = sectionsOf(twice).find(({ id }) => id === "em-be")?.pages ?? [];
    assert.equal(new Set(pages.map(({ id }) => id)).size, pages.length);
    assert.deepEqual(
      checkProcedure(twice, names).filter(({ level }) => level === "error"),
      [],
    );
    assert.ok(!questionsOf(value(removeQuestion(twice, "ban-sao"))).some(({ id }) => id === "ban-sao"), "an empty section goes");
    assert.deepEqual(value(moveQuestion(value(moveQuestion(birth, "ten-be", 1)), "ten-be", -1)), birth);
  });
});

describe("the differences of two versions", () => {
  it("are none only where both say the same", () => {
    const texts = fc.constantFrom<(one: Procedure, text: string) => Procedure>(
      (one, text) => ({ ...one, name: text }),
      (one, text) => ({ ...one, legal: [text] }),
      (one, text) => ({ ...one, papers: one.papers.map((paper, index) => (index === 0 ? { ...paper, plain: text } : paper)) }),
      (one, text) => ({ ...one, fee: { ...one.fee, rules: one.fee.rules.map((rule) => ({ ...rule, words: text })) } }),
      (one, text) => ({ ...one, checks: one.checks.map((check) => ({ ...check, say: text })) }),
    );
    fc.assert(
      fc.property(texts, fc.string({ minLength: 1 }), fc.constantFrom(...procedures), (change, text, one) => {
        const other = change(one, text);
        const same = JSON.stringify(one).normalize("NFC") === JSON.stringify(other).normalize("NFC");
        assert.equal(differences(one, other).length === 0, same);
      }),
    );
  });

  it("name the thing and both values", () => {
    const dearer = { ...birth, fee: { ...birth.fee, rules: birth.fee.rules.map((rule) => ({ ...rule, amountDong: 15_000 })) } };
    assert.deepEqual(differences(birth, dearer), [
      "Mức lệ phí 1: số tiền từ (chưa có) thành 15.000",
      "Mức lệ phí 2: số tiền từ 0 thành 15.000",
    ]);
  });
});

describe("the check of a procedure", () => {
  const found = (one: Procedure) =>
    checkProcedure(one, names)
      .map(({ level, part, item, words }) => `${level} ${part}/${item}: ${words}`)
      .join("\n");
  const changed = (change: (data: Procedure) => void) => {
    const data = structuredClone(birth);
    change(data);
    return found(data);
  };
  const page = (data: Procedure, id: string) =>
    sectionsOf(data)
      .flatMap(({ pages }) => pages)
      .find((one) => one.id === id) as { when?: unknown; ask: string };

  it("finds no error in what ships", () => {
    for (const one of procedures) assert.doesNotMatch(found(one), /^error/m, one.code);
  });

  it("tells an answer that is not offered, a question that nobody reaches, one that looks ahead", () => {
    assert.match(
      changed((data) => Object.assign(page(data, "ten-be"), { when: { field: "chungSinh", is: "mat" } })),
      /error questions\/ten-be: .*lựa chọn "mat" không có/,
    );
    assert.match(
      changed((data) =>
        Object.assign(page(data, "ten-be"), {
          when: {
            all: [
              { field: "loaiKhaiSinh", is: "bo-roi" },
              { field: "chungSinh", is: "co" },
            ],
          },
        }),
      ),
      /warning questions\/ten-be: .*không bao giờ hiện ra/,
    );
    assert.match(
      changed((data) => Object.assign(page(data, "noi-o"), { when: { field: "con.gioiTinh", is: "nu" } })),
      /warning questions\/noi-o: .*câu hỏi ở sau nó/,
    );
  });

  it("tells papers without a picture, gaps in fee and deadline, words too long for a small screen", () => {
    assert.match(
      changed((data) => Object.assign(data.papers[0] as object, { picture: undefined })),
      /warning papers\/giay-chung-sinh: .*hình mẫu/,
    );
    assert.match(
      changed((data) => Object.assign(data.papers[0] as object, { picture: "khong-co" })),
      /error papers\/giay-chung-sinh: .*khong-co/,
    );
    assert.match(
      changed((data) => data.fee.rules.pop()),
      /warning fee\/null: có trường hợp/,
    );
    assert.match(
      changed((data) => Object.assign(data.deadline.rules[0] as object, { unverified: true })),
      /warning deadline\/1: .*chưa đối chiếu/,
    );
    assert.match(
      changed((data) => Object.assign(page(data, "ten-be"), { ask: "a ".repeat(60) })),
      /warning questions\/ten-be: .*điện thoại nhỏ/,
    );
  });
});

describe("a file of procedures", () => {
  it("that was written is read as the same, one or many", () => {
    const some = procedures.filter((_one, index) => index % 5 === 0);
    assert.deepEqual(value(readProcedureFile(writeProcedureFile(some))), some);
    assert.deepEqual(value(readProcedureFile(writeProcedureFile([birth]))), [birth]);
  });

  it("is refused whole, with line and place, when anything in it is wrong", () => {
    const text = writeProcedureFile([birth]);
    const line = (part: string) => text.slice(0, text.indexOf(part)).split("\n").length;
    assert.match(
      wrong(readProcedureFile(text.replace("originals", "originals2").replace("filing: online", "filing: nowhere"))),
      new RegExp(`Dòng ${line("filing: online")}, ở filing: phải là một trong`),
    );
    assert.match(wrong(readProcedureFile(text.replace("\npapers:", "\n  papers:"))), /Dòng \d+/);
    assert.match(wrong(readProcedureFile(`${text}---\n${text}`)), /có hai lần trong tệp/);
    assert.match(wrong(readProcedureFile("")), /Tệp trống/);
    assert.match(wrong(readProcedureFile("x".repeat(1_500_001))), /lớn quá/);
  });

  it("that would grow when it is unfolded is not unfolded", () => {
    const levels = Array.from(
      { length: 12 },
      (_one, index) =>
        `a${index}: &a${index} [${Array(10)
          .fill(index === 0 ? "x" : `*a${index - 1}`)
          .join(", ")}]`,
    );
    assert.match(wrong(readProcedureFile(levels.join("\n"))), /nhắc lại/);
  });

  it("never throws, whatever it holds", () => {
    const text = writeProcedureFile([birth]);
    fc.assert(
      fc.property(fc.nat(text.length), fc.string(), (at, put) => {
        const read = readProcedureFile(text.slice(0, at) + put + text.slice(at + put.length));
        assert.ok(read.ok || read.reason.length > 0);
      }),
      { numRuns: 12 },
    );
  });
});
