import { setTimeout as sleep } from "node:timers/promises";
import type { Cluster } from "./cluster.ts";
import { livingServer } from "./lock.ts";
import { type ReadyOptions, readyServer } from "./ready-server.ts";

/**
 * Looks twice a second whether the server lives, and starts it again when it died. One that keeps dying is started less and less often, at
 * least every half minute; one that lives at the next look is trusted again. Never ends the program; ends when the signal says so.
 */
export function watchOver(cluster: Cluster, options: ReadyOptions): { readonly ended: Promise<void> } {
  return { ended: watch(cluster, options).catch(() => {}) };
}

const SHORTEST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

async function watch(cluster: Cluster, options: ReadyOptions): Promise<never> {
  for (let pause = SHORTEST_PAUSE_MS; ; ) {
    await sleep(pause, undefined, { signal: options.signal, ref: false });
    if (livingServer(cluster.folder)) {
      pause = SHORTEST_PAUSE_MS;
      continue;
    }
    options.progress("Cơ sở dữ liệu đã dừng đột ngột, đang chạy lại …");
    await readyServer(cluster, options).catch((error: Error) => options.progress(error.message));
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}
