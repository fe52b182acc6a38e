import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, it } from "node:test";
import { parseSync } from "oxc-parser";

/** What each room may import; of a room with a colon only that part. A room may always import itself. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  base: [],
  domain: ["base"],
  store: ["base", "domain"],
  files: ["base", "domain"],
  documents: ["base", "domain"],
  devices: ["base", "domain"],
  partners: ["base", "domain"],
  operations: ["base", "domain", "store", "files", "documents", "devices", "partners"],
  web: ["base", "domain", "operations", "store/views", "type:store", "type:devices"],
  main: ["base", "domain", "store", "files", "documents", "devices", "partners", "operations", "web"],
};

/** Packages that the pure rooms may use: they read no clock, no file and no chance unless told. */
const PURE_PACKAGES = new Set(["zod", "temporal-polyfill", "yaml", "simple-statistics"]);

interface Import {
  readonly target: string;
  readonly typeOnly: boolean;
}

interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  readonly exportsDefault: boolean;
  readonly onlyReexports: boolean;
}

const root = join(import.meta.dirname, "..");
const files = readSources();

describe("the walls of the house", () => {
  it("finds the sources", () => {
    assert.ok(files.length > 150, `only ${files.length} files were read`);
    assert.deepEqual(
      files.map((file) => roomOf(file.path)).filter((room) => !(room in MAY_IMPORT)),
      [],
      "every folder of src is a room of the design",
    );
  });

  it("lets each room import only what stands below it", () => {
    const breaches = files.flatMap((file) =>
      file.imports
        .filter(({ target }) => target.startsWith("src/"))
        .filter((imported) => !allowed(roomOf(file.path), imported))
        .map(({ target }) => `${file.path} → ${target}`),
    );
    assert.deepEqual(breaches, []);
  });

  it("has no circle of files, not even of types", () => {
    assert.deepEqual(circles(), []);
  });

  it("keeps the domain pure: no node:, no clock, no chance, no process, no network", () => {
    const impure =
      /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bfetch\(|\bsetTimeout\(|\bcrypto\.|\bPlainDate(Time)?ISO\(\)|Temporal\.Now/;
    const breaches = files
      .filter(({ path }) => roomOf(path) === "domain")
      .flatMap((file) => [
        ...file.imports.filter(({ target }) => isImpurePackage(target)).map(({ target }) => `${file.path} → ${target}`),
        ...(impure.test(withoutComments(file.text)) ? [`${file.path} reads a clock, chance or the process`] : []),
      ]);
    assert.deepEqual(breaches, []);
  });

  it("keeps base to six small files that import nothing of ours", () => {
    const base = files.filter(({ path }) => roomOf(path) === "base");
    assert.ok(base.length <= 6, base.map(({ path }) => path).join(", "));
  });

  it("lets messages out by two doors: of a dossier, where consent is asked for, and about none, to who asked; and posts them at one place, which asks again", () => {
    const calling = (name: string) => pathsWhere((file) => new RegExp(`(?<!function )\\b${name}\\(`).test(withoutComments(file.text)));
    assert.deepEqual(calling("insertDelivery"), ["src/operations/messages/address.ts", "src/operations/messages/queue-loose.ts"]);
    assert.deepEqual(calling("claimDelivery"), ["src/operations/messages/send.ts"]);
  });

  it("writes SQL in the store alone", () => {
    const sql = /`\s*(select|insert into|update|delete from|create table)\s/i;
    assert.deepEqual(
      pathsWhere((file) => roomOf(file.path) !== "store" && sql.test(file.text)),
      [],
    );
  });

  it("reads the environment in main alone", () => {
    assert.deepEqual(
      pathsWhere((file) => roomOf(file.path) !== "main" && /process\.env/.test(file.text)),
      [],
    );
  });

  it("has no barrel, no default export, no utils", () => {
    assert.deepEqual(
      pathsWhere(
        (file) => file.exportsDefault || file.onlyReexports || /(^|\/)(index|utils?|helpers?|common|misc)(\.tsx?|\/)/.test(file.path),
      ),
      [],
    );
  });

  it("says what is wrong by types, never by any, never by telling the compiler or the linter to look away", () => {
    const lookAway = /@ts-(ignore|expect-error|nocheck)|biome-ignore|:\s*any\b|\bas any\b|<any>/;
    assert.deepEqual(
      pathsWhere((file) => lookAway.test(file.text)),
      [],
    );
  });

  it("draws a page in one go: no component waits for anything, what a page needs is read before it", () => {
    assert.deepEqual(
      pathsWhere((file) => /^(export )?async function [A-Z]/m.test(file.text)),
      [],
    );
  });

  it("has no file that knows too much: 300 lines at most", () => {
    assert.deepEqual(
      pathsWhere((file) => file.text.split("\n").length > 300),
      [],
    );
  });
});

function readSources(): SourceFile[] {
  return readdirSync(join(root, "src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.tsx?$/.test(entry.name))
    .map((entry) => readSource(relative(root, join(entry.parentPath, entry.name)).replaceAll("\\", "/")));
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), "utf8");
  const { module, program, errors } = parseSync(path, text);
  assert.deepEqual(errors, [], path);
  const imports = [
    ...module.staticImports.map((found) => ({
      target: resolve(path, found.moduleRequest.value),
      typeOnly:
        /^import type\b/.test(text.slice(found.start)) || (found.entries.length > 0 && found.entries.every((entry) => entry.isType)),
    })),
    ...module.staticExports.flatMap((found) =>
      found.entries.flatMap((entry) =>
        entry.moduleRequest ? [{ target: resolve(path, entry.moduleRequest.value), typeOnly: entry.isType }] : [],
      ),
    ),
    ...module.dynamicImports.map((found) => ({
      target: resolve(path, text.slice(found.moduleRequest.start + 1, found.moduleRequest.end - 1)),
      typeOnly: false,
    })),
  ];
  const exported = module.staticExports.flatMap((found) => found.entries);
  return {
    path,
    text,
    imports,
    exportsDefault: exported.some((entry) => entry.exportName.kind === "Default"),
    onlyReexports:
      program.body.length > 0 &&
      program.body.every((node) => /^Export(All|Named)/.test(node.type) && "source" in node && node.source !== null),
  };
}

function resolve(from: string, specifier: string): string {
  return specifier.startsWith(".") ? join(dirname(from), specifier).replaceAll("\\", "/") : specifier;
}

function roomOf(path: string): string {
  return path.split("/")[1] ?? "";
}

function allowed(room: string, { target, typeOnly }: Import): boolean {
  const other = roomOf(target);
  if (room === other) return true;
  return (MAY_IMPORT[room] ?? []).some((rule) => {
    if (rule.startsWith("type:")) return typeOnly && rule.slice(5) === other;
    return target.startsWith(`src/${rule}/`);
  });
}

function isImpurePackage(target: string): boolean {
  return !target.startsWith("src/") && !PURE_PACKAGES.has(target.startsWith("node:") ? target : (target.split("/")[0] ?? target));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/\/\/.*$/gm, "");
}

function pathsWhere(isBreach: (file: SourceFile) => boolean): string[] {
  return files.filter(isBreach).map(({ path }) => path);
}

/** Every circle, by Tarjan's strongly connected components. */
function circles(): string[][] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (path: string): void => {
    order.set(path, order.size);
    low.set(path, order.size - 1);
    stack.push(path);
    for (const { target } of byPath.get(path)?.imports ?? []) {
      if (!byPath.has(target)) continue;
      if (!order.has(target)) visit(target);
      if (stack.includes(target)) low.set(path, Math.min(low.get(path) ?? 0, low.get(target) ?? 0));
    }
    if (low.get(path) !== order.get(path)) return;
    const together = stack.splice(stack.indexOf(path));
    if (together.length > 1 || byPath.get(path)?.imports.some(({ target }) => target === path)) found.push(together.sort());
  };
  for (const { path } of files) if (!order.has(path)) visit(path);
  return found;
}
