import { streamSSE } from "hono/streaming";
import type { Request } from "./request.ts";

/** Proxies and browsers drop a silent line; a word now and then keeps it. */
const HEARTBEAT_MS = 20_000;

/** A stream that says "changed" at every hint on the topic (server-sent events, WHATWG HTML); the page then fetches itself anew. */
export function live(request: Request, topic: string): Response {
  return streamSSE(request, async (stream) => {
    const { hints } = request.var.services.database;
    const stop = hints.subscribe(topic, () => void stream.writeSSE({ data: "changed" }));
    stream.onAbort(stop);
    while (!stream.aborted && !stream.closed) {
      await stream.writeSSE({ event: "heartbeat", data: "" });
      await stream.sleep(HEARTBEAT_MS);
    }
    stop();
  });
}
