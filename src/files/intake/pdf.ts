import { PDF } from "@libpdf/core";
import { ok, type Result, refuse } from "../../base/result.ts";
import { PAGES_LIMIT } from "../../domain/papers/limits.ts";
import type { PaperProblem } from "../../domain/papers/problems.ts";

/** Checks a PDF that somebody brings: opens, is not locked, carries no program and no attachment, is not too long. Answers its pages. */
export async function checkPdf(bytes: Uint8Array): Promise<Result<number, PaperProblem>> {
  if (ACTIVE.test(Buffer.from(bytes).toString("latin1"))) return refuse("pdf-active");
  try {
    const pdf = await PDF.load(bytes);
    if (pdf.isEncrypted) return refuse("pdf-locked");
    if (pdf.getAttachments().size > 0) return refuse("pdf-active");
    const pages = pdf.getPageCount();
    if (pages > PAGES_LIMIT) return refuse("too-many-pages");
    return pages === 0 ? refuse("damaged") : ok(pages);
  } catch {
    return refuse("damaged");
  }
}

/** Actions that run or fetch something when the file is opened. */
const ACTIVE = /\/(JavaScript|JS|Launch|EmbeddedFile|RichMedia|SubmitForm|ImportData)\b/;

const A4 = { width: 595.28, height: 841.89 };

/** One PDF of a paper's parts in their order; pictures go in as they are, each on an A4 page, upright or lying as the picture is. */
export async function pagesToPdf(
  parts: readonly { kind: "image" | "pdf"; bytes: Uint8Array; widthPx: number; heightPx: number }[],
  title: string,
): Promise<Uint8Array> {
  const pdf = PDF.create();
  pdf.setTitle(title);
  for (const part of parts) {
    if (part.kind === "pdf") {
      const source = await PDF.load(part.bytes);
      await pdf.copyPagesFrom(
        source,
        Array.from({ length: source.getPageCount() }, (_, index) => index),
      );
      continue;
    }
    const lying = part.widthPx > part.heightPx;
    const size = lying ? { width: A4.height, height: A4.width } : A4;
    const page = pdf.addPage(size);
    const scale = Math.min(size.width / part.widthPx, size.height / part.heightPx);
    const width = part.widthPx * scale;
    const height = part.heightPx * scale;
    page.drawImage(pdf.embedJpeg(part.bytes), { x: (size.width - width) / 2, y: (size.height - height) / 2, width, height });
  }
  return pdf.save();
}
