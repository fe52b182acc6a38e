import { refuse } from "../../base/result.ts";
import type { Capabilities } from "./capabilities.ts";
import { Fetching } from "./fetching.ts";
import { makeJob } from "./make-job.ts";
import type { Protocol } from "./protocol.ts";
import type { ScanEnd, ScanEvent, ScanOrder } from "./scanner.ts";
import type { FullStatus } from "./status.ts";
import type { WaitingTools } from "./waiting.ts";

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
  const capabilities = await protocol.capabilities(signal);
  if (!capabilities.ok) return capabilities;
  const status = await protocol.status(signal);
  if (!status.ok) return status;
  const source = chooseSource(order.source, capabilities.value, status.value);
  if (!source) return refuse("cannot-do");
  const job = yield* makeJob(protocol, source, order, capabilities.value, tools);
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
