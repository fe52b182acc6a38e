import type { MiddlewareHandler } from "hono";
import { HTTPException } from "hono/http-exception";

const FORM_TYPES = ["application/x-www-form-urlencoded", "multipart/form-data"] as const;

/** Is it the content type of a posted form? Parameters (charset, boundary) may stand behind it. */
export function isFormType(contentType: string | undefined): boolean {
  const [type = ""] = (contentType ?? "").split(";");
  return FORM_TYPES.some((form) => type.trim().toLowerCase() === form);
}

/**
 * Pages read forms. Whatever else is posted to them, JSON above all, is refused: read as an empty form it would be answered as if it had been one. A post
 * without a body is an empty form.
 */
export function formsOnly(): MiddlewareHandler {
  return async (request, next) => {
    if (request.req.method === "POST" && hasBody(request.req.raw.headers) && !isFormType(request.req.header("content-type")))
      throw new HTTPException(415);
    await next();
  };
}

/** RFC 9112, 6.3: a request has a body when one of these says so. */
function hasBody(headers: Headers): boolean {
  return headers.has("transfer-encoding") || Number(headers.get("content-length") ?? "0") > 0;
}
