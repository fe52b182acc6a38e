import type { PageMeasures } from "../../domain/papers/quality.ts";
import { fromRaw, type RawPicture } from "./raw-picture.ts";
import type { GreyPicture } from "./sheet-sides.ts";

/**
 * Measures what domain/papers/quality.ts judges by, at one size, so that its bounds mean the same for every camera. The page is looked at in
 * small squares: each has its own paper white, so that a shadow over half of the sheet is no ink.
 */
export async function measure(picture: RawPicture): Promise<PageMeasures> {
  const grey = smoothed(await greyAtOneSize(picture));
  const squares = squaresOf(grey);
  return {
    widthPx: picture.widthPx,
    heightPx: picture.heightPx,
    light: levelUnder(levelsOf(grey.data), Math.floor((grey.data.length - 1) * 0.95)),
    inkShare: squares.reduce((sum, square) => sum + inkIn(grey, square), 0) / grey.data.length,
    edgeBlurPx: sharpest(squares.map((square) => edgeBlur(grey, square))),
  };
}

const MEASURED_SHORT_SIDE_PX = 1000;
const SQUARE_PX = 32;
/** Darker than the paper of its square by that many steps of 255: a soft pencil is, noise and the text showing through from behind are not. */
const INK_STEPS = 14;
/** A square tells how sharp the picture is only where something clearly darker lies on something lighter. */
const TELLING_STEPS = 30;

async function greyAtOneSize(picture: RawPicture): Promise<GreyPicture> {
  const { data, info } = await fromRaw(picture)
    .greyscale()
    .resize({ width: MEASURED_SHORT_SIDE_PX, height: MEASURED_SHORT_SIDE_PX, fit: "outside", withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, widthPx: info.width, heightPx: info.height };
}

/** The mean of each pixel and its eight neighbours: takes camera noise down to a third. */
function smoothed({ data, widthPx, heightPx }: GreyPicture): GreyPicture {
  const smooth = new Uint8Array(data);
  for (let y = 1; y < heightPx - 1; y += 1) {
    for (let x = 1; x < widthPx - 1; x += 1) {
      let sum = 0;
      for (let row = y - 1; row <= y + 1; row += 1) {
        const middle = row * widthPx + x;
        sum += (data[middle - 1] ?? 0) + (data[middle] ?? 0) + (data[middle + 1] ?? 0);
      }
      smooth[y * widthPx + x] = sum / 9;
    }
  }
  return { data: smooth, widthPx, heightPx };
}

interface Square {
  readonly left: number;
  readonly top: number;
}

/** The squares that lie clear of the rim, where a table or the lid of a scanner may be seen. */
function squaresOf({ widthPx, heightPx }: GreyPicture): Square[] {
  const rim = 1 + Math.round(Math.min(widthPx, heightPx) * RIM_SHARE);
  const squares: Square[] = [];
  for (let top = rim; top + SQUARE_PX < heightPx - rim; top += SQUARE_PX) {
    for (let left = rim; left + SQUARE_PX < widthPx - rim; left += SQUARE_PX) squares.push({ left, top });
  }
  return squares;
}

const RIM_SHARE = 0.02;

/** Pixels of ink in the square: darker than the paper there, which is the level that nine in ten pixels stay under. */
function inkIn({ data, widthPx }: GreyPicture, { left, top }: Square): number {
  const levels = new Uint32Array(LEVELS);
  for (let row = 0; row < SQUARE_PX; row += 1) {
    const start = (top + row) * widthPx + left;
    for (let at = start; at < start + SQUARE_PX; at += 1) count(levels, data[at] ?? 0);
  }
  const paper = levelUnder(levels, Math.floor(SQUARE_PX * SQUARE_PX * 0.9));
  let ink = 0;
  for (let level = 0; level < paper - INK_STEPS; level += 1) ink += levels[level] ?? 0;
  return ink;
}

const LEVELS = 256;

/** How many pixels have each brightness: telling the brightest so takes a twentieth of sorting a million of them. */
function levelsOf(data: Uint8Array): Uint32Array {
  const levels = new Uint32Array(LEVELS);
  for (let at = 0; at < data.length; at += 1) count(levels, data[at] ?? 0);
  return levels;
}

function count(levels: Uint32Array, level: number): void {
  levels[level] = (levels[level] ?? 0) + 1;
}

/** The brightness of the pixel at that place, were they sorted from dark to light. */
function levelUnder(levels: Uint32Array, place: number): number {
  let before = 0;
  for (let level = 0; level < LEVELS; level += 1) {
    before += levels[level] ?? 0;
    if (before > place) return level;
  }
  return 0;
}

/**
 * How soft the steepest edge is; null where the square has too little contrast to tell. A step that is seen through a blur of sigma rises by its
 * height in about 2 sigma. A hand that moved in one straight line leaves steps that are as steep, and is not found so.
 */
function edgeBlur({ data, widthPx }: GreyPicture, { left, top }: Square): number | null {
  // numbers and comparisons alone, squared until the end: this runs over every pixel of a page
  let [low, high, steepestSquared] = [255, 0, 0];
  for (let row = top; row < top + SQUARE_PX; row += 1) {
    for (let here = row * widthPx + left; here < row * widthPx + left + SQUARE_PX; here += 1) {
      const level = data[here] ?? 0;
      if (level < low) low = level;
      if (level > high) high = level;
      const across = (data[here + 1] ?? 0) - (data[here - 1] ?? 0);
      const down = (data[here + widthPx] ?? 0) - (data[here - widthPx] ?? 0);
      const squared = across * across + down * down;
      if (squared > steepestSquared) steepestSquared = squared;
    }
  }
  return high - low < TELLING_STEPS ? null : (high - low) / Math.sqrt(steepestSquared);
}

/** A page is as sharp as the sharpest fifth of its squares: a bent corner out of focus does not spoil it. 0 where nothing tells. */
function sharpest(blurs: readonly (number | null)[]): number {
  const telling = blurs.filter((blur) => blur !== null).sort((one, other) => one - other);
  return telling[Math.floor(telling.length / 5)] ?? 0;
}
