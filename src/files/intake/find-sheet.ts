import type { OpenCv } from "./opencv.ts";
import { areaOf, type Corner, centreOf, clockwiseFromTopLeft, contains, movedIn, type Quadrilateral, skewOf } from "./quadrilateral.ts";
import { type GreyPicture, sideSupport } from "./sheet-sides.ts";

type Mat = InstanceType<OpenCv["Mat"]>;

/**
 * Finds the one sheet of paper in a photo. The pictures show the same thing in different greys, their long side is about 700 px. In each, the
 * text is closed away; then, at several brightness bounds and along the edges, outlines are traced, and those whose hull has four corners could
 * be a sheet. The best is large, square and has its sides where paper ends and table begins. Answers the corners clockwise from the top left;
 * null where no sheet is clear, where it fills the picture anyway, or where a second one lies beside it that must not be cut away.
 */
export function findSheet(cv: OpenCv, pictures: readonly GreyPicture[]): Quadrilateral | null {
  const closed = pictures.map((picture) => withoutText(cv, picture));
  const seen = closed.flatMap((picture) => outlinesIn(cv, picture)).map((quad) => judged(closed, quad));
  const clear = seen.filter((candidate) => candidate.score > 0).sort((one, other) => other.score - one.score);
  const [best] = clear;
  if (!best || clear.some((other) => isBeside(best, other))) return null;
  return movedIn(clockwiseFromTopLeft(best.quad), RIM_CUT_PX);
}

interface Candidate {
  readonly quad: Quadrilateral;
  readonly area: number;
  readonly score: number;
}

/** Wider than the strokes and the gaps between the lines of a text. */
const CLOSE_PX = 15;
/** Brightness bounds between table and paper. */
const BOUNDS = [70, 90, 110, 130, 150, 170, 190, 210];
/** Bounds of Canny's edge detector: a clear edge, and a faint one. */
const EDGES = [
  [60, 120],
  [20, 50],
] as const;
const SMALLEST_SHARE = 0.12;
/** A sheet that fills nearly all of the picture needs no cutting; a scanner's page is one. */
const LARGEST_SHARE = 0.94;
const MOST_SKEW = 0.45;
/** How much of its hull an outline fills; less is a hand, or two things grown together. */
const LEAST_FILLED = 0.9;
/** How much of each side must be seen, and how many sides may lie on the picture's rim. */
const LEAST_SUPPORT = 0.75;
const MOST_SIDES_ON_RIM = 1;
const RIM_CUT_PX = 2;

function withoutText(cv: OpenCv, picture: GreyPicture): GreyPicture {
  const mat = cv.matFromArray(picture.heightPx, picture.widthPx, cv.CV_8UC1, picture.data);
  const kernel = cv.getStructuringElement(cv.MORPH_RECT, new cv.Size(CLOSE_PX, CLOSE_PX));
  try {
    cv.morphologyEx(mat, mat, cv.MORPH_CLOSE, kernel);
    cv.medianBlur(mat, mat, 5);
    return { ...picture, data: Uint8Array.from(mat.data) };
  } finally {
    mat.delete();
    kernel.delete();
  }
}

function outlinesIn(cv: OpenCv, picture: GreyPicture): Quadrilateral[] {
  const grey = cv.matFromArray(picture.heightPx, picture.widthPx, cv.CV_8UC1, picture.data);
  const marks = new cv.Mat();
  const cross = cv.getStructuringElement(cv.MORPH_RECT, new cv.Size(5, 5));
  try {
    const byBrightness = BOUNDS.flatMap((bound) => {
      cv.threshold(grey, marks, bound, 255, cv.THRESH_BINARY);
      cv.morphologyEx(marks, marks, cv.MORPH_OPEN, cross);
      return fourCornered(cv, marks, cv.RETR_EXTERNAL);
    });
    const byEdge = EDGES.flatMap(([low, high]) => {
      cv.Canny(grey, marks, low, high);
      cv.dilate(marks, marks, cross);
      return fourCornered(cv, marks, cv.RETR_LIST);
    });
    return [...byBrightness, ...byEdge];
  } finally {
    for (const mat of [grey, marks, cross]) mat.delete();
  }
}

function fourCornered(cv: OpenCv, marks: Mat, which: number): Quadrilateral[] {
  const outlines = new cv.MatVector();
  const hierarchy = new cv.Mat();
  try {
    cv.findContours(marks, outlines, hierarchy, which, cv.CHAIN_APPROX_SIMPLE);
    const found: Quadrilateral[] = [];
    for (let index = 0; index < outlines.size(); index += 1) {
      const outline = outlines.get(index);
      const quad = cv.contourArea(outline) > SMALLEST_SHARE * marks.rows * marks.cols ? hullOf(cv, outline) : null;
      outline.delete();
      if (quad !== null) found.push(quad);
    }
    return found;
  } finally {
    outlines.delete();
    hierarchy.delete();
  }
}

function hullOf(cv: OpenCv, outline: Mat): Quadrilateral | null {
  const hull = new cv.Mat();
  const simple = new cv.Mat();
  try {
    cv.convexHull(outline, hull);
    if (cv.contourArea(outline) < LEAST_FILLED * cv.contourArea(hull)) return null;
    const length = cv.arcLength(hull, true);
    for (const share of [0.01, 0.02, 0.03, 0.05]) {
      cv.approxPolyDP(hull, simple, share * length, true);
      if (simple.rows === 4) return cornersOf(simple);
    }
    return null;
  } finally {
    hull.delete();
    simple.delete();
  }
}

function cornersOf(points: Mat): Quadrilateral {
  const at = (index: number): Corner => [points.data32S[index * 2] ?? 0, points.data32S[index * 2 + 1] ?? 0];
  return [at(0), at(1), at(2), at(3)];
}

/** The score is 0 for what cannot be a sheet; else better seen sides weigh most, then size. */
function judged(pictures: readonly GreyPicture[], quad: Quadrilateral): Candidate {
  const area = areaOf(quad);
  const share = area / ((pictures[0]?.widthPx ?? 1) * (pictures[0]?.heightPx ?? 1));
  if (share < SMALLEST_SHARE || share > LARGEST_SHARE || skewOf(quad) > MOST_SKEW) return { quad, area, score: 0 };
  const support = sideSupport(pictures, quad);
  const seen = support.filter((side) => side !== null);
  const isSheet = seen.length >= 4 - MOST_SIDES_ON_RIM && Math.min(...seen) >= LEAST_SUPPORT;
  return { quad, area, score: isSheet ? seen.reduce((sum, side) => sum + side, 0) / seen.length + share / 2 : 0 };
}

function isBeside(best: Candidate, other: Candidate): boolean {
  return other.area > best.area / 4 && !contains(best.quad, centreOf(other.quad)) && !contains(other.quad, centreOf(best.quad));
}
