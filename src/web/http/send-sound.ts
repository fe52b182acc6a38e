import type { Request } from "./request.ts";

/** A sound, or the part of it that a player asks for (Safari plays nothing without: RFC 9110, section 14). Asked after again, never sent twice. */
export function sendSound(request: Request, sound: { type: string; bytes: Uint8Array<ArrayBuffer>; tag: string }): Response {
  const etag = `"${sound.tag}"`;
  const headers = { etag, "cache-control": "private, no-cache", "accept-ranges": "bytes", "content-type": sound.type };
  if (request.req.header("if-none-match") === etag) return request.body(null, 304, headers);
  const asked = /^bytes=(\d+)-(\d*)$/.exec(request.req.header("range") ?? "");
  const length = sound.bytes.byteLength;
  if (!asked) return request.body(sound.bytes, 200, headers);
  const from = Number(asked[1]);
  const to = Math.min(asked[2] ? Number(asked[2]) : length - 1, length - 1);
  if (from > to) return request.body(null, 416, { "content-range": `bytes */${length}` });
  return request.body(sound.bytes.slice(from, to + 1), 206, { ...headers, "content-range": `bytes ${from}-${to}/${length}` });
}
