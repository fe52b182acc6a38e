import { type Corner, centreOf, cornerAt, type Quadrilateral } from "./quadrilateral.ts";

/** One brightness a pixel, 0 … 255. */
export interface GreyPicture {
  readonly data: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * How well each side of the shape is a sheet's edge, 0 … 1: the share of points along it where the inside is lighter than the outside, near
 * and further away, in one of the pictures. A printed frame is not (beyond it the paper goes on), and the edge of a block of text neither.
 * Null for a side that lies on the picture's own rim, where nothing can be seen.
 */
export function sideSupport(pictures: readonly GreyPicture[], quad: Quadrilateral): (number | null)[] {
  const centre = centreOf(quad);
  return quad.map((from, index) => {
    const to = cornerAt(quad, index + 1);
    if (pictures.some((picture) => liesOnRim(picture, from, to))) return null;
    return Math.max(...pictures.map((picture) => lighterInside(picture, from, to, centre)));
  });
}

/** Points looked at along a side; the ends are left out, for corners are often bent. */
const POINTS = 60;
const END_SHARE = 0.04;
/** How far from the side it is looked, in pixels of a picture whose long side is 700. */
const INSIDE_PX = [4, 8];
const OUTSIDE_PX = [4, 10, 16];
/** Steps of 0 … 255; less than this is the paper's own unevenness. */
const LIGHTER_BY = 10;

function lighterInside(picture: GreyPicture, from: Corner, to: Corner, centre: Corner): number {
  const inward = inwardNormal(from, to, centre);
  let lighter = 0;
  for (let step = 0; step < POINTS; step += 1) {
    const share = END_SHARE + ((1 - 2 * END_SHARE) * step) / (POINTS - 1);
    const point: Corner = [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    const inside = Math.min(...INSIDE_PX.map((away) => brightness(picture, point, inward, away) ?? 0));
    const outside = Math.max(...OUTSIDE_PX.map((away) => brightness(picture, point, inward, -away) ?? 0));
    if (inside - outside > LIGHTER_BY) lighter += 1;
  }
  return lighter / POINTS;
}

/** Null outside of the picture. */
function brightness({ data, widthPx, heightPx }: GreyPicture, [x, y]: Corner, [nx, ny]: Corner, away: number): number | null {
  const [column, row] = [Math.round(x + nx * away), Math.round(y + ny * away)];
  return column < 0 || row < 0 || column >= widthPx || row >= heightPx ? null : (data[row * widthPx + column] ?? null);
}

function inwardNormal([ax, ay]: Corner, [bx, by]: Corner, [cx, cy]: Corner): Corner {
  const length = Math.hypot(bx - ax, by - ay) || 1;
  const [nx, ny] = [(ay - by) / length, (bx - ax) / length];
  return nx * (cx - ax) + ny * (cy - ay) > 0 ? [nx, ny] : [-nx, -ny];
}

const RIM_PX = 4;

function liesOnRim({ widthPx, heightPx }: GreyPicture, [ax, ay]: Corner, [bx, by]: Corner): boolean {
  const near = (one: number, other: number, end: number) =>
    (one <= RIM_PX && other <= RIM_PX) || (one >= end - 1 - RIM_PX && other >= end - 1 - RIM_PX);
  return near(ax, bx, widthPx) || near(ay, by, heightPx);
}
