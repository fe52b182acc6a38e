import sharp, { type Sharp } from "sharp";
import { ok, type Result, refuse } from "../../base/result.ts";
import { LONG_SIDE_PX, PIXELS_LIMIT, PREVIEW_LONG_SIDE_PX } from "../../domain/papers/limits.ts";
import type { PaperProblem } from "../../domain/papers/problems.ts";
import { type PageMeasures, qualityProblem } from "../../domain/papers/quality.ts";
import { decodeHeic } from "./heic.ts";
import { flattenSheet } from "./sheet.ts";

/** One picture made ready: upright, cut to the sheet where it is clear, shrunk; with a small preview for the screen. */
export interface ReadyPicture {
  readonly jpeg: Buffer;
  readonly preview: Buffer;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Makes a page of a photo or scan, or says why it cannot be read. */
export async function readyPicture(bytes: Buffer, isHeic: boolean): Promise<Result<ReadyPicture, PaperProblem>> {
  const opened = isHeic ? await openHeic(bytes) : await openPicture(bytes);
  if (!opened.ok) return opened;
  try {
    const upright = await opened.value
      .rotate()
      .flatten({ background: "white" })
      .toColourspace("srgb")
      .raw()
      .toBuffer({ resolveWithObject: true });
    const raw = { data: upright.data, widthPx: upright.info.width, heightPx: upright.info.height, channels: upright.info.channels };
    const problem = qualityProblem(await measure(fromRaw(raw), raw));
    if (problem !== null) return refuse(problem);
    const sheet = (await flattenSheet(raw)) ?? raw;
    return ok(await encode(fromRaw(sheet)));
  } catch {
    return refuse("damaged");
  }
}

/** Decoded pixels, 8 bits a channel. */
export interface RawPicture {
  readonly data: Buffer;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: 1 | 2 | 3 | 4;
}

async function openPicture(bytes: Buffer): Promise<Result<Sharp, PaperProblem>> {
  try {
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > PIXELS_LIMIT) return refuse("too-many-pixels");
    return ok(sharp(bytes, { limitInputPixels: PIXELS_LIMIT, failOn: "truncated" }));
  } catch {
    return refuse("damaged");
  }
}

async function openHeic(bytes: Buffer): Promise<Result<Sharp, PaperProblem>> {
  const decoded = await decodeHeic(bytes, PIXELS_LIMIT);
  return decoded.ok ? ok(fromRaw(decoded.value)) : decoded;
}

function fromRaw({ data, widthPx, heightPx, channels }: RawPicture): Sharp {
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels }, limitInputPixels: PIXELS_LIMIT });
}

async function encode(picture: Sharp): Promise<ReadyPicture> {
  const size = { width: LONG_SIDE_PX, height: LONG_SIDE_PX, fit: "inside", withoutEnlargement: true } as const;
  const page = await picture.resize(size).jpeg({ quality: 62, mozjpeg: true }).toBuffer({ resolveWithObject: true });
  const small = { ...size, width: PREVIEW_LONG_SIDE_PX, height: PREVIEW_LONG_SIDE_PX };
  const preview = await sharp(page.data).resize(small).webp({ quality: 55 }).toBuffer();
  return { jpeg: page.data, preview, widthPx: page.info.width, heightPx: page.info.height };
}

const MEASURED_WIDTH_PX = 1000;
const LAPLACIAN = { width: 3, height: 3, kernel: [0, 1, 0, 1, -4, 1, 0, 1, 0], scale: 1, offset: 128 };

/** Measured at one width, so that the bounds of domain/papers/quality.ts mean the same for every camera. */
async function measure(picture: Sharp, { widthPx, heightPx }: RawPicture): Promise<PageMeasures> {
  const gray = await picture
    .greyscale()
    .resize({ width: MEASURED_WIDTH_PX, withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const shape = { raw: { width: gray.info.width, height: gray.info.height, channels: 1 } } as const;
  const lighting = await sharp(gray.data, shape).blur(20).raw().toBuffer();
  const edges = await sharp(gray.data, shape).convolve(LAPLACIAN).raw().toBuffer();
  const detail = Float64Array.from(gray.data, (value, index) => value - (lighting[index] ?? 0));
  const sorted = Uint8Array.from(gray.data).sort();
  return {
    widthPx,
    heightPx,
    brightness: mean(gray.data),
    brightest: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
    contrast: Math.sqrt(variance(detail)),
    sharpness: variance(edges),
  };
}

function mean(values: ArrayLike<number>): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += values[index] ?? 0;
  return sum / values.length;
}

function variance(values: ArrayLike<number>): number {
  const middle = mean(values);
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) sum += ((values[index] ?? 0) - middle) ** 2;
  return sum / values.length;
}
