import type { IncomingHttpHeaders } from "node:http";
import { PassThrough, Readable } from "node:stream";
import { Busboy } from "@fastify/busboy";
import { HTTPException } from "hono/http-exception";
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
  if (!contentType.toLowerCase().startsWith("multipart/form-data")) return;
  const parser = parserOf(contentType);
  const found = new PassThrough({ objectMode: true, highWaterMark: 1 });
  parser.on("field", (field, value) => onField({ field, value: value.replaceAll("\0", "") }));
  parser.on("file", (field, stream, filename) => {
    if (filename) found.write({ field, stream } satisfies PostedFile);
    else stream.resume();
  });
  parser.on("finish", () => found.end());
  parser.on("error", (error) => found.destroy(error as Error));
  const body = bodyOf(request);
  body.on("error", (error) => found.destroy(error));
  body.on("close", () => body.readableEnded || found.destroy(new Error("the sender went away")));
  body.pipe(parser);
  try {
    for await (const file of found) yield file as PostedFile;
  } catch (cause) {
    throw broken(cause);
  }
}

function parserOf(contentType: string) {
  try {
    return new Busboy({ headers: { "content-type": contentType } as IncomingHttpHeaders & { "content-type": string }, limits: LIMITS });
  } catch (cause) {
    throw broken(cause);
  }
}

/** What came is no whole form: said as that, and not as a failure of ours. */
function broken(cause: unknown): HTTPException {
  return new HTTPException(400, { cause });
}

/** The bytes as Node's server has them: half the work of a web stream. Where there is no such server (a test's request), the web stream. */
function bodyOf(request: Request): Readable {
  return request.env?.incoming ?? Readable.from((request.req.raw.body ?? []) as AsyncIterable<Uint8Array>);
}
