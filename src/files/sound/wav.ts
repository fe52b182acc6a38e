import type { SoundFacts } from "./facts.ts";

/** RIFF WAVE: as long as its "data" chunk lasts at the rate of bytes that "fmt " names. */
export function lookAtWav(bytes: Buffer): SoundFacts | null {
  if (bytes.toString("latin1", 0, 4) !== "RIFF" || bytes.toString("latin1", 8, 12) !== "WAVE") return null;
  let bytesASecond = 0;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const name = bytes.toString("latin1", at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    if (name === "fmt ") bytesASecond = bytes.readUInt32LE(at + 16);
    // what writes to a pipe does not know the length, and names a far too large one
    if (name === "data") {
      const there = Math.min(length, bytes.length - at - 8);
      return { type: "audio/wav", seconds: bytesASecond > 0 ? there / bytesASecond : null, film: false };
    }
    at += 8 + length + (length % 2);
  }
  return null;
}
