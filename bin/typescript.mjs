// node --import ./bin/typescript.mjs FILE: runs TypeScript as it stands. Node.js strips the types of *.ts by itself; pages (*.tsx) are turned
// into JavaScript by esbuild, once each. What was turned and compiled is kept in node_modules/.cache: the next start takes half the time.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire, enableCompileCache, registerHooks } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const cache = fileURLToPath(new URL("../node_modules/.cache/loc-vung", import.meta.url));
const options = { loader: "tsx", jsx: "automatic", jsxImportSource: "hono/jsx", sourcemap: "inline" };
const require = createRequire(import.meta.url);
const { version } = require("esbuild/package.json");

/** "./paths.ts", "../layout/page.tsx" */
const OWN_FILE = /^\.\.?\/.+\.tsx?$/;

process.setSourceMapsEnabled(true);
enableCompileCache(join(cache, "compiled"));
registerHooks({
  /** Our own files name each other exactly, ending and all: nothing to look for on the disk, which takes a sixth of a start. */
  resolve(specifier, context, next) {
    if (!OWN_FILE.test(specifier) || !context.parentURL) return next(specifier, context);
    return { url: new URL(specifier, context.parentURL).href, format: "module-typescript", shortCircuit: true };
  },
  load(url, context, next) {
    if (!url.endsWith(".tsx")) return next(url, context);
    return { format: "module", source: javaScriptOf(fileURLToPath(url)), shortCircuit: true };
  },
});

function javaScriptOf(file) {
  const source = readFileSync(file, "utf8");
  const kept = join(
    cache,
    createHash("sha256")
      .update(`${version} ${JSON.stringify(options)} ${file}\n${source}`)
      .digest("hex"),
  );
  return readIfThere(kept) ?? keep(kept, require("esbuild").transformSync(source, { ...options, sourcefile: file }).code);
}

function readIfThere(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/** Under another name first: two programs that start together must not read each other's half. A folder that is read-only keeps nothing. */
function keep(file, text) {
  try {
    mkdirSync(cache, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, text);
    renameSync(`${file}.${process.pid}`, file);
  } catch {}
  return text;
}
