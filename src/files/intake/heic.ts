import libheif from "libheif-js/wasm-bundle.js";
import { ok, type Result, refuse } from "../../base/result.ts";
import type { PaperProblem } from "../../domain/papers/problems.ts";
import type { RawPicture } from "./picture.ts";

/** The first picture of a HEIC file as pixels; sharp has no decoder for it (patents), so a WASM build of libheif does it. Already upright. */
export async function decodeHeic(bytes: Buffer, pixelsLimit: number): Promise<Result<RawPicture, PaperProblem>> {
  try {
    const [image] = new libheif.HeifDecoder().decode(bytes);
    if (!image) return refuse("damaged");
    const width = image.get_width();
    const height = image.get_height();
    if (width * height > pixelsLimit) return refuse("too-many-pixels");
    const pixels = await new Promise<{ data: Uint8ClampedArray } | null>((resolve) =>
      image.display({ data: new Uint8ClampedArray(width * height * 4), width, height }, resolve),
    );
    return pixels ? ok({ data: Buffer.from(pixels.data.buffer), widthPx: width, heightPx: height, channels: 4 }) : refuse("damaged");
  } catch {
    return refuse("damaged");
  }
}
