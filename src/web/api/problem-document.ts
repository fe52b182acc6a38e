import type { Context as HonoContext } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Env } from "../http/request.ts";

/** An error of the API as a problem document (RFC 9457). `more` holds what belongs to it: fields, missing papers. */
export function problemDocument(
  request: HonoContext<Env>,
  status: ContentfulStatusCode,
  code: string,
  detail: string,
  more: object = {},
): Response {
  return request.body(JSON.stringify({ type: `urn:loc-vung:problem:${code}`, title: code, status, detail, ...more }), status, {
    "content-type": "application/problem+json; charset=utf-8",
    "cache-control": "no-store",
  });
}
