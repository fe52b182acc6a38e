import { readFile } from "node:fs/promises";
import { parentPort } from "node:worker_threads";
import { ok, type Result, refuse } from "../../base/result.ts";
import type { PaperProblem } from "../../domain/papers/problems.ts";
import { fileKind } from "./file-kind.ts";
import type { ReadyPart } from "./intake.ts";
import { checkPdf } from "./pdf.ts";
import { readyPicture } from "./picture.ts";

// Pictures are heavy work: it is done here, one file after the other, so that pages keep answering.
parentPort?.on("message", async ({ id, path }: { id: number; path: string }) => {
  parentPort?.postMessage({ id, result: await ready(path).catch(() => refuse("damaged")) });
});

async function ready(path: string): Promise<Result<ReadyPart, PaperProblem>> {
  const bytes = await readFile(path);
  if (bytes.length === 0) return refuse("empty");
  const kind = fileKind(bytes);
  if (kind === null) return refuse("not-a-paper");
  if (kind === "pdf") {
    const pages = await checkPdf(bytes);
    return pages.ok ? ok({ kind: "pdf", bytes, preview: null, widthPx: 0, heightPx: 0, pageCount: pages.value }) : pages;
  }
  const picture = await readyPicture(bytes, kind === "heic");
  if (!picture.ok) return picture;
  const { jpeg, preview, widthPx, heightPx } = picture.value;
  return ok({ kind: "image", bytes: jpeg, preview, widthPx, heightPx, pageCount: 1 });
}
