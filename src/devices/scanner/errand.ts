import { ok, type Result, refuse } from "../../base/result.ts";
import type { Capabilities } from "./capabilities.ts";
import { hindranceOf, judgeEnd } from "./judge-end.ts";
import { PageIntake } from "./page-intake.ts";
import type { Protocol } from "./protocol.ts";
import type { ScanEnd, ScanEvent, ScannerTrouble, ScanOrder } from "./scanner.ts";
import { chooseSettings } from "./settings.ts";
import { type FullStatus, findJob, type JobInfo } from "./status.ts";

export interface ErrandTools {
  /** Ends at its time, or when the signal does. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
}

/** How long a scanner may be busy with something else before it takes our job. */
const MOST_BUSY_MS = 20_000;
/** How long a scanner may say "not yet" of one page: when its job is not at work, and when it is. */
const MOST_WAIT_MS = 60_000;
const MOST_WAIT_AT_WORK_MS = 180_000;
/** The first pause before it is asked again, doubled up to the longest; what it asks for itself is kept to, within reason. */
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 2_000;
const LONGEST_ASKED_FOR_MS = 10_000;
/** Every so many "not yet" the status is looked at: some say "not yet" until the jam is cleared. */
const LOOK_EVERY = 4;
/** How often one page is asked for again after its line broke, and the pause before. */
const MOST_BREAKS = 2;
const BREAK_PAUSE_MS = 1_000;
/** How often a job that says it is at work may answer "no more pages". */
const MOST_AGAIN = 8;
/** After the page on the glass the scanner is asked once more, so that it sees that the job is over. */
const GOODBYE_MS = 5_000;

/**
 * One errand: a job is made, its pages are fetched, and it is cancelled at the scanner unless the scanner has ended it. It goes through four modes:
 *
 * - asking: what can it, what lies in it; the source is chosen.
 * - ordering: until the scanner takes the job, or has been busy for too long.
 * - fetching: NextDocument again and again. 200 is a page, 503 "not yet". After a broken line the same page is asked for again.
 * - judging: any other answer; the status tells why there are no more pages.
 */
export async function* runScan(protocol: Protocol, order: ScanOrder, tools: ErrandTools): AsyncGenerator<ScanEvent, ScanEnd> {
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

type Source = "glass" | "feeder";

function chooseSource(wished: ScanOrder["source"], { glass, feeder }: Capabilities, status: FullStatus): Source | null {
  if (wished === "glass") return glass ? "glass" : null;
  if (wished === "feeder") return feeder ? "feeder" : null;
  return feeder && (status.feeder === "loaded" || !glass) ? "feeder" : "glass";
}

async function* makeJob(
  protocol: Protocol,
  source: Source,
  order: ScanOrder,
  capabilities: Capabilities,
  tools: ErrandTools,
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

/** `over`: the scanner has ended the job itself. */
interface Fetched {
  readonly end: ScanEnd;
  readonly over: boolean;
}

class Fetching {
  private readonly protocol: Protocol;
  private readonly job: string;
  private readonly source: Source;
  private readonly tools: ErrandTools;
  private readonly intake: PageIntake;
  private waiting: Waiting;
  private again = 0;

  constructor(protocol: Protocol, job: string, source: Source, tools: ErrandTools) {
    this.protocol = protocol;
    this.job = job;
    this.source = source;
    this.tools = tools;
    this.intake = new PageIntake(source);
    this.waiting = new Waiting(tools);
  }

  async *run(): AsyncGenerator<ScanEvent, Fetched> {
    for (;;) {
      const answer = await this.protocol.next(this.job, this.tools.signal);
      if (this.tools.signal.aborted) return failed("cancelled");
      if (!answer.ok && answer.reason === "not-local") return failed("not-local");
      if (!answer.ok && answer.reason === "silent") return failed("lost");
      if (answer.ok && answer.value.status === 503) {
        if (this.waiting.times === 0) yield { kind: "waiting" };
        const verdict = await this.wait(answer.value.retryAfterMs);
        if (verdict !== "again") return this.ended(verdict);
      } else if (answer.ok && answer.value.status !== 200) {
        const verdict = await this.judge(answer.value.status);
        if (verdict !== "again") return this.ended(verdict, answer.value.status === 404 || answer.value.status === 410);
        this.again += 1;
        if (this.again > MOST_AGAIN) return failed("failed");
        await this.waiting.pause();
      } else {
        const taken = this.intake.take(answer.ok ? answer.value : null);
        if (taken.kind === "refused") return failed(taken.trouble);
        if (taken.kind === "broken" && this.intake.breaks > MOST_BREAKS) return failed("lost");
        if (taken.kind === "broken") await this.tools.pause(BREAK_PAUSE_MS * this.intake.breaks, this.tools.signal);
        if (taken.kind !== "page") continue;
        this.waiting = new Waiting(this.tools);
        this.again = 0;
        yield { kind: "page", ...taken.page };
        if (this.source === "glass") return this.sayGoodbye();
      }
    }
  }

  private async wait(askedForMs: number | null): Promise<"again" | "done" | ScannerTrouble> {
    await this.waiting.pause(askedForMs);
    const tooLong = this.waiting.milliseconds >= MOST_WAIT_MS;
    if (!tooLong && this.waiting.times % LOOK_EVERY !== 0) return "again";
    const status = await this.status();
    const job = findJob(status, this.job);
    const verdict = isAtWork(job) ? jamOf(this.source, status) : this.whyStopped(status, job);
    if (verdict) return verdict;
    if (!tooLong) return "again";
    return isAtWork(job) && this.waiting.milliseconds < MOST_WAIT_AT_WORK_MS ? "again" : "failed";
  }

  /** Of a job that says "not yet" although it is not at work; null while that may still pass. */
  private whyStopped(status: FullStatus | null, job: JobInfo | null): "done" | ScannerTrouble | null {
    const { pages } = this.intake;
    const jam = jamOf(this.source, status);
    if (jam) return jam;
    if (job?.state === "cancelled") return "cancelled";
    if (job?.state === "aborted") return "failed";
    if (this.waiting.times < 2 * LOOK_EVERY) return null;
    if (job?.state === "completed" && pages > 0 && !job.toTransfer) return "done";
    return pages === 0 ? hindranceOf(this.source, status) : null;
  }

  private async judge(code: number): Promise<"again" | "done" | ScannerTrouble> {
    const status = await this.status();
    const { pages, interrupted } = this.intake;
    return judgeEnd({ code, source: this.source, pages, interrupted }, status, findJob(status, this.job));
  }

  private async status(): Promise<FullStatus | null> {
    const status = await this.protocol.status(this.tools.signal);
    return status.ok ? status.value : null;
  }

  private ended(verdict: "done" | ScannerTrouble, over = false): Fetched {
    if (this.tools.signal.aborted) return failed("cancelled");
    return verdict === "done" ? { end: ok({ pages: this.intake.pages }), over } : failed(verdict);
  }

  private async sayGoodbye(): Promise<Fetched> {
    const answer = await this.protocol.next(this.job, AbortSignal.any([this.tools.signal, AbortSignal.timeout(GOODBYE_MS)]));
    return { end: ok({ pages: this.intake.pages }), over: answer.ok && (answer.value.status === 404 || answer.value.status === 410) };
  }
}

function isAtWork(job: JobInfo | null): boolean {
  return job?.state === "working" || job?.state === "waiting";
}

/** An empty feeder says nothing while a job is at work: the last sheet may be inside. */
function jamOf(source: Source, status: FullStatus | null): "jam" | "cover-open" | null {
  const hindrance = hindranceOf(source, status);
  return hindrance === "feeder-empty" ? null : hindrance;
}

function failed(trouble: ScannerTrouble): Fetched {
  return { end: refuse(trouble), over: false };
}

/** Pauses that grow. */
class Waiting {
  milliseconds = 0;
  times = 0;
  private readonly tools: ErrandTools;
  private nextMs = FIRST_PAUSE_MS;

  constructor(tools: ErrandTools) {
    this.tools = tools;
  }

  async pause(askedForMs: number | null = null): Promise<void> {
    const milliseconds = askedForMs ? Math.min(askedForMs, LONGEST_ASKED_FOR_MS) : this.nextMs;
    this.nextMs = Math.min(this.nextMs * 2, LONGEST_PAUSE_MS);
    this.milliseconds += milliseconds;
    this.times += 1;
    await this.tools.pause(milliseconds, this.tools.signal);
  }
}
