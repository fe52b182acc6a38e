import sharp from "sharp";
import { LONG_SIDE_PX, PREVIEW_LIMIT_BYTES, PREVIEW_LONG_SIDE_PX } from "../../domain/papers/limits.ts";
import { fromRaw, type RawPicture } from "./raw-picture.ts";

/** A page as it will lie in the PDF, and the small picture of it for the screen. */
export interface EncodedPage {
  /** JPEG (ITU-T T.81), or TIFF with one tile of Group 4 fax (ITU-T T.6) where the page is nothing but black and white */
  readonly bytes: Buffer;
  /** WebP */
  readonly preview: Buffer;
  readonly widthPx: number;
  readonly heightPx: number;
}

export async function encodePage(picture: RawPicture): Promise<EncodedPage> {
  const page = isBlackAndWhite(picture) ? await fax(picture) : await photo(picture);
  return { ...page, preview: await previewOf(picture) };
}

async function photo(picture: RawPicture): Promise<Omit<EncodedPage, "preview">> {
  const { data, info } = await fromRaw(picture)
    .resize(within(LONG_SIDE_PX))
    .jpeg({ quality: 62, mozjpeg: true })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, widthPx: info.width, heightPx: info.height };
}

/** Kept at its own size, for shrinking would make greys of it; but for a white rim, because one tile that holds all must measure a multiple of 16. */
async function fax(picture: RawPicture): Promise<Omit<EncodedPage, "preview">> {
  const [widthPx, heightPx] = [upTo16(picture.widthPx), upTo16(picture.heightPx)];
  const levels = await fromRaw(picture)
    .extend({ right: widthPx - picture.widthPx, bottom: heightPx - picture.heightPx, background: "white" })
    .greyscale()
    .threshold(128)
    .raw()
    .toBuffer();
  const bytes = await fromRaw({ data: levels, widthPx, heightPx, channels: 1 })
    .extractChannel(0)
    .tiff({ compression: "ccittfax4", bitdepth: 1, tile: true, tileWidth: widthPx, tileHeight: heightPx })
    .toBuffer();
  return { bytes, widthPx, heightPx };
}

function upTo16(px: number): number {
  return Math.ceil(px / 16) * 16;
}

/** As good as fits the limit: a sheet full of small print, or a noisy photo, gets coarser. */
async function previewOf(picture: RawPicture): Promise<Buffer> {
  const small = await fromRaw(picture).resize(within(PREVIEW_LONG_SIDE_PX)).png({ compressionLevel: 0 }).toBuffer();
  for (const quality of [60, 45, 30, 15]) {
    const preview = await sharp(small).webp({ quality, effort: 2 }).toBuffer();
    if (preview.length <= PREVIEW_LIMIT_BYTES) return preview;
  }
  return sharp(small)
    .resize(within(PREVIEW_LONG_SIDE_PX / 2))
    .webp({ quality: 30 })
    .toBuffer();
}

function within(longSidePx: number) {
  return { width: longSidePx, height: longSidePx, fit: "inside", withoutEnlargement: true } as const;
}

/** A scanner set to "text" gives two colours; a drawn or photographed page has some thousandths of grey and colour at its edges at least. */
const OTHER_COLOURS_SHARE = 0.001;
/** Under this many pixels on the long side, two colours would show as stairs. */
const SHORTEST_FAX_PX = 1600;

function isBlackAndWhite({ data, widthPx, heightPx }: RawPicture): boolean {
  if (Math.max(widthPx, heightPx) < SHORTEST_FAX_PX) return false;
  let others = 0;
  // by number: over an iterator these ten million bytes take a quarter of a second
  for (let at = 0; at < data.length; at += 1) {
    const level = data[at] ?? 0;
    if (level > 24 && level < 231) others += 1;
  }
  return others <= data.length * OTHER_COLOURS_SHARE && isGrey(data);
}

/** Pure red and pure blue have only black and white in their channels too. */
function isGrey(data: Buffer): boolean {
  let coloured = 0;
  for (let at = 0; at + 2 < data.length; at += 3) if (Math.abs((data[at] ?? 0) - (data[at + 2] ?? 0)) > 48) coloured += 1;
  return coloured * 3 <= data.length * OTHER_COLOURS_SHARE;
}
