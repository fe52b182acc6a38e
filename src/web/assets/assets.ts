import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { Hono } from "hono";

/** Styles, scripts and pictures of the pages, under names that change with what is in them, so that browsers keep them for ever. */
export interface Assets {
  /** The address of a file: url("style.css"). */
  url(name: string): string;
  readonly routes: Hono;
}

interface Asset {
  readonly type: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly brotli: Uint8Array<ArrayBuffer>;
  readonly gzip: Uint8Array<ArrayBuffer>;
}

const FOLDER = "/tai-nguyen";
const YEAR_SECONDS = 31_536_000;

/** Makes them once at start: scripts from src/web/browser, styles minified, each compressed as well as can be. */
export async function buildAssets(): Promise<Assets> {
  const browser = join(import.meta.dirname, "../browser");
  const scripts = readdirSync(browser).filter((file) => file.endsWith(".ts"));
  const made = await build({
    entryPoints: [
      ...scripts.map((file) => join(browser, file)),
      join(import.meta.dirname, "style.css"),
      join(import.meta.dirname, "desk.css"),
    ],
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    target: "es2020",
    outdir: "/",
    entryNames: "[name]",
  });
  const files = new Map(made.outputFiles.map((file) => [file.path.split("/").pop() ?? "", Uint8Array.from(file.contents)]));
  files.set("logo.svg", Uint8Array.from(await readFile(join(import.meta.dirname, "logo.svg"))));

  const byName = new Map<string, string>();
  const byPath = new Map<string, Asset>();
  for (const [name, plain] of files) {
    const hash = createHash("sha256").update(plain).digest("base64url").slice(0, 10);
    const hashed = name.replace(/\.(\w+)$/, `.${hash}.$1`);
    byName.set(name, `${FOLDER}/${hashed}`);
    byPath.set(hashed, {
      type: TYPES[name.split(".").pop() ?? ""] ?? "application/octet-stream",
      plain,
      brotli: Uint8Array.from(brotliCompressSync(plain)),
      gzip: Uint8Array.from(gzipSync(plain)),
    });
  }
  return { url: (name) => byName.get(name) ?? missing(name), routes: routesOf(byPath) };
}

const TYPES: Readonly<Record<string, string>> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  svg: "image/svg+xml",
};

function routesOf(byPath: ReadonlyMap<string, Asset>): Hono {
  return new Hono().get(`${FOLDER}/:file`, (request) => {
    const asset = byPath.get(request.req.param("file"));
    if (!asset) return request.notFound();
    const accepted = request.req.header("accept-encoding") ?? "";
    const encoding = /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : null;
    const headers = { "content-type": asset.type, "cache-control": `public, max-age=${YEAR_SECONDS}, immutable`, vary: "accept-encoding" };
    const body = encoding === "br" ? asset.brotli : encoding === "gzip" ? asset.gzip : asset.plain;
    return request.body(body, 200, encoding ? { ...headers, "content-encoding": encoding } : headers);
  });
}

function missing(name: string): never {
  throw new Error(`there is no asset ${name}`);
}
