import type { MiddlewareHandler } from "hono";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { addressOf } from "./address.ts";
import type { Env } from "./request.ts";

/** Writes a minute from one address. A café shares one, and one page is one write, so this stops programs and no people. */
const WRITES_PER_MINUTE = 240;
/** Partners send with a token and many at once; they are limited by their own. */
const PARTNER_PREFIX = "/api/";

/** Stops a flood of writes from one address before it costs anything. Wrong secrets are counted apart (operations/identity/attempts). */
export function limitRate(): MiddlewareHandler<Env> {
  const limiter = new RateLimiterMemory({ points: WRITES_PER_MINUTE, duration: 60 });
  return async (request, next) => {
    const reads = request.req.method === "GET" || request.req.method === "HEAD" || request.req.method === "PATCH";
    if (reads || request.req.path.startsWith(PARTNER_PREFIX)) return next();
    const address = addressOf(request);
    const allowed = await limiter.consume(address).then(
      () => true,
      () => false,
    );
    if (!allowed)
      return request.text("Nhiều yêu cầu quá. Xin chờ một phút rồi thử lại. Những gì đã lưu vẫn còn.", 429, { "retry-after": "60" });
    return next();
  };
}
