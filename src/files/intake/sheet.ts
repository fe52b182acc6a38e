import { findSheet } from "./find-sheet.ts";
import { flatSize } from "./flat-size.ts";
import { loadOpenCv, type OpenCv } from "./opencv.ts";
import type { Corner, Quadrilateral } from "./quadrilateral.ts";
import { fromRaw, type RawPicture } from "./raw-picture.ts";
import type { GreyPicture } from "./sheet-sides.ts";

/**
 * The sheet of paper in a photo, cut out and flattened, when its four corners are clear; null when they are not, and then the photo stays
 * whole: half a sheet cut away is worse than a table's edge in the picture.
 */
export async function flattenSheet(picture: RawPicture): Promise<RawPicture | null> {
  const { cv } = await loadOpenCv();
  const small = await fromRaw(picture)
    .resize({ width: SEARCH_PX, height: SEARCH_PX, fit: "inside" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const corners = findSheet(cv, greysOf(small.data, small.info));
  if (corners === null) return null;
  const scale = picture.widthPx / small.info.width;
  return warp(cv, picture, corners.map(([x, y]) => [x * scale, y * scale]) as unknown as Quadrilateral);
}

/** Large enough to see a sheet's edge, small enough for a tenth of a second. */
const SEARCH_PX = 700;

/** The picture by brightness, and by its darkest colour: white paper stays white in that, a red cloth or a wooden table turns dark. */
function greysOf(rgb: Buffer, { width, height, channels }: { width: number; height: number; channels: number }): GreyPicture[] {
  const bright = new Uint8Array(width * height);
  const darkest = new Uint8Array(width * height);
  for (let pixel = 0; pixel < bright.length; pixel += 1) {
    const at = pixel * channels;
    const red = rgb[at] ?? 0;
    const green = channels < 3 ? red : (rgb[at + 1] ?? 0);
    const blue = channels < 3 ? red : (rgb[at + 2] ?? 0);
    bright[pixel] = 0.3 * red + 0.59 * green + 0.11 * blue;
    darkest[pixel] = Math.min(red, green, blue);
  }
  return [bright, darkest].map((data) => ({ data, widthPx: width, heightPx: height }));
}

function warp(cv: OpenCv, picture: RawPicture, corners: Quadrilateral): RawPicture {
  const { widthPx, heightPx } = flatSize(corners, picture);
  const target: Corner[] = [
    [0, 0],
    [widthPx, 0],
    [widthPx, heightPx],
    [0, heightPx],
  ];
  const source = cv.matFromArray(picture.heightPx, picture.widthPx, picture.channels === 1 ? cv.CV_8UC1 : cv.CV_8UC3, picture.data);
  const from = cv.matFromArray(4, 1, cv.CV_32FC2, corners.flat());
  const to = cv.matFromArray(4, 1, cv.CV_32FC2, target.flat());
  const transform = cv.getPerspectiveTransform(from, to);
  const flat = new cv.Mat();
  try {
    cv.warpPerspective(source, flat, transform, new cv.Size(widthPx, heightPx), cv.INTER_LINEAR, cv.BORDER_REPLICATE);
    return { data: Buffer.from(flat.data), widthPx, heightPx, channels: picture.channels };
  } finally {
    for (const mat of [source, from, to, transform, flat]) mat.delete();
  }
}
