import assert from "node:assert/strict";
import { it } from "node:test";
import type { Report } from "../../../src/domain/reports/report.ts";
import { spreadsheet } from "../../../src/web/http/xlsx.ts";
import { unzip } from "../../support/unzip.ts";

const REPORT: Report = {
  title: "=cmd|' /C calc'!A0",
  form: null,
  unit: "UBND xã Mẫu",
  period: "Tháng 3/2024",
  wide: false,
  practice: true,
  facts: [],
  charts: [],
  tables: ["Tên có [dấu]/lạ: rất dài, dài hơn ba mươi mốt chữ", "Tên có [dấu]/lạ: rất dài, dài hơn ba mươi mốt chữ"].map((title) => ({
    title,
    columns: [{ name: "Tên" }, { name: "Số", numeric: true }],
    rows: [
      ['=HYPERLINK("http://vidu.vn")', 12],
      ["+1", null],
    ],
    total: ["@SUM(A1)", 12],
  })),
  notes: [],
};

it("a spreadsheet holds words as words and numbers as numbers, never a formula, a sheet a table", async () => {
  const files = await unzip(await spreadsheet(REPORT));
  const sheets = [...files].filter(([name]) => /worksheets\/sheet\d\.xml$/.test(name)).map(([, bytes]) => bytes.toString("utf8"));
  assert.equal(sheets.length, 2);
  for (const sheet of sheets) {
    assert.doesNotMatch(sheet, /<f[ >]/);
    assert.match(sheet, /<v>12<\/v>/);
  }
  const names = [...(files.get("xl/workbook.xml")?.toString("utf8") ?? "").matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(
    ([, name]) => name ?? "",
  );
  assert.equal(new Set(names).size, 2);
  for (const name of names) assert.ok(name.length <= 31 && !/[\\/?*[\]:]/.test(name), name);
});
