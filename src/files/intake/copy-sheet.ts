import sharp from "sharp";
import type { PaperPart } from "./pdf.ts";

/** A scanned page as it goes to the printer for a photocopy: nothing cut, nothing turned, only made a JPEG that PDF readers take. */
export async function sheetOfScan(bytes: Uint8Array): Promise<PaperPart> {
  const { data, info } = await sharp(bytes, { limitInputPixels: MOST_PIXELS })
    .flatten({ background: "white" })
    .jpeg({ quality: 80 })
    .toBuffer({ resolveWithObject: true });
  return { kind: "image", bytes: data, widthPx: info.width, heightPx: info.height };
}

/** A3 at 600 dots per inch. */
const MOST_PIXELS = 75_000_000;
