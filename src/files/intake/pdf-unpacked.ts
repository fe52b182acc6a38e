import { createInflate } from "node:zlib";

/**
 * Does all that is packed in a PDF unpack to no more than that many bytes? Counted without keeping it and before the file is opened, because
 * twenty megabytes of packed zeros are twenty gigabytes.
 */
export async function unpacksWithin(bytes: Uint8Array, limitBytes: number): Promise<boolean> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = limitBytes;
  for (const start of packedStarts(file)) {
    const end = file.indexOf("endstream", start);
    left -= await unpackedBytes(file.subarray(start, end < 0 ? file.length : end), left);
    if (left < 0) return false;
  }
  return true;
}

/** Where data packed by deflate begins: right after the word stream and its line end, with a header of zlib (RFC 1950). */
function* packedStarts(file: Buffer): Generator<number> {
  for (let at = file.indexOf("stream"); at >= 0; at = file.indexOf("stream", at + 6)) {
    let start = at + 6;
    while (file[start] === 13 || file[start] === 10) start += 1;
    const header = start + 1 < file.length ? file.readUInt16BE(start) : 0;
    if ((header & 0x0f00) === 0x0800 && header % 31 === 0) yield start;
  }
}

/** How much it becomes; stops counting once it is over the limit. What cannot be unpacked counts as far as it goes. */
function unpackedBytes(packed: Buffer, limitBytes: number): Promise<number> {
  return new Promise((resolve) => {
    let length = 0;
    const inflate = createInflate({ chunkSize: 1 << 18 });
    const done = () => {
      inflate.destroy();
      resolve(length);
    };
    inflate.on("data", (piece: Buffer) => {
      length += piece.length;
      if (length > limitBytes) done();
    });
    inflate.on("end", done).on("error", done).on("close", done);
    inflate.end(packed);
  });
}
