import type { HeifDecoder } from "libheif-js/wasm-bundle.js";
import { ok, type Result, refuse } from "../../base/result.ts";
import type { PaperProblem } from "../../domain/papers/problems.ts";

/** Red, green, blue and opacity of every pixel. */
export interface HeicPixels {
  readonly data: Buffer;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The main picture of a HEIC file, upright; sharp has no decoder for it (patents), so a WASM build of libheif does it. */
export async function decodeHeic(bytes: Buffer, pixelsLimit: number): Promise<Result<HeicPixels, PaperProblem>> {
  const images = (await loadDecoder()).decode(bytes);
  const image = images.find((each) => each.is_primary()) ?? images[0];
  if (!image) return refuse("damaged");
  try {
    const [widthPx, heightPx] = [image.get_width(), image.get_height()];
    if (widthPx * heightPx > pixelsLimit) return refuse("too-many-pixels");
    const empty = { data: new Uint8ClampedArray(widthPx * heightPx * 4), width: widthPx, height: heightPx };
    const pixels = await new Promise<{ data: Uint8ClampedArray } | null>((resolve) => image.display(empty, resolve));
    return pixels ? ok({ data: Buffer.from(pixels.data.buffer), widthPx, heightPx }) : refuse("damaged");
  } finally {
    for (const each of images) each.free();
  }
}

let loaded: Promise<HeifDecoder> | null = null;

/** Brought up by the first HEIC file, for it takes memory; one for all files, for it lets go of the last when it is given the next. */
function loadDecoder(): Promise<HeifDecoder> {
  loaded ??= import("libheif-js/wasm-bundle.js").then(({ default: libheif }) => new libheif.HeifDecoder());
  return loaded;
}
