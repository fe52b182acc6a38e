import sharp from "sharp";
import { type Corner, findSheet } from "./find-sheet.ts";
import { loadOpenCv, type OpenCv } from "./opencv.ts";
import type { RawPicture } from "./picture.ts";

/**
 * The sheet of paper in a photo, cut out and flattened, when its four corners are clear; null when they are not, and then the photo stays
 * whole: half a sheet cut away is worse than a table's edge in the picture.
 */
export async function flattenSheet(picture: RawPicture): Promise<RawPicture | null> {
  const { cv } = await loadOpenCv();
  const search = await sharp(picture.data, { raw: { width: picture.widthPx, height: picture.heightPx, channels: picture.channels } })
    .greyscale()
    .resize({ width: SEARCH_PX, height: SEARCH_PX, fit: "inside" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const corners = findSheet(cv, { data: search.data, widthPx: search.info.width, heightPx: search.info.height });
  if (corners === null) return null;
  const scale = picture.widthPx / search.info.width;
  return warp(
    cv,
    picture,
    corners.map(([x, y]) => [x * scale, y * scale] as const),
  );
}

/** Large enough to see a sheet's edge, small enough for a tenth of a second. */
const SEARCH_PX = 700;

function warp(cv: OpenCv, picture: RawPicture, corners: readonly Corner[]): RawPicture {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners as [Corner, Corner, Corner, Corner];
  const width = Math.round(Math.max(distance(topLeft, topRight), distance(bottomLeft, bottomRight)));
  const height = Math.round(Math.max(distance(topLeft, bottomLeft), distance(topRight, bottomRight)));
  const source = cv.matFromArray(
    picture.heightPx,
    picture.widthPx,
    picture.channels === 4 ? cv.CV_8UC4 : picture.channels === 3 ? cv.CV_8UC3 : cv.CV_8UC1,
    picture.data,
  );
  const from = cv.matFromArray(4, 1, cv.CV_32FC2, corners.flat());
  const to = cv.matFromArray(4, 1, cv.CV_32FC2, [0, 0, width, 0, width, height, 0, height]);
  const transform = cv.getPerspectiveTransform(from, to);
  const flat = new cv.Mat();
  try {
    cv.warpPerspective(source, flat, transform, new cv.Size(width, height), cv.INTER_LINEAR, cv.BORDER_REPLICATE);
    return { data: Buffer.from(flat.data), widthPx: width, heightPx: height, channels: picture.channels };
  } finally {
    for (const mat of [source, from, to, transform, flat]) mat.delete();
  }
}

function distance([ax, ay]: Corner, [bx, by]: Corner): number {
  return Math.hypot(ax - bx, ay - by);
}
