import { PDF } from "@libpdf/core";
import { ok, type Result, refuse } from "../../base/result.ts";
import { PAGES_LIMIT, PDF_UNPACKED_LIMIT_BYTES } from "../../domain/papers/limits.ts";
import type { PaperProblem } from "../../domain/papers/problems.ts";
import { carriesMore } from "./pdf-active.ts";
import { unpacksWithin } from "./pdf-unpacked.ts";

/** Checks a PDF that somebody brings: opens, is whole, is not locked, carries no program and no attachment, is not too long. Answers its pages. */
export async function checkPdf(bytes: Uint8Array): Promise<Result<number, PaperProblem>> {
  if (!(await unpacksWithin(bytes, PDF_UNPACKED_LIMIT_BYTES))) return refuse("pdf-bomb");
  const pdf = await PDF.load(bytes).catch(() => null);
  if (pdf === null || (pdf.recoveredViaBruteForce && isCutOff(bytes))) return refuse("damaged");
  if (pdf.isEncrypted) return refuse("pdf-locked");
  return pagesOf(pdf);
}

function pagesOf(pdf: PDF): Result<number, PaperProblem> {
  try {
    if (carriesMore(pdf)) return refuse("pdf-active");
    const pages = pdf.getPageCount();
    if (pages > PAGES_LIMIT) return refuse("too-many-pages");
    return pages === 0 ? refuse("damaged") : ok(pages);
  } catch {
    return refuse("damaged");
  }
}

/** Many good PDFs have a faulty table and are read all the same; one without its last line was not sent to the end. */
function isCutOff(bytes: Uint8Array): boolean {
  return !Buffer.from(bytes.subarray(-2048)).includes("%%EOF");
}
