import type { OpenCv } from "./opencv.ts";

export type Corner = readonly [x: number, y: number];

/**
 * Finds the sheet in a grey picture: the text is closed away, then the edges at several thresholds are traced to outlines whose four-cornered
 * hull could be a sheet. The best one covers much of the picture, has corners near to right angles, and fills its hull. Answers the corners
 * from the top left clockwise; null when nothing is clear, or when the sheet fills the picture anyway.
 */
export function findSheet(cv: OpenCv, gray: { data: Uint8Array; widthPx: number; heightPx: number }): Corner[] | null {
  const picture = cv.matFromArray(gray.heightPx, gray.widthPx, cv.CV_8UC1, gray.data);
  const closed = new cv.Mat();
  const kernel = cv.getStructuringElement(cv.MORPH_RECT, new cv.Size(CLOSE_PX, CLOSE_PX));
  try {
    cv.morphologyEx(picture, closed, cv.MORPH_CLOSE, kernel);
    cv.GaussianBlur(closed, closed, new cv.Size(5, 5), 0);
    const candidates = THRESHOLDS.flatMap((threshold) => candidatesAt(cv, closed, threshold));
    const area = gray.widthPx * gray.heightPx;
    const best = candidates.map((corners) => ({ corners, score: scoreOf(corners, area) })).sort((a, b) => b.score - a.score)[0];
    return best && best.score > CLEAR_SCORE && standsOut(cv, closed, best.corners) ? fromTopLeft(best.corners) : null;
  } finally {
    for (const mat of [picture, closed, kernel]) mat.delete();
  }
}

/** Wider than the gap between lines of text at 700 px a page. */
const CLOSE_PX = 15;
/** Brightness bounds between table and paper; 0 stands for the bound that Otsu's method finds. */
const THRESHOLDS = [0, 90, 120, 150, 180, 200];
const CLEAR_SCORE = 0.5;
const SMALLEST_SHARE = 0.2;
/** A sheet that fills nearly all of the picture needs no cutting; a scanner's page is one. */
const LARGEST_SHARE = 0.94;

function candidatesAt(cv: OpenCv, picture: InstanceType<OpenCv["Mat"]>, threshold: number): Corner[][] {
  const light = new cv.Mat();
  const outlines = new cv.MatVector();
  const hierarchy = new cv.Mat();
  try {
    cv.threshold(picture, light, threshold, 255, threshold === 0 ? cv.THRESH_BINARY + cv.THRESH_OTSU : cv.THRESH_BINARY);
    cv.findContours(light, outlines, hierarchy, cv.RETR_EXTERNAL, cv.CHAIN_APPROX_SIMPLE);
    const found: Corner[][] = [];
    for (let index = 0; index < outlines.size(); index += 1) {
      const outline = outlines.get(index);
      const corners = fourCorners(cv, outline);
      outline.delete();
      if (corners !== null) found.push(corners);
    }
    return found;
  } finally {
    for (const mat of [light, outlines, hierarchy]) mat.delete();
  }
}

function fourCorners(cv: OpenCv, outline: InstanceType<OpenCv["Mat"]>): Corner[] | null {
  const hull = new cv.Mat();
  const simple = new cv.Mat();
  try {
    cv.convexHull(outline, hull);
    const length = cv.arcLength(hull, true);
    for (const share of [0.01, 0.02, 0.03, 0.05]) {
      cv.approxPolyDP(hull, simple, share * length, true);
      if (simple.rows !== 4) continue;
      const filled = cv.contourArea(outline) / cv.contourArea(simple);
      return filled > 0.9
        ? Array.from({ length: 4 }, (_, index) => [simple.data32S[index * 2] ?? 0, simple.data32S[index * 2 + 1] ?? 0] as const)
        : null;
    }
    return null;
  } finally {
    hull.delete();
    simple.delete();
  }
}

/** A sheet is lighter than what it lies on; a block of text on an evenly grey page is not. */
function standsOut(cv: OpenCv, picture: InstanceType<OpenCv["Mat"]>, corners: readonly Corner[]): boolean {
  const inside = cv.Mat.zeros(picture.rows, picture.cols, cv.CV_8UC1);
  const outside = new cv.Mat();
  const polygon = cv.matFromArray(4, 1, cv.CV_32SC2, corners.flat());
  try {
    cv.fillConvexPoly(inside, polygon, new cv.Scalar(255));
    cv.bitwise_not(inside, outside);
    return (cv.mean(picture, inside)[0] ?? 0) - (cv.mean(picture, outside)[0] ?? 0) > LIGHTER_BY;
  } finally {
    for (const mat of [inside, outside, polygon]) mat.delete();
  }
}

const LIGHTER_BY = 25;

/** 0 … 1: much of the picture, and corners near to right angles. */
function scoreOf(corners: readonly Corner[], pictureArea: number): number {
  const share = polygonArea(corners) / pictureArea;
  if (share < SMALLEST_SHARE || share > LARGEST_SHARE) return 0;
  const worst = Math.max(...corners.map((_, index) => Math.abs(cosine(corners, index))));
  return worst > 0.4 ? 0 : 0.5 + share / 4 + (0.4 - worst) / 2;
}

function cosine(corners: readonly Corner[], index: number): number {
  const [x, y] = corners[index] ?? [0, 0];
  const [ax, ay] = corners[(index + 3) % 4] ?? [0, 0];
  const [bx, by] = corners[(index + 1) % 4] ?? [0, 0];
  return ((ax - x) * (bx - x) + (ay - y) * (by - y)) / (Math.hypot(ax - x, ay - y) * Math.hypot(bx - x, by - y) || 1);
}

function polygonArea(corners: readonly Corner[]): number {
  return (
    Math.abs(
      corners.reduce((sum, [x, y], index) => sum + x * (corners[(index + 1) % 4]?.[1] ?? 0) - (corners[(index + 1) % 4]?.[0] ?? 0) * y, 0),
    ) / 2
  );
}

function fromTopLeft(corners: readonly Corner[]): Corner[] {
  const sums = corners.map(([x, y]) => x + y);
  const start = sums.indexOf(Math.min(...sums));
  const turned = [0, 1, 2, 3].map((step) => corners[(start + step) % 4] ?? ([0, 0] as const));
  const [first, second, third, fourth] = turned as [Corner, Corner, Corner, Corner];
  const clockwise = (second[0] - first[0]) * (third[1] - first[1]) - (second[1] - first[1]) * (third[0] - first[0]) > 0;
  return clockwise ? turned : [first, fourth, third, second];
}
