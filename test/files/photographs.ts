import sharp from "sharp";
import { clamp, mulberry, normal } from "./sheets.ts";

export type Point = readonly [x: number, y: number];
export type Table = "wood" | "dark" | "tiles" | "cloth" | "white";

/** How a sheet lies before the camera: its corners from its own top left clockwise, as shares of the picture. */
export interface Shot {
  readonly corners: readonly [Point, Point, Point, Point];
  readonly table: Table;
  readonly widthPx?: number;
  readonly heightPx?: number;
  /** brightness at the left and right edge of the picture, 1 is full light */
  readonly light?: readonly [number, number];
  /** camera noise, in steps of 0 … 255 */
  readonly noise?: number;
}

/** A photo of that sheet on a table, as JPEG: perspective, uneven light and noise, the same in every run. */
export async function photographOf(sheet: Buffer, shot: Shot): Promise<Buffer> {
  const { widthPx = 1200, heightPx = 1600, light = [1, 0.9], noise = 3 } = shot;
  const paper = await sharp(sheet).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const toSheet = sheetPointAt(shot.corners.map(([x, y]) => [x * widthPx, y * heightPx] as const));
  const random = mulberry(11);
  const pixels = Buffer.alloc(widthPx * heightPx * 3);
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      const [u, v] = toSheet(x, y);
      const onSheet = u >= 0 && u < 1 && v >= 0 && v < 1;
      const brightness = light[0] + ((light[1] - light[0]) * x) / widthPx;
      const grain = noise * normal(random);
      for (let channel = 0; channel < 3; channel += 1) {
        const colour = onSheet ? sampled(paper, u, v, channel) : tableColour(shot.table, x, y, channel);
        pixels[(y * widthPx + x) * 3 + channel] = clamp(colour * brightness + grain);
      }
    }
  }
  return sharp(pixels, { raw: { width: widthPx, height: heightPx, channels: 3 } })
    .jpeg({ quality: 88 })
    .toBuffer();
}

/** How the camera is held over the sheet, in degrees; `away` is its distance in heights of the sheet. */
export interface Camera {
  readonly tilt?: number;
  readonly lean?: number;
  readonly turn?: number;
  readonly away?: number;
}

/** Where the corners of an A4 sheet appear to a phone (26 mm lens) held so, in a picture of 3 by 4. */
export function seenBy({ tilt = 0, lean = 0, turn = 0, away = 1.25 }: Camera, shape = Math.SQRT1_2): Shot["corners"] {
  const [a, b, c] = [tilt, lean, turn].map((degrees) => (degrees * Math.PI) / 180) as [number, number, number];
  const seen = [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1],
  ].map(([sideX = 0, sideY = 0]) => {
    const [x, y] = [(sideX * shape) / 2, sideY / 2];
    const [turnedX, turnedY] = [x * Math.cos(c) - y * Math.sin(c), x * Math.sin(c) + y * Math.cos(c)];
    const [tiltedY, tiltedZ] = [turnedY * Math.cos(a), turnedY * Math.sin(a)];
    const [leantX, leantZ] = [turnedX * Math.cos(b) + tiltedZ * Math.sin(b), tiltedZ * Math.cos(b) - turnedX * Math.sin(b)];
    const focal = 26 / 36 / (away + leantZ);
    return [0.5 + (leantX * focal * 4) / 3, 0.5 + tiltedY * focal] as const;
  });
  return seen as unknown as Shot["corners"];
}

function tableColour(table: Table, x: number, y: number, channel: number): number {
  switch (table) {
    case "wood":
      return ([150, 105, 70][channel] ?? 0) + 18 * Math.sin(y / 9 + 3 * Math.sin(x / 140)) + 8 * Math.sin(y / 2.7);
    case "dark":
      return [45, 42, 40][channel] ?? 0;
    case "tiles":
      return x % 400 < 6 || y % 400 < 6 ? 110 : ([190, 178, 160][channel] ?? 0) + 5 * Math.sin(x / 30) * Math.sin(y / 41);
    case "cloth":
      return (Math.floor(x / 60) + Math.floor(y / 60)) % 2 === 0 ? ([176, 40, 52][channel] ?? 0) : ([70, 92, 148][channel] ?? 0);
    case "white":
      return 243;
  }
}

function sampled(paper: { data: Buffer; info: { width: number; height: number } }, u: number, v: number, channel: number): number {
  const { width, height } = paper.info;
  const [x, y] = [u * (width - 1), v * (height - 1)];
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const at = (column: number, row: number) =>
    paper.data[(Math.min(row, height - 1) * width + Math.min(column, width - 1)) * 3 + channel] ?? 0;
  const upper = at(left, top) * (1 - x + left) + at(left + 1, top) * (x - left);
  const lower = at(left, top + 1) * (1 - x + left) + at(left + 1, top + 1) * (x - left);
  return upper * (1 - y + top) + lower * (y - top);
}

/** Where on the sheet (0 … 1 each way) a point of the picture lies: the inverse of Heckbert's square-to-quadrilateral mapping. */
function sheetPointAt(corners: readonly Point[]): (x: number, y: number) => Point {
  const [[x0, y0], [x1, y1], [x2, y2], [x3, y3]] = corners as [Point, Point, Point, Point];
  const [dx1, dx2, dx3] = [x1 - x2, x3 - x2, x0 - x1 + x2 - x3];
  const [dy1, dy2, dy3] = [y1 - y2, y3 - y2, y0 - y1 + y2 - y3];
  const determinant = dx1 * dy2 - dx2 * dy1;
  const g = (dx3 * dy2 - dx2 * dy3) / determinant;
  const h = (dx1 * dy3 - dx3 * dy1) / determinant;
  const [a, b, d, e] = [x1 - x0 + g * x1, x3 - x0 + h * x3, y1 - y0 + g * y1, y3 - y0 + h * y3];
  return (x, y) => {
    const [p, q, r] = [e - y0 * h, x0 * h - b, b * y0 - e * x0];
    const [s, t, w] = [y0 * g - d, a - x0 * g, d * x0 - a * y0];
    const scale = (d * h - e * g) * x + (b * g - a * h) * y + (a * e - b * d);
    return [(p * x + q * y + r) / scale, (s * x + t * y + w) / scale];
  };
}
