import { PassThrough, type Readable } from "node:stream";
import { ZipFile } from "yazl";

/** One file of a ZIP: bytes that are there, or a stream that is opened when its turn comes, so that one file at a time is in memory. */
export type ZipEntry = { readonly name: string; readonly bytes: Uint8Array } | { readonly name: string; readonly open: () => Readable };

/** Writes the entries into a ZIP as it is read. What fails on the way breaks the stream, so that half a file is not taken for a whole one. */
export function zipOf(entries: readonly ZipEntry[], at: Date): Readable {
  const zip = new ZipFile();
  const out = new PassThrough();
  const broken = (error: Error) => out.destroy(error);
  zip.on("error", broken);
  zip.outputStream.on("error", broken).pipe(out);
  for (const entry of entries) {
    if ("bytes" in entry) zip.addBuffer(Buffer.from(entry.bytes), entry.name, { mtime: at });
    else
      zip.addReadStreamLazy(entry.name, { mtime: at }, (give) => {
        const stream = entry.open();
        stream.on("error", broken);
        give(null, stream);
      });
  }
  zip.end();
  return out;
}
