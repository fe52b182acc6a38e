/** What a page's first bytes say that it is, whatever the scanner calls it; null for anything that we cannot take. */
export function formatOf(bytes: Uint8Array): "jpeg" | "pdf" | null {
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return "jpeg";
  return startsWith(bytes, PDF_START) ? "pdf" : null;
}

/**
 * Whether a page has its end: not every scanner says how long its answer will be, and then one whose line was cut looks like one that is over. A page
 * whose line broke after the end is whole as well: small scanners close early. Behind the end some fill up with zeros.
 */
export function hasEnd(bytes: Uint8Array, end: "whole" | "broken"): boolean {
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).subarray(end === "whole" ? -MOST_FILLING : -LEAST_FILLING);
  return tail.includes(formatOf(bytes) === "pdf" ? "%%EOF" : JPEG_END);
}

const PDF_START = [...Buffer.from("%PDF-")];
/** End of image (ITU-T T.81 §B.1.1.3); inside the picture's own data the two bytes never stand together. */
const JPEG_END = Buffer.from([0xff, 0xd9]);
const MOST_FILLING = 64 * 1024;
const LEAST_FILLING = 64;

function startsWith(bytes: Uint8Array, first: readonly number[]): boolean {
  return first.every((byte, place) => bytes[place] === byte);
}

/** Whether the shorter of two is how the longer begins. */
export function beginAlike(one: Uint8Array, other: Uint8Array): boolean {
  const length = Math.min(one.length, other.length);
  return Buffer.compare(one.subarray(0, length), other.subarray(0, length)) === 0;
}
