import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import fc from "fast-check";
import { languageOf, languagesSchema } from "../../../src/domain/voices/languages.ts";
import { commonPieces, piecesOf } from "../../../src/domain/voices/pieces.ts";
import { SPOKEN_CHARACTERS, speakable } from "../../../src/domain/voices/speakable.ts";
import { PROJECT_FOLDER } from "../../../src/main/config.ts";
import { readContent } from "../../../src/main/content.ts";

const { procedures, languages } = readContent(join(PROJECT_FOLDER, "content"));
const birth = procedures.find(({ code }) => code === "1.001193");
const everything = [...commonPieces(), ...procedures.flatMap(piecesOf)];

describe("what is read aloud", () => {
  it("is a procedure's purpose, each of its questions and each of its papers, under names that are there once", () => {
    assert.ok(birth);
    const keys = piecesOf(birth).map(({ key }) => key);
    for (const key of ["thu-tuc", "cau.quan-he", "cau.ten-be", "giay.giay-chung-sinh"]) assert.ok(keys.includes(key), key);
    for (const procedure of procedures) {
      const names = piecesOf(procedure).map(({ key }) => key);
      assert.equal(new Set(names).size, names.length, procedure.code);
    }
  });

  it("names what can be chosen, and nothing that the form makes by itself", () => {
    assert.ok(birth);
    const said = (key: string) => piecesOf(birth).find((piece) => piece.key === key)?.sentences ?? [];
    assert.deepEqual(said("cau.gioi-tinh-be"), ["Bé là trai hay gái?", "Nam", "Nữ"]);
    assert.ok(said("cau.ban-sao").includes("Có") && said("cau.ban-sao").includes("Không"));
    assert.ok(!said("cau.ngay-sinh-be").some((sentence) => sentence.includes("ghi bằng chữ")));
  });

  it("names only buttons that are on the pages", () => {
    const folder = join(PROJECT_FOLDER, "src/web/pages");
    const pages = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".tsx"));
    const drawn = pages.map((name) => readFileSync(join(folder, name), "utf8")).join("\n");
    const named = commonPieces().flatMap(({ sentences }) =>
      sentences.flatMap((sentence) => [...sentence.matchAll(/nút (\p{Lu}[^.,]*)/gu)].map(([, name = ""]) => name)),
    );
    assert.ok(named.length >= 10);
    assert.deepEqual(
      named.filter((name) => !drawn.includes(name)),
      [],
    );
  });

  it("is short enough for the machine to say in one go", () => {
    const long = everything.filter(({ sentences }) => speakable(sentences).length > SPOKEN_CHARACTERS).map(({ key }) => key);
    assert.deepEqual(long, []);
  });
});

describe("words for a machine's voice", () => {
  it("pause after each sentence", () => {
    assert.equal(speakable(["Bé là trai hay gái?", "Nam", " ", "Nữ"]), "Bé là trai hay gái?\nNam.\nNữ.");
  });

  it("never hold a command of the speaking program", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary" })), (sentences) => {
        assert.doesNotMatch(speakable(sentences), /[<>[\]{}\\|]|[^\P{Cc}\n]/u);
      }),
    );
  });
});

describe("languages", () => {
  it("are those of the file, Vietnamese first and the only one that a machine speaks", () => {
    assert.equal(languages[0]?.code, "vi");
    assert.deepEqual(
      languages.filter(({ speech }) => speech !== undefined).map(({ code }) => code),
      ["vi"],
    );
    assert.ok(languages.some(({ name }) => name === "tiếng Raglai"));
  });

  it("that nobody knows are Vietnamese", () => {
    assert.equal(languageOf(languages, "xx").code, "vi");
    assert.equal(languageOf(languages, undefined).code, "vi");
  });

  it("are refused where Vietnamese is not first, or one is written twice", () => {
    assert.equal(languagesSchema.safeParse([{ code: "rog", name: "tiếng Raglai" }]).success, false);
    const vi = { code: "vi", name: "tiếng Việt" };
    assert.equal(languagesSchema.safeParse([vi, vi]).success, false);
  });
});
