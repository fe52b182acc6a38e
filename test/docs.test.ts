import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";

const root = join(import.meta.dirname, "..");
const read = (path: string) => readFileSync(join(root, path), "utf8");
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith(".md")),
  ...readdirSync(join(root, "docs"), { recursive: true })
    .map((name) => `docs/${String(name).replaceAll("\\", "/")}`)
    .filter((name) => name.endsWith(".md")),
  ...(existsSync(join(root, "bench/README.md")) ? ["bench/README.md"] : []),
];

describe("what is written for the next owner", () => {
  it("is there", () => {
    for (const page of ["README.md", "README.vi.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/operating.md"]) {
      assert.ok(pages.includes(page), page);
    }
    assert.match(read("LICENSE"), /Apache License/);
  });

  it("links to nothing that is gone", () => {
    const broken = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
        .map(([, target = ""]) => target)
        .filter((target) => !existsSync(join(root, dirname(page), target)))
        .map((target) => `${page}: ${target}`),
    );
    assert.deepEqual(broken, []);
  });

  it("names no file that is gone", () => {
    const broken = pages
      .filter((page) => page !== "CHANGELOG.md")
      .flatMap((page) =>
        [...read(page).matchAll(/`((?:src|test|content|docs|bench|bin)\/[\w./-]+?\.(?:ts|tsx|yaml|mjs|md|typ))`/g)]
          .map(([, path = ""]) => path)
          .filter((path) => !existsSync(join(root, path)))
          .map((path) => `${page}: ${path}`),
      );
    assert.deepEqual(broken, []);
  });

  it("names only commands that are there", () => {
    const scripts: Record<string, string> = JSON.parse(read("package.json")).scripts;
    const unknown = pages.flatMap((page) =>
      [...read(page).matchAll(/npm (?:run (?:-s )?([\w:-]+)|(start|test)\b)/g)]
        .map(([, run, bare]) => run ?? bare ?? "")
        .filter((name) => scripts[name] === undefined)
        .map((name) => `${page}: npm run ${name}`),
    );
    assert.deepEqual(unknown, []);
  });

  it("tells of every setting", () => {
    const settings = [...read("src/main/config.ts").matchAll(/environment\.([A-Z_]+)/g)].map(([, name = ""]) => name);
    assert.ok(settings.length >= 5);
    assert.deepEqual(
      settings.filter((name) => !read("docs/operating.md").includes(`\`${name}\``)),
      [],
    );
  });

  it("says the same in both languages: as many headings, pictures and links", () => {
    const shape = (page: string) => ({
      headings: read(page).match(/^#+ /gm)?.length,
      pictures: read(page).match(/!\[/g)?.length,
      links: read(page).match(/\]\(/g)?.length,
    });
    assert.deepEqual(shape("README.vi.md"), shape("README.md"));
  });

  it("shows every picture that is kept", () => {
    const text = pages.map(read).join("\n");
    const unused = readdirSync(join(root, "docs/images")).filter((name) => !text.includes(`images/${name}`));
    assert.deepEqual(unused, []);
  });
});
