/**
 * Makes a speaking program's sound a quarter of its size, for lines of 430 kbit/s: half the samples (11,025 a second keep all that a voice says) of
 * one byte each (µ-law, ITU-T G.711), in a WAV file whose header says its true length; a program that writes to a pipe cannot know it. Takes WAV
 * of one channel and 16 bits only; null for all else.
 */
export function compactWav(wav: Uint8Array): Uint8Array<ArrayBuffer> | null {
  const view = new DataView(wav.buffer, wav.byteOffset, wav.byteLength);
  const start = startOfSamples(view);
  if (start === null) return null;
  const count = Math.floor((wav.byteLength - start) / 4);
  if (count === 0) return null;
  const made = new Uint8Array(HEADER_BYTES + count + (count % 2));
  writeHeader(new DataView(made.buffer), Math.round(view.getUint32(RATE_AT, true) / 2), count);
  for (let index = 0; index < count; index += 1) {
    const at = start + index * 4;
    made[HEADER_BYTES + index] = muLaw((view.getInt16(at, true) + view.getInt16(at + 2, true)) / 2);
  }
  return made;
}

const HEADER_BYTES = 58;
const RATE_AT = 24;
const CHUNKS_AT = 12;

/** Where the samples begin, in a file that is what we take; the "fmt " chunk comes first in all that programs write. */
function startOfSamples(view: DataView): number | null {
  if (view.byteLength < 44 || textAt(view, 0) !== "RIFF" || textAt(view, 8) !== "WAVE" || textAt(view, CHUNKS_AT) !== "fmt ") return null;
  const [format, channels, bits] = [view.getUint16(20, true), view.getUint16(22, true), view.getUint16(34, true)];
  if (format !== 1 || channels !== 1 || bits !== 16) return null;
  for (let at = CHUNKS_AT; at + 8 <= view.byteLength; at += 8 + view.getUint32(at + 4, true)) {
    if (textAt(view, at) === "data") return at + 8;
  }
  return null;
}

function textAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((step) => view.getUint8(at + step)));
}

/** RIFF with "fmt " of µ-law, "fact" with the number of samples (which a compressed format must have), and "data". */
function writeHeader(view: DataView, rate: number, count: number): void {
  const text = (at: number, letters: string) => {
    for (const [step, letter] of [...letters].entries()) view.setUint8(at + step, letter.charCodeAt(0));
  };
  text(0, "RIFF");
  view.setUint32(4, HEADER_BYTES - 8 + count + (count % 2), true);
  text(8, "WAVEfmt ");
  view.setUint32(16, 18, true);
  view.setUint16(20, 7, true); // µ-law
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  text(38, "fact");
  view.setUint32(42, 4, true);
  view.setUint32(46, count, true);
  text(50, "data");
  view.setUint32(54, count, true);
}

const BIAS = 0x84;
const LOUDEST = 32_635;

/** One sample by G.711: sign, three bits of magnitude, four of what remains, all turned over. */
function muLaw(sample: number): number {
  const sign = sample < 0 ? 0x80 : 0;
  const size = Math.min(Math.abs(Math.round(sample)), LOUDEST) + BIAS;
  const exponent = 31 - Math.clz32(size) - 7;
  return ~(sign | (exponent << 4) | ((size >> (exponent + 3)) & 0x0f)) & 0xff;
}
