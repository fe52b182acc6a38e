import sharp from "sharp";
import { grainFrom } from "./sheets.ts";

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
  const grain = grainFrom(11);
  const pixels = new Uint8ClampedArray(widthPx * heightPx * 3);
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      const [u, v] = toSheet(x, y);
      const onSheet = u >= 0 && u < 1 && v >= 0 && v < 1;
      const colour = onSheet ? sampled(paper, u, v) : tableColour(shot.table, x, y);
      const brightness = light[0] + ((light[1] - light[0]) * x) / widthPx;
      const here = noise * grain();
      const at = (y * widthPx + x) * 3;
      pixels[at] = colour[0] * brightness + here;
      pixels[at + 1] = colour[1] * brightness + here;
      pixels[at + 2] = colour[2] * brightness + here;
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

type Colour = readonly [red: number, green: number, blue: number];

function tableColour(table: Table, x: number, y: number): Colour {
  switch (table) {
    case "wood":
      return lit([150, 105, 70], 18 * Math.sin(y / 9 + 3 * Math.sin(x / 140)) + 8 * Math.sin(y / 2.7));
    case "dark":
      return [45, 42, 40];
    case "tiles":
      return x % 400 < 6 || y % 400 < 6 ? [110, 110, 110] : lit([190, 178, 160], 5 * Math.sin(x / 30) * Math.sin(y / 41));
    case "cloth":
      return (Math.floor(x / 60) + Math.floor(y / 60)) % 2 === 0 ? [176, 40, 52] : [70, 92, 148];
    case "white":
      return [243, 243, 243];
  }
}

function lit([red, green, blue]: Colour, by: number): Colour {
  return [red + by, green + by, blue + by];
}

/** The colour of the paper there, between its four pixels. */
function sampled({ data, info: { width, height } }: Paper, u: number, v: number): Colour {
  const [x, y] = [u * (width - 1), v * (height - 1)];
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const [right, bottom] = [left + 1 < width ? left + 1 : left, top + 1 < height ? top + 1 : top];
  const corners: Between = [(top * width + left) * 3, (top * width + right) * 3, (bottom * width + left) * 3, (bottom * width + right) * 3];
  const [across, down] = [x - left, y - top];
  return [between(data, corners, 0, across, down), between(data, corners, 1, across, down), between(data, corners, 2, across, down)];
}

type Between = readonly [topLeft: number, topRight: number, bottomLeft: number, bottomRight: number];

function between(data: Uint8Array, [topLeft, topRight, bottomLeft, bottomRight]: Between, channel: number, across: number, down: number) {
  const upper = (data[topLeft + channel] ?? 0) * (1 - across) + (data[topRight + channel] ?? 0) * across;
  const lower = (data[bottomLeft + channel] ?? 0) * (1 - across) + (data[bottomRight + channel] ?? 0) * across;
  return upper * (1 - down) + lower * down;
}

interface Paper {
  readonly data: Uint8Array;
  readonly info: { readonly width: number; readonly height: number };
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
