import type { SoundFacts } from "./facts.ts";

/** Ogg (RFC 3533) with Opus (RFC 7845) or Vorbis: the last page's position says how many samples there are. Anything else in Ogg is a film to us. */
export function lookAtOgg(bytes: Buffer): SoundFacts | null {
  if (bytes.toString("latin1", 0, 4) !== "OggS") return null;
  const head = bytes.subarray(0, 512).toString("latin1");
  const vorbis = head.indexOf("\x01vorbis");
  const rate = head.includes("OpusHead") ? 48_000 : vorbis >= 0 ? bytes.readUInt32LE(vorbis + 12) : 0;
  if (rate === 0) return { type: "audio/ogg", seconds: null, film: true };
  const last = bytes.lastIndexOf("OggS");
  const samples = Number(bytes.readBigInt64LE(last + 6));
  return { type: "audio/ogg", seconds: samples > 0 ? samples / rate : null, film: head.includes("\x80theora") };
}
