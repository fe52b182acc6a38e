/** A drawing of a filled sample, a file of content/pictures. */
export interface Picture {
  readonly svg: string;
  /** Changes with the drawing. */
  readonly version: string;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** How large the drawing is, from its viewBox, so that the page keeps its place before it comes. */
export function sizeOfSvg(svg: string): { readonly widthPx: number; readonly heightPx: number } {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  return { widthPx: Number(width ?? 210), heightPx: Number(height ?? 297) };
}
