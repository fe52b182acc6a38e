import sharp, { type Sharp } from "sharp";
import { ok, type Result, refuse } from "../../base/result.ts";
import { PIXELS_LIMIT } from "../../domain/papers/limits.ts";
import type { PaperProblem } from "../../domain/papers/problems.ts";
import type { FileKind } from "./file-kind.ts";
import { decodeHeic } from "./heic.ts";
import type { RawPicture } from "./raw-picture.ts";

/**
 * The picture upright and in sRGB, brought down to what the work needs. What it says of its size is read before anything is unpacked; what
 * is written about it in the file (the place where the photo was taken, the owner of the phone) is left behind.
 */
export async function openPicture(bytes: Buffer, kind: Exclude<FileKind, "pdf">): Promise<Result<RawPicture, PaperProblem>> {
  try {
    const opened = kind === "heic" ? await openHeic(bytes) : await openOther(bytes);
    return opened.ok ? ok(await upright(opened.value)) : opened;
  } catch {
    return refuse("damaged");
  }
}

/** A sheet that takes three fifths of the photo still has 200 dpi on A4 then. */
const WORKING_LONG_SIDE_PX = 4000;
/** The largest picture that is let in takes two seconds; unpacking that takes longer is a trap. */
const UNPACK_SECONDS = 20;

async function openOther(bytes: Buffer): Promise<Result<Sharp, PaperProblem>> {
  const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (width * height > PIXELS_LIMIT) return refuse("too-many-pixels");
  return ok(sharp(bytes, { limitInputPixels: PIXELS_LIMIT, failOn: "truncated" }));
}

async function openHeic(bytes: Buffer): Promise<Result<Sharp, PaperProblem>> {
  const decoded = await decodeHeic(bytes, PIXELS_LIMIT);
  if (!decoded.ok) return decoded;
  const { data, widthPx, heightPx } = decoded.value;
  return ok(sharp(data, { raw: { width: widthPx, height: heightPx, channels: 4 }, limitInputPixels: PIXELS_LIMIT }));
}

async function upright(picture: Sharp): Promise<RawPicture> {
  const { data, info } = await picture
    .autoOrient()
    .resize({ width: WORKING_LONG_SIDE_PX, height: WORKING_LONG_SIDE_PX, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "white" })
    .toColourspace("srgb")
    .timeout({ seconds: UNPACK_SECONDS })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, widthPx: info.width, heightPx: info.height, channels: info.channels === 1 ? 1 : 3 };
}
