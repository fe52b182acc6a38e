import type { SoundFacts } from "./facts.ts";

/** The elements of WebM (RFC 9559, RFC 8794) that matter here; those that hold others are gone into. */
const IDS = {
  ebml: 0x1a45dfa3,
  cluster: 0x1f43b675,
  time: 0xe7,
  block: 0xa1,
  simpleBlock: 0xa3,
  trackType: 0x83,
  scale: 0x2ad7b1,
} as const;
const HOLDERS: ReadonlySet<number> = new Set([0x18538067, IDS.cluster, 0x1549a966, 0x1654ae6b, 0xae, 0xa0]);

/**
 * How long it is, by the time of its last block: browsers that record do not know it when they write the head. More elements than a minute of
 * sound can have are not gone through.
 */
export function lookAtWebm(bytes: Buffer): SoundFacts | null {
  if (bytes.length < 4 || bytes.readUInt32BE(0) !== IDS.ebml) return null;
  let [clusterTime, lastTime, nanoseconds, film] = [0, 0, 1_000_000, false];
  for (let at = 0, steps = 0; at < bytes.length && steps < MOST_ELEMENTS; steps += 1) {
    const id = readId(bytes, at);
    const size = readSize(bytes, at + id.length);
    const body = at + id.length + size.length;
    const number = () => Number(bytes.subarray(body, body + size.value).reduce((sum, byte) => sum * 256 + byte, 0));
    if (id.value === IDS.time) clusterTime = number();
    else if (id.value === IDS.scale) nanoseconds = number();
    else if (id.value === IDS.trackType) film ||= number() !== SOUND_TRACK;
    else if (id.value === IDS.block || id.value === IDS.simpleBlock) {
      const track = readSize(bytes, body);
      lastTime = Math.max(lastTime, clusterTime + bytes.readInt16BE(body + track.length));
    }
    at = HOLDERS.has(id.value) ? body : body + size.value;
  }
  return { type: "audio/webm", seconds: lastTime > 0 ? (lastTime * nanoseconds) / 1e9 : null, film };
}

const MOST_ELEMENTS = 100_000;
const SOUND_TRACK = 2;

/** As many bytes as there are zero bits before the first one, and one more; the marking bit belongs to an id and not to a size. */
function readId(bytes: Buffer, at: number): { value: number; length: number } {
  const length = Math.clz32(bytes.readUInt8(at)) - 23;
  if (length > 4) throw new RangeError("no element");
  return { value: bytes.readUIntBE(at, length), length };
}

/** A size of ones only is unknown: such an element lasts to the end. */
function readSize(bytes: Buffer, at: number): { value: number; length: number } {
  const first = bytes.readUInt8(at);
  const length = Math.clz32(first) - 23;
  if (length > 8) throw new RangeError("no size");
  let value = first & ((1 << (8 - length)) - 1);
  let unknown = value === (1 << (8 - length)) - 1;
  for (let step = 1; step < length; step += 1) {
    const byte = bytes.readUInt8(at + step);
    value = value * 256 + byte;
    unknown &&= byte === 0xff;
  }
  return { value: unknown ? bytes.length : value, length };
}
