import { PDF, PDFImage, type PDFPage } from "@libpdf/core";
import { faxImage, isTiff } from "./pdf-fax.ts";

/** What a paper is bound of: a page as the intake made it, or a PDF as it came. */
export interface PaperPart {
  readonly kind: "image" | "pdf";
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * One PDF of a paper's parts in their order. Pictures go in as they are, byte for byte, each on an A4 page, upright or lying as the picture is.
 * A PDF that is all of the paper stays untouched, so that signatures in it keep their worth.
 */
export async function pagesToPdf(parts: readonly PaperPart[], title: string): Promise<Uint8Array> {
  const [only] = parts;
  if (only?.kind === "pdf" && parts.length === 1) return only.bytes;
  const pdf = PDF.create();
  pdf.setTitle(title);
  pdf.setLanguage("vi-VN");
  for (const part of parts) {
    if (part.kind === "pdf") await appendPages(pdf, part.bytes);
    else appendPicture(pdf, part);
  }
  return pdf.save();
}

async function appendPages(pdf: PDF, bytes: Uint8Array): Promise<void> {
  const source = await PDF.load(bytes);
  const all = Array.from({ length: source.getPageCount() }, (_, index) => index);
  await pdf.copyPagesFrom(source, all);
}

/** In points of 1/72 inch. */
const A4 = { width: 595.28, height: 841.89 };

function appendPicture(pdf: PDF, { bytes, widthPx, heightPx }: PaperPart): PDFPage {
  const sheet = widthPx > heightPx ? { width: A4.height, height: A4.width } : A4;
  const scale = Math.min(sheet.width / widthPx, sheet.height / heightPx);
  const [width, height] = [widthPx * scale, heightPx * scale];
  const image = isTiff(bytes) ? new PDFImage(pdf.register(faxImage(bytes)), widthPx, heightPx) : pdf.embedJpeg(bytes);
  const page = pdf.addPage(sheet);
  page.drawImage(image, { x: (sheet.width - width) / 2, y: (sheet.height - height) / 2, width, height });
  return page;
}
