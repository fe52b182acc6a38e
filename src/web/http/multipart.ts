import type { IncomingHttpHeaders } from "node:http";
import { PassThrough, Readable } from "node:stream";
import { Busboy } from "@fastify/busboy";
import { FILE_LIMIT_BYTES } from "../../domain/papers/limits.ts";
import type { Request } from "./request.ts";

export interface PostedFile {
  readonly field: string;
  readonly stream: Readable;
}

/** A field of text that came before or between the files. */
export interface PostedField {
  readonly field: string;
  readonly value: string;
}

const LIMITS = { files: 40, fields: 20, fieldSize: 1_000_000, fileSize: FILE_LIMIT_BYTES + 1 };

/** The files of a multipart form, one after the other as they stream in; nothing is held in memory. Empty file fields are passed over. */
export async function* readFiles(request: Request, onField: (field: PostedField) => void = () => {}): AsyncIterable<PostedFile> {
  const contentType = request.req.header("content-type") ?? "";
  if (!contentType.startsWith("multipart/form-data") || request.req.raw.body === null) return;
  const parser = new Busboy({
    headers: { "content-type": contentType } as IncomingHttpHeaders & { "content-type": string },
    limits: LIMITS,
  });
  const found = new PassThrough({ objectMode: true, highWaterMark: 1 });
  parser.on("field", (field, value) => onField({ field, value }));
  parser.on("file", (field, stream, filename) => {
    if (filename) found.write({ field, stream } satisfies PostedFile);
    else stream.resume();
  });
  parser.on("finish", () => found.end());
  parser.on("error", (error) => found.destroy(error as Error));
  Readable.from(request.req.raw.body as unknown as AsyncIterable<Uint8Array>)
    .on("error", (error) => found.destroy(error))
    .pipe(parser);
  for await (const file of found) yield file as PostedFile;
}
