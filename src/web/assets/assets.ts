import { readdirSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";
import type { Hono } from "hono";
import { type Asset, assetRoutes, FOLDER } from "./asset-routes.ts";

/** Styles, scripts and pictures of the pages, under names that change with what is in them, so that browsers keep them for ever. */
export interface Assets {
  /** The address of a file: url("style.css"). */
  url(name: string): string;
  readonly routes: Hono;
}

/** Makes them once at start: scripts from src/web/browser, styles minified. Each is compressed as well as can be. Nothing is written to disk. */
export async function buildAssets(): Promise<Assets> {
  const here = import.meta.dirname;
  const browser = join(here, "../browser");
  const made = await build({
    entryPoints: [...filesOf(browser, ".ts"), ...filesOf(here, ".css"), ...filesOf(here, ".svg")],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: "esm",
    target: OLDEST_BROWSERS,
    loader: { ".svg": "copy" },
    absWorkingDir: here,
    outdir: here,
    entryNames: "[name].[hash]",
    assetNames: "[name].[hash]",
    publicPath: FOLDER,
  });

  const byPath = new Map(made.outputFiles.map((file) => [basename(file.path), compressed(file.path, Uint8Array.from(file.contents))]));
  const byName = new Map<string, string>();
  for (const [output, { entryPoint }] of Object.entries(made.metafile.outputs)) {
    if (entryPoint) byName.set(nameOf(entryPoint), `${FOLDER}/${basename(output)}`);
  }
  return { url: (name) => byName.get(name) ?? missing(name), routes: assetRoutes(byPath) };
}

/** Phones that still got a new browser in 2021: the iPhone 6s has Safari 15, Android phones a later Chrome. */
const OLDEST_BROWSERS = ["chrome87", "firefox90", "safari15"];

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

function filesOf(folder: string, ending: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file));
}

function compressed(path: string, plain: Uint8Array<ArrayBuffer>): Asset {
  return {
    type: TYPES[extname(path)] ?? "application/octet-stream",
    plain,
    brotli: once(() => Uint8Array.from(brotliCompressSync(plain))),
    gzip: once(() => Uint8Array.from(gzipSync(plain, { level: 9 }))),
  };
}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** "../browser/once.ts" is asked for as "once.js". */
function nameOf(entryPoint: string): string {
  return basename(entryPoint).replace(/\.ts$/, ".js");
}

function missing(name: string): never {
  throw new Error(`there is no asset ${name}`);
}
