import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { controlLines, controlSheetForm } from "../../../src/domain/slips/control-sheet.ts";
import { lineOfRegister } from "../../../src/domain/slips/dossier-register.ts";
import { type SlipKind, slipForm, slipNumber, slipOf } from "../../../src/domain/slips/forms.ts";
import { aDossier, type Life } from "../dossier/life.ts";

describe("the forms of the one-stop law", () => {
  const accepted = aDossier().does("accept");
  const cases: [what: string, life: Life, old: SlipKind | null, today: SlipKind | null][] = [
    ["lodged", aDossier(), "receipt", "receipt"],
    ["accepted", accepted, "receipt", "receipt"],
    ["asked for more", accepted.does("request-supplement"), "supplement", "supplement"],
    ["not accepted", aDossier().does("decline"), "refusal", "refusal"],
    ["stopped", accepted.does("stop"), "refusal", "stop"],
    ["late", accepted.does("apologise"), "apology", "apology"],
    ["begun", accepted.does("start"), null, null],
  ];
  for (const [what, life, old, today] of cases)
    it(`of a dossier that is ${what}: ${old ?? "none"} until 14/9/2025, ${today ?? "none"} from 15/9/2025`, () => {
      const logged = life.log.at(-1);
      assert.ok(logged);
      assert.deepEqual([slipOf(logged, "2025-09-14"), slipOf(logged, "2025-09-15")], [old, today]);
    });

  it("carry the number and the circular of their day", () => {
    assert.equal(slipForm("apology", "2024-04-12").words, "(Mẫu số 04, Thông tư 01/2018/TT-VPCP)");
    assert.equal(slipForm("apology", "2025-09-15").words, "(Mẫu số 04, Phụ lục I, Thông tư 03/2025/TT-VPCP)");
    assert.equal(slipForm("apology", "2025-09-14").title, "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ");
    assert.equal(slipForm("apology", "2025-09-15").title, "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN");
    assert.deepEqual(
      (["receipt", "supplement", "apology"] as const).map((kind) => slipNumber(kind, "000.15.22.H32-261127-0007")),
      ["000.15.22.H32-261127-0007", "000.15.22.H32-261127-0007/HDHS", "000.15.22.H32-261127-0007/PXL"],
    );
    assert.equal(slipForm("stop", "2026-11-24").title, "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ");
  });

  it("have a control sheet with a line for each step of the office, who did it and when", () => {
    const life = aDossier().does("accept").does("request-fee").does("settle-fee").does("correct-help").does("propose").does("sign");
    assert.deepEqual(
      controlLines(life.log).map(({ step }) => step),
      [
        "Nộp hồ sơ",
        "Tiếp nhận",
        "Yêu cầu nghĩa vụ tài chính, tạm dừng thời hạn",
        "Đã thực hiện nghĩa vụ tài chính, tính tiếp thời hạn",
        "Trình ký",
        "Ký, ban hành kết quả",
      ],
    );
    const line = lineOfRegister(life.log);
    const at = (type: string) => life.log.find(({ event }) => event.type === type)?.at;
    assert.deepEqual([line.forwardedAt, line.decidedAt, line.returnedAt], [at("accepted"), at("signed"), null]);
    assert.match(controlSheetForm("2025-09-14").words, /Mẫu số 05.*01\/2018/);
    assert.match(controlSheetForm("2025-09-15").words, /Mẫu số 06.*03\/2025/);
  });
});
