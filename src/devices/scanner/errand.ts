import { type Result, refuse } from "../../base/result.ts";
import type { Capabilities } from "./capabilities.ts";
import { Fetching } from "./fetching.ts";
import { makeJob } from "./make-job.ts";
import type { Protocol } from "./protocol.ts";
import type { ScanEnd, ScanEvent, ScannerTrouble, ScanOrder } from "./scanner.ts";
import type { FullStatus } from "./status.ts";
import { Waiting, type WaitingTools } from "./waiting.ts";

/**
 * One errand: a job is made, its pages are fetched, and it is cancelled at the scanner unless the scanner has ended it. It goes through four modes:
 *
 * - asking: what can it, what lies in it; the source is chosen.
 * - ordering: until the scanner takes the job, or has been busy for too long.
 * - fetching: NextDocument again and again. 200 is a page, 503 "not yet". After a broken line the same page is asked for again.
 * - judging: whatever else it answers; the status tells why there are no more pages.
 */
export async function* runScan(protocol: Protocol, order: ScanOrder, tools: WaitingTools): AsyncGenerator<ScanEvent, ScanEnd> {
  const { signal } = tools;
  const capabilities = await patiently(() => protocol.capabilities(signal), tools);
  if (!capabilities.ok) return capabilities;
  const status = await patiently(() => protocol.status(signal), tools);
  if (!status.ok) return status;
  const source = chooseSource(order.source, capabilities.value, status.value);
  if (!source) return refuse("cannot-do");
  const end = yield* scanFrom(source, protocol, order, capabilities.value, tools);
  // Some call their feeder loaded until they have tried to pull a sheet.
  const onlyGlassLeft = !end.ok && end.reason === "feeder-empty" && order.source === "auto" && capabilities.value.glass;
  return onlyGlassLeft ? yield* scanFrom("glass", protocol, order, capabilities.value, tools) : end;
}

/** A scanner that wakes up says that it is busy before it says anything else. */
async function patiently<Value>(
  question: () => Promise<Result<Value, ScannerTrouble>>,
  tools: WaitingTools,
): Promise<Result<Value, ScannerTrouble>> {
  const waiting = new Waiting(tools);
  for (;;) {
    const answer = await question();
    if (answer.ok || answer.reason !== "busy" || waiting.milliseconds >= MOST_WAKING_MS) return answer;
    await waiting.pause();
  }
}

const MOST_WAKING_MS = 10_000;

async function* scanFrom(
  source: "glass" | "feeder",
  protocol: Protocol,
  order: ScanOrder,
  capabilities: Capabilities,
  tools: WaitingTools,
): AsyncGenerator<ScanEvent, ScanEnd> {
  const { signal } = tools;
  const job = yield* makeJob(protocol, source, order, capabilities, tools);
  if (!job.ok) return job;
  let dropped: Promise<void> | null = null;
  const drop = () => (dropped ??= protocol.cancel(job.value));
  let over = false;
  signal.addEventListener("abort", drop, { once: true });
  try {
    if (signal.aborted) return refuse("cancelled");
    yield { kind: "began", source };
    const fetched = yield* new Fetching(protocol, job.value, source, tools).run();
    over = fetched.over;
    return fetched.end;
  } finally {
    signal.removeEventListener("abort", drop);
    if (!over) await drop();
  }
}

function chooseSource(wished: ScanOrder["source"], { glass, feeder }: Capabilities, status: FullStatus): "glass" | "feeder" | null {
  if (wished === "glass") return glass ? "glass" : null;
  if (wished === "feeder") return feeder ? "feeder" : null;
  return feeder && (status.feeder === "loaded" || !glass) ? "feeder" : "glass";
}
