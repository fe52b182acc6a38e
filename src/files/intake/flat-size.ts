import { distance, type Quadrilateral } from "./quadrilateral.ts";

interface Size {
  readonly widthPx: number;
  readonly heightPx: number;
}

/**
 * The size of a flat rectangle that the camera saw as that shape, as fine as its longest sides were seen. A sheet seen from a slant looks too
 * short; how much is told by how its sides run together (Zhang and He, "Whiteboard scanning and image enhancement", 2007, section 3).
 */
export function flatSize(quad: Quadrilateral, picture: Size): Size {
  const [topLeft, topRight, bottomRight, bottomLeft] = quad;
  const width = Math.max(distance(topLeft, topRight), distance(bottomLeft, bottomRight));
  const height = Math.max(distance(topLeft, bottomLeft), distance(topRight, bottomRight));
  const shape = likelyShape(trueShape(quad, picture) ?? width / height);
  const [flatWidth, flatHeight] = width / height > shape ? [width, width / shape] : [height * shape, height];
  const shrink = Math.min(1, LARGEST_PX / Math.max(flatWidth, flatHeight));
  return { widthPx: Math.round(flatWidth * shrink), heightPx: Math.round(flatHeight * shrink) };
}

const LARGEST_PX = 4000;

/** Width by height; null where the shape is too slanted to tell. */
function trueShape(quad: Quadrilateral, picture: Size): number | null {
  const [m1, m2, m4, m3] = quad.map(([x, y]) => [x - picture.widthPx / 2, y - picture.heightPx / 2, 1] as const) as [Ray, Ray, Ray, Ray];
  const k2 = dot(cross(m1, m4), m3) / dot(cross(m2, m4), m3);
  const k3 = dot(cross(m1, m4), m2) / dot(cross(m3, m4), m2);
  const [across, down] = [minus(times(m2, k2), m1), minus(times(m3, k3), m1)];
  const long = Math.max(picture.widthPx, picture.heightPx);
  const seen = Math.sqrt(-(across[0] * down[0] + across[1] * down[1]) / (across[2] * down[2]));
  const focal = seen > 0.5 * long && seen < 2 * long ? seen : PHONE_FOCAL * long;
  const shape = lengthAt(across, focal) / lengthAt(down, focal);
  return shape > 0.2 && shape < 5 ? shape : null;
}

/** Phones see like a 26 mm lens on film 36 mm wide; taken where the shape itself does not tell, as when it is seen straight from above. */
const PHONE_FOCAL = 26 / 36;

/** Papers are of A shape (ISO 216), cards of the shape ID-1 (ISO/IEC 7810); what comes near one of them is one of them. */
const SHAPES = [Math.SQRT2, 85.6 / 53.98].flatMap((shape) => [shape, 1 / shape]);
const NEAR = 0.06;

function likelyShape(shape: number): number {
  return SHAPES.find((known) => Math.abs(shape / known - 1) < NEAR) ?? shape;
}

type Ray = readonly [number, number, number];

const cross = ([ax, ay, az]: Ray, [bx, by, bz]: Ray): Ray => [ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx];
const dot = ([ax, ay, az]: Ray, [bx, by, bz]: Ray): number => ax * bx + ay * by + az * bz;
const times = ([x, y, z]: Ray, by: number): Ray => [x * by, y * by, z * by];
const minus = ([ax, ay, az]: Ray, [bx, by, bz]: Ray): Ray => [ax - bx, ay - by, az - bz];
const lengthAt = ([x, y, z]: Ray, focal: number): number => Math.hypot(x / focal, y / focal, z);
