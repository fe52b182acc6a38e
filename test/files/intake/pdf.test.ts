import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { PDF } from "@libpdf/core";
import sharp from "sharp";
import { type EncodedPage, encodePage } from "../../../src/files/intake/encode.ts";
import { pagesToPdf } from "../../../src/files/intake/pdf.ts";
import { isTiff } from "../../../src/files/intake/pdf-fax.ts";
import { aPdf } from "../pdfs.ts";
import { aSheet } from "../sheets.ts";

describe("binding the parts of a paper to one PDF", () => {
  let standing: EncodedPage;
  let lying: EncodedPage;
  let blackAndWhite: EncodedPage;
  before(async () => {
    standing = await encoded(await aSheet({ stamp: true, lines: 30 }));
    lying = await encoded(await aSheet({ widthPx: 1600, heightPx: 1000, lines: 12 }));
    blackAndWhite = await encoded(
      await sharp(await aSheet())
        .greyscale()
        .threshold(140)
        .png()
        .toBuffer(),
    );
  });

  it("puts each picture on an A4 page as it lies, its data unchanged", async () => {
    const pdf = await pagesToPdf([picture(standing), picture(lying)], "Giấy chứng sinh");
    const opened = await PDF.load(pdf);
    assert.deepEqual(sizes(opened), ["595 × 842", "842 × 595"]);
    assert.equal(opened.getTitle(), "Giấy chứng sinh");
    for (const page of [standing, lying]) assert.ok(Buffer.from(pdf).includes(page.bytes), "the JPEG stands in the PDF byte for byte");
  });

  it("puts a page of black and white in as a fax of a fifth of the size", async () => {
    assert.ok(isTiff(blackAndWhite.bytes));
    assert.ok(blackAndWhite.bytes.length < standing.bytes.length / 3, `${blackAndWhite.bytes.length} bytes`);
    const pdf = Buffer.from(await pagesToPdf([picture(blackAndWhite)], "Bản quét"));
    assert.ok(pdf.includes("/CCITTFaxDecode"));
    assert.ok(pdf.includes(blackAndWhite.bytes.subarray(8, 8 + 5000)), "the fax data stand in the PDF byte for byte");
  });

  it("keeps the order of pictures and PDFs", async () => {
    const pdf = await PDF.load(await pagesToPdf([picture(lying), whole(await aPdf(2)), picture(standing)], "Giấy tờ"));
    assert.deepEqual(sizes(pdf), ["842 × 595", "595 × 842", "595 × 842", "595 × 842"]);
    assert.match(pdf.getPage(2)?.extractText().text ?? "", /Trang 2/);
  });

  it("leaves a PDF that is all of the paper untouched, for it may be signed", async () => {
    const brought = await aPdf(3);
    assert.deepEqual(await pagesToPdf([whole(brought)], "Giấy tờ"), brought);
  });
});

function picture({ bytes, widthPx, heightPx }: EncodedPage) {
  return { kind: "image", bytes, widthPx, heightPx } as const;
}

function whole(bytes: Uint8Array) {
  return { kind: "pdf", bytes, widthPx: 0, heightPx: 0 } as const;
}

function sizes(pdf: PDF): string[] {
  return pdf.getPages().map((page) => `${Math.round(page.width)} × ${Math.round(page.height)}`);
}

async function encoded(sheet: Buffer): Promise<EncodedPage> {
  const { data, info } = await sharp(sheet).removeAlpha().toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
  return encodePage({ data, widthPx: info.width, heightPx: info.height, channels: info.channels === 1 ? 1 : 3 });
}
