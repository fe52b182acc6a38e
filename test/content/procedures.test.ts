import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { parse } from "yaml";
import { parseProcedure } from "../../src/domain/catalogue/parse-procedure.ts";
import { journey } from "../../src/domain/forms/journey.ts";
import { PROJECT_FOLDER } from "../../src/main/config.ts";
import { readContent, readYaml } from "../../src/main/content.ts";

const folder = join(PROJECT_FOLDER, "content/procedures");
const files = readdirSync(folder).filter((file) => file.endsWith(".yaml"));
const read = (file: string): Record<string, unknown> => parse(readFileSync(join(folder, file), "utf8"));
const complaintsOf = (data: unknown, file = "1.001193.yaml") => {
  const parsed = parseProcedure(data, file);
  return parsed.ok ? [] : parsed.reason;
};

describe("the procedure files", () => {
  for (const file of files) {
    it(`${file} is whole`, () => assert.deepEqual(complaintsOf(read(file), file), []));
  }

  it("and all other content say the same to the fast reader of a start and to the one of edited procedures", () => {
    const content = join(PROJECT_FOLDER, "content");
    const all = readdirSync(content, { recursive: true }).filter((file) => String(file).endsWith(".yaml"));
    assert.ok(all.length > files.length);
    for (const file of all.map(String)) assert.deepEqual(readYaml(content, file), parse(readFileSync(join(content, file), "utf8")), file);
  });

  it("hold the eight that are worked on here, with declaration, papers, fee, deadline, words and result", () => {
    const { catalogue } = readContent(join(PROJECT_FOLDER, "content"));
    for (const code of ["1.001193", "1.004873", "1.000656", "1.000894", "2.000635", "1.004859", "1.004194"]) {
      const procedure = catalogue.find(code, "2026-11-23");
      assert.ok(procedure?.declaration && procedure.result && procedure.filing === "online" && procedure.papers.length > 0, code);
    }
    assert.equal(catalogue.find("2.000815", "2026-11-23")?.filing, "counter");
    assert.equal(catalogue.find("1.004194", "2026-11-23")?.officeKind, "police");
  });

  it("ask nothing of a father who is not known", () => {
    const { catalogue, lists } = readContent(join(PROJECT_FOLDER, "content"));
    const birth = catalogue.find("1.001193", "2026-11-23");
    assert.ok(birth);
    const asked = journey(birth, { loaiKhaiSinh: "chua-co-cha" }, { lists, today: "2026-11-23" }).steps.flatMap((step) =>
      step.fields.map((field) => field.id),
    );
    assert.ok(asked.some((id) => id.startsWith("me.")));
    assert.ok(!asked.some((id) => id.startsWith("cha.")));
  });
});

interface Loose {
  name?: string;
  papers: object[];
  result: { subject: string };
}

describe("a procedure file that is wrong", () => {
  const broken = (change: (data: Loose) => void) => {
    const data = structuredClone(read("1.001193.yaml")) as unknown as Loose;
    change(data);
    return complaintsOf(data).join("\n");
  };

  it("is told which word is missing, and where", () => {
    assert.match(
      broken((data) => {
        delete data.name;
      }),
      /ở name/,
    );
  });

  it("is told of a condition on a question that nobody asks", () => {
    assert.match(
      broken((data) => {
        data.papers[0] = { ...data.papers[0], when: { field: "khong.co", is: "x" } };
      }),
      /nhắc tới câu "khong.co" không có trong tờ khai/,
    );
  });

  it("is told of a result that names a question that nobody asks", () => {
    assert.match(
      broken((data) => {
        data.result.subject = "{con.tenCu}";
      }),
      /kết quả nhắc tới câu "con.tenCu"/,
    );
  });

  it("is told of a file name that is not its code", () => {
    assert.match(complaintsOf(read("1.001193.yaml"), "khai-sinh.yaml").join(), /tên tệp phải bắt đầu bằng mã 1.001193/);
  });
});
