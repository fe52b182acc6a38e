/** What was measured of a page when its short side is 1000 px (src/files/intake/measure.ts). Brightness is 0 black … 255 white. */
export interface PageMeasures {
  /** of the page itself, before it was brought to that size */
  readonly widthPx: number;
  readonly heightPx: number;
  /** the brightness that nineteen in twenty pixels stay under: the paper's white */
  readonly light: number;
  /** 0 … 1: how much of the page is darker than the paper round about */
  readonly inkShare: number;
  /** sigma of the blur over the sharpest edges, in pixels; 0 where there is no edge to judge by */
  readonly edgeBlurPx: number;
}

export type QualityProblem = "tiny" | "too-dark" | "blank" | "blurred";

/**
 * Can this page be read? Refuses only what nobody could read: a false refusal costs a citizen more than a bad page costs an officer, who
 * can ask again. The bounds lie well outside what good scans and phone photos measure (test/files/intake/measure.test.ts).
 */
export function qualityProblem(page: PageMeasures): QualityProblem | null {
  if (Math.max(page.widthPx, page.heightPx) < SMALLEST_LONG_SIDE_PX) return "tiny";
  if (page.light < DARKEST_WHITE) return "too-dark";
  if (page.inkShare < LEAST_INK_SHARE) return "blank";
  return page.edgeBlurPx > MOST_BLUR_PX ? "blurred" : null;
}

/** On a sheet of A4 with 600 px the small letters of a text are under 5 px high. */
const SMALLEST_LONG_SIDE_PX = 600;
/** White paper in half light measures 128, at dusk 76; under 60 black and white are the same to the eye. */
const DARKEST_WHITE = 60;
/** An A4 sheet with one line of text on it has 0.0016, with nothing on it less than 0.00001. */
const LEAST_INK_SHARE = 0.0002;
/** Sharp pages measure 1.0 to 1.5 (1 is the measuring itself). At 2.3 figures can just be read, at 3.4 nobody reads them. */
const MOST_BLUR_PX = 2.9;
