import type { SoundFacts } from "./facts.ts";

/** Boxes (ISO 14496-12) that hold others and are gone into. */
const HOLDERS: ReadonlySet<string> = new Set(["moov", "trak", "mdia", "moof", "traf"]);
const MOST_BOXES = 10_000;

/**
 * M4A, as telephones and Safari record: its length stands in the movie's head ("mvhd"), or, where it was written in pieces, in the time of the last
 * piece ("tfdt"), counted by its track ("mdhd").
 */
export function lookAtMp4(bytes: Buffer): SoundFacts | null {
  if (bytes.toString("latin1", 4, 8) !== "ftyp") return null;
  let [seconds, trackRate, lastPiece, film] = [0, 0, 0, false];
  for (let at = 0, steps = 0; at + 8 <= bytes.length && steps < MOST_BOXES; steps += 1) {
    const said = bytes.readUInt32BE(at);
    const name = bytes.toString("latin1", at + 4, at + 8);
    const wide = said === 1;
    const size = wide ? Number(bytes.readBigUInt64BE(at + 8)) : said === 0 ? bytes.length - at : said;
    const body = at + (wide ? 16 : 8);
    if (size < body - at) return null;
    if (name === "mvhd") seconds = timeOf(bytes, body).seconds;
    else if (name === "mdhd") trackRate = timeOf(bytes, body).rate;
    else if (name === "tfdt") lastPiece = Math.max(lastPiece, numberOf(bytes, body, body + 4));
    else if (name === "hdlr") film ||= bytes.toString("latin1", body + 8, body + 12) === "vide";
    at = HOLDERS.has(name) ? body : at + size;
  }
  const length = seconds > 0 ? seconds : trackRate > 0 ? lastPiece / trackRate : 0;
  return { type: "audio/mp4", seconds: length > 0 ? length : null, film };
}

/** "mvhd" and "mdhd" begin alike: version, two dates, the units a second, the length in them. */
function timeOf(bytes: Buffer, body: number): { rate: number; seconds: number } {
  const rateAt = body + (bytes.readUInt8(body) === 1 ? 20 : 12);
  const rate = bytes.readUInt32BE(rateAt);
  return { rate, seconds: rate > 0 ? numberOf(bytes, body, rateAt + 4) / rate : 0 };
}

/** A number of 32 bits, or of 64 where the box's version is 1. */
function numberOf(bytes: Buffer, body: number, at: number): number {
  return bytes.readUInt8(body) === 1 ? Number(bytes.readBigUInt64BE(at)) : bytes.readUInt32BE(at);
}
