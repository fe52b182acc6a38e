import type { Request } from "./request.ts";

/** A PDF to be looked at; never cached, the next person at a shared computer must not find it. */
export function sendPdf(request: Request, bytes: Uint8Array): Response {
  return request.body(Uint8Array.from(bytes), 200, {
    "content-type": "application/pdf",
    "content-disposition": "inline",
    "cache-control": "private, no-store",
  });
}
