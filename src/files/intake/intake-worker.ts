import { readFile, stat } from "node:fs/promises";
import { parentPort } from "node:worker_threads";
import sharp from "sharp";
import { ok, type Result, refuse } from "../../base/result.ts";
import { FILE_LIMIT_BYTES } from "../../domain/papers/limits.ts";
import type { PaperProblem } from "../../domain/papers/problems.ts";
import { fileKind } from "./file-kind.ts";
import type { ReadyPart } from "./intake.ts";
import { loadOpenCv } from "./opencv.ts";
import { checkPdf } from "./pdf-check.ts";
import { readyPicture } from "./picture.ts";

// The heavy work on one file, outside of the thread that answers pages.
sharp.cache(false);
void loadOpenCv();
parentPort?.on("message", async (path: string) => {
  parentPort?.postMessage(await ready(path));
});

async function ready(path: string): Promise<Result<ReadyPart, PaperProblem>> {
  if ((await stat(path)).size > FILE_LIMIT_BYTES) return refuse("too-large");
  const bytes = await readFile(path);
  const kind = fileKind(bytes);
  if (!kind.ok) return kind;
  if (kind.value === "pdf") return readyPdf(bytes);
  const picture = await readyPicture(bytes, kind.value);
  return picture.ok ? ok({ kind: "image", pageCount: 1, ...picture.value }) : picture;
}

/** A PDF stays as it came; nothing here draws its pages, so it has no preview. */
async function readyPdf(bytes: Buffer): Promise<Result<ReadyPart, PaperProblem>> {
  const pages = await checkPdf(bytes);
  return pages.ok ? ok({ kind: "pdf", bytes, preview: null, widthPx: 0, heightPx: 0, pageCount: pages.value, cut: false }) : pages;
}
