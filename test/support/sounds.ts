/** A tone as WAV: 8,000 samples a second of 8 bits. */
export function aWav(seconds: number): Buffer<ArrayBuffer> {
  const count = Math.round(seconds * 8_000);
  const bytes = Buffer.alloc(44 + count, 128);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(36 + count, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(8_000, 24);
  bytes.writeUInt32LE(8_000, 28);
  bytes.writeUInt16LE(1, 32);
  bytes.writeUInt16LE(8, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(count, 40);
  for (let index = 0; index < count; index += 1) bytes[44 + index] = 128 + Math.round(60 * Math.sin(index / 4));
  return bytes;
}

/** WebM as browsers record it: sizes unknown, no length in the head, one block at the end of that time. */
export function aWebm(seconds: number, trackType = 2): Buffer {
  const element = (id: string, ...body: Buffer[]) => {
    const whole = Buffer.concat(body);
    return Buffer.concat([Buffer.from(id, "hex"), Buffer.from([0x08, 0, 0, 0, whole.length]), whole]);
  };
  const unknown = (id: string, ...body: Buffer[]) =>
    Buffer.concat([Buffer.from(id, "hex"), Buffer.from("01ffffffffffffff", "hex"), ...body]);
  const time = Buffer.alloc(4);
  time.writeUInt32BE(Math.max(0, Math.round(seconds * 1000) - 500));
  const block = Buffer.from([0x81, 500 >> 8, 500 & 0xff, 0x80, 1, 2, 3]);
  return Buffer.concat([
    element("1a45dfa3", element("4282", Buffer.from("webm"))),
    unknown(
      "18538067",
      element("1549a966", element("2ad7b1", Buffer.from([0x0f, 0x42, 0x40]))),
      element("1654ae6b", element("ae", element("83", Buffer.from([trackType])))),
      unknown("1f43b675", element("e7", time), element("a3", block)),
    ),
  ]);
}

/** Ogg with Opus: a head and a last page whose position is the length. */
export function anOgg(seconds: number): Buffer {
  const pageOf = (samples: number, body: string) => {
    const head = Buffer.alloc(28);
    head.write("OggS", 0);
    head.writeBigInt64LE(BigInt(samples), 6);
    head.writeUInt8(1, 26);
    head.writeUInt8(body.length, 27);
    return Buffer.concat([head, Buffer.from(body, "latin1")]);
  };
  return Buffer.concat([pageOf(0, "OpusHead\x01\x01"), pageOf(seconds * 48_000, "sound")]);
}

/** M4A: whole, or in pieces as Safari may record. */
export function anMp4(seconds: number, { pieces = false, handler = "soun" } = {}): Buffer {
  const box = (name: string, ...body: Buffer[]) => {
    const whole = Buffer.concat(body);
    const head = Buffer.alloc(8);
    head.writeUInt32BE(whole.length + 8);
    head.write(name, 4);
    return Buffer.concat([head, whole]);
  };
  const times = (rate: number, length: number) => {
    const body = Buffer.alloc(20);
    body.writeUInt32BE(rate, 12);
    body.writeUInt32BE(length, 16);
    return body;
  };
  const piece = Buffer.alloc(8);
  piece.writeUInt32BE(seconds * 44_100, 4);
  return Buffer.concat([
    box("ftyp", Buffer.from("M4A \0\0\0\0")),
    box(
      "moov",
      box("mvhd", times(1000, pieces ? 0 : seconds * 1000)),
      box("trak", box("mdia", box("mdhd", times(44_100, 0)), box("hdlr", Buffer.from(`\0\0\0\0\0\0\0\0${handler}`)))),
    ),
    ...(pieces ? [box("moof", box("traf", box("tfdt", piece)))] : []),
  ]);
}
