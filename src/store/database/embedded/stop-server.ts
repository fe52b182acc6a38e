import { setTimeout as sleep } from "node:timers/promises";
import type { Cluster } from "./cluster.ts";
import { livingServer } from "./lock.ts";
import { runAs } from "./run.ts";

/** Ends the server if there is one: sessions are closed, what is committed stays. One that cannot end in time is cut off, which its log survives. */
export async function stopServer(cluster: Cluster): Promise<void> {
  const cutOffAt = Date.now() + PATIENCE_MS;
  for (let server = livingServer(cluster.folder), asked = 0; server; server = livingServer(cluster.folder)) {
    if (asked !== server.pid) await end(cluster, server.pid, "fast");
    else if (Date.now() > cutOffAt) await end(cluster, server.pid, "immediate");
    asked = server.pid;
    await sleep(POLL_MS);
  }
}

const PATIENCE_MS = 30_000;
const POLL_MS = 20;
const SIGNALS = { fast: "SIGINT", immediate: "SIGQUIT" } as const;

async function end(cluster: Cluster, pid: number, mode: keyof typeof SIGNALS): Promise<void> {
  if (process.platform === "win32") return runAs(cluster.user, cluster.binaries.pgCtl, ["stop", "-W", "-m", mode, "-D", cluster.folder]);
  try {
    process.kill(pid, SIGNALS[mode]);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
