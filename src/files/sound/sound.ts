import { ok, type Result, refuse } from "../../base/result.ts";
import { RECORDING_BYTES, RECORDING_SECONDS, type SoundProblem } from "../../domain/voices/recording.ts";
import type { SoundFacts } from "./facts.ts";
import { lookAtMp4 } from "./mp4.ts";
import { lookAtOgg } from "./ogg.ts";
import { lookAtWav } from "./wav.ts";
import { lookAtWebm } from "./webm.ts";

/** What a recording really is, by its bytes; its name and declared type are never believed. Refuses what is none, too long or too large. */
export function checkSound(bytes: Uint8Array): Result<SoundFacts, SoundProblem> {
  if (bytes.length === 0) return refuse("empty");
  if (bytes.length > RECORDING_BYTES) return refuse("too-large");
  const facts = look(bytes);
  if (facts === null) return refuse("not-a-sound");
  if (facts.film) return refuse("film");
  if (facts.seconds === 0) return refuse("empty");
  // half a second for what a browser adds after "stop"
  if (facts.seconds !== null && facts.seconds > RECORDING_SECONDS + 0.5) return refuse("too-long");
  return ok(facts);
}

function look(bytes: Uint8Array): SoundFacts | null {
  for (const kind of [lookAtWav, lookAtOgg, lookAtWebm, lookAtMp4]) {
    try {
      const facts = kind(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
      if (facts) return facts;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error; // it ends in the middle of what it promises
    }
  }
  return null;
}
