import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, it } from "node:test";

interface Source {
  readonly path: string;
  readonly text: string;
}

const root = join(import.meta.dirname, "..");
const files = read("src");
/** Tests, measurements and pictures may use what the program itself does not. */
const everywhere = [...files, ...["test", "bench", "docs"].flatMap(read)].map(({ path, text }) => ({ path, words: wordsOf(text) }));

describe("nothing is left over", () => {
  it("of what is exported: each is used, here or elsewhere", () => {
    const left = files.flatMap(({ path, text }) =>
      [...text.matchAll(/^export (?:async )?(?:function|const|class|type|interface) (\w+)/gm)]
        .map(([, name = ""]) => name)
        .filter((name) => text.split(new RegExp(`\\b${name}\\b`)).length <= 2)
        .filter((name) => !everywhere.some((other) => other.path !== path && other.words.has(name)))
        .map((name) => `${path}: ${name}`),
    );
    assert.deepEqual(left, []);
  });

  it("of the refusals: each is said somewhere", () => {
    const codes = [...textOf("src/operations/problems.ts").matchAll(/^ {2}"([\w-]+)":/gm)].map(([, code = ""]) => code);
    assert.ok(codes.length > 50);
    const said = files.filter(({ path }) => !/(problems|refusals)\.ts$/.test(path));
    assert.deepEqual(
      codes.filter((code) => !said.some(({ text }) => text.includes(`"${code}"`))),
      [],
    );
  });

  it("of the addresses: each leads somewhere", () => {
    const names = [...textOf("src/web/paths.ts").matchAll(/^ {2}(\w+):/gm)].map(([, name = ""]) => name);
    assert.ok(names.length > 100);
    assert.deepEqual(
      names.filter((name) => !files.some(({ text }) => new RegExp(`paths\\.${name}\\b`).test(text))),
      [],
    );
  });
});

function read(folder: string): Source[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: relative(root, path).replaceAll("\\", "/"), text: withoutComments(readFileSync(path, "utf8")) }));
}

function textOf(path: string): string {
  return files.find((file) => file.path === path)?.text ?? assert.fail(path);
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.match(/[\w$]+/g));
}

function withoutComments(text: string): string {
  return text.replace(/^\s*\/\*[\s\S]*?\*\//gm, "").replace(/^\s*\/\/.*$/gm, "");
}
