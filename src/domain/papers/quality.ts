/** What was measured of a page: brightness 0 black … 255 white; sharpness is the variance of the Laplacian at a width of 1000 px. */
export interface PageMeasures {
  readonly widthPx: number;
  readonly heightPx: number;
  /** mean brightness */
  readonly brightness: number;
  /** the brightness that nineteen in twenty pixels stay under */
  readonly brightest: number;
  /** standard deviation of brightness, after the lighting's slow change across the sheet is taken out */
  readonly contrast: number;
  readonly sharpness: number;
}

export type QualityProblem = "tiny" | "too-dark" | "blank" | "blurred";

/**
 * Can this page be read? Refuses only what nobody could read: a false refusal costs a citizen more than a bad page costs an officer, who
 * can ask again. The bounds lie well outside what good scans and phone photos measure (test/domain/papers/quality.test.ts).
 */
export function qualityProblem(page: PageMeasures): QualityProblem | null {
  if (Math.max(page.widthPx, page.heightPx) < SMALLEST_LONG_SIDE_PX) return "tiny";
  if (page.brightest < DARKEST_WHITE) return "too-dark";
  if (page.contrast < FAINTEST_CONTRAST) return "blank";
  return page.sharpness < SOFTEST_EDGES ? "blurred" : null;
}

/** Under 600 px a sheet's text is under 6 px high. */
const SMALLEST_LONG_SIDE_PX = 600;
const DARKEST_WHITE = 60;
const FAINTEST_CONTRAST = 2.5;
const SOFTEST_EDGES = 12;
