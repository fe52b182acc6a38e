import { type Result, refuse } from "../../base/result.ts";
import type { Capabilities } from "./capabilities.ts";
import { hindranceOf } from "./judge-end.ts";
import type { Protocol } from "./protocol.ts";
import type { ScanEvent, ScannerTrouble, ScanOrder } from "./scanner.ts";
import { chooseSettings } from "./settings.ts";
import { Waiting, type WaitingTools } from "./waiting.ts";

/** How long a scanner may be busy with something else before it takes our job. */
const MOST_BUSY_MS = 20_000;

/**
 * Orders until the scanner takes the job; answers its path. While the scanner is busy (503) or does not take it as things stand (409), its status tells
 * whether waiting helps. An empty feeder is no reason not to order: some know what lies in it only when they pull.
 */
export async function* makeJob(
  protocol: Protocol,
  source: "glass" | "feeder",
  order: ScanOrder,
  capabilities: Capabilities,
  tools: WaitingTools,
): AsyncGenerator<ScanEvent, Result<string, ScannerTrouble>> {
  const can = capabilities[source];
  if (!can) return refuse("cannot-do");
  const settings = chooseSettings(source, can, order);
  const waiting = new Waiting(tools);
  for (;;) {
    if (tools.signal.aborted) return refuse("cancelled");
    const job = await protocol.create(settings, capabilities);
    if (job.ok) return job;
    if (job.reason !== "busy" && job.reason !== "conflict") return refuse(job.reason);
    const asked = await protocol.status(tools.signal);
    const status = asked.ok ? asked.value : null;
    const hindrance = hindranceOf(source, status);
    if (hindrance) return refuse(hindrance);
    if (job.reason === "conflict" && status?.state === "idle") return refuse("cannot-do");
    if (waiting.milliseconds >= MOST_BUSY_MS) return refuse("busy");
    if (waiting.times === 0) yield { kind: "waiting" };
    await waiting.pause();
  }
}
