import { ok, refuse } from "../../base/result.ts";
import { hindranceOf, judgeEnd } from "./judge-end.ts";
import type { Answer } from "./line.ts";
import { PageIntake } from "./page-intake.ts";
import type { Protocol } from "./protocol.ts";
import type { ScanEnd, ScanEvent, ScannerTrouble } from "./scanner.ts";
import { type FullStatus, findJob, type JobInfo } from "./status.ts";
import { Waiting, type WaitingTools } from "./waiting.ts";

/** How long a scanner may say "not yet" of one page: when its job is not at work, and when it is. */
const MOST_WAIT_MS = 60_000;
const MOST_WAIT_AT_WORK_MS = 180_000;
/** Every so many "not yet" the status is looked at: some say "not yet" until the jam is cleared. */
const LOOK_EVERY = 4;
/** After so many a job that is over, or a feeder that is empty, is believed. */
const PATIENCE = 8;
/** How often one page is asked for again after its line broke, and the pause before. */
const MOST_BREAKS = 2;
const BREAK_PAUSE_MS = 1_000;
/** How often a job that says it is at work may answer "no more pages". */
const MOST_AGAIN = 8;
/** No feeder holds so many sheets: the scanner has lost count. */
const MOST_PAGES = 300;
/** After the page on the glass the scanner is asked once more, so that it sees that the job is over. */
const GOODBYE_MS = 5_000;

type Source = "glass" | "feeder";

/** `over`: the scanner has ended the job itself. */
export interface Fetched {
  readonly end: ScanEnd;
  readonly over: boolean;
}

/** Fetches the pages of one job, one after the other, and tells why there are no more. */
export class Fetching {
  private readonly protocol: Protocol;
  private readonly job: string;
  private readonly source: Source;
  private readonly tools: WaitingTools;
  private readonly intake: PageIntake;
  private waiting: Waiting;
  private again = 0;

  constructor(protocol: Protocol, job: string, source: Source, tools: WaitingTools) {
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
      } else if (answer.ok && !hasPage(answer.value)) {
        const verdict = await this.judge(answer.value.status === 200 ? 404 : answer.value.status);
        if (verdict !== "again") return this.ended(verdict, OVER.has(answer.value.status));
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
        if (this.intake.pages === MOST_PAGES) return this.ended("done");
      }
    }
  }

  private async wait(askedForMs: number | null): Promise<"again" | "done" | ScannerTrouble> {
    await this.waiting.pause(askedForMs);
    const tooLong = this.waiting.milliseconds >= MOST_WAIT_MS;
    if (!tooLong && this.waiting.times % LOOK_EVERY !== 0) return "again";
    const status = await this.status();
    const job = findJob(status, this.job);
    const atWork = job?.state === "working" || job?.state === "waiting";
    const jam = jamOf(this.source, status);
    if (jam) return jam;
    if (job && !atWork && this.isOver(job)) return this.verdict(404, status);
    const empty = !atWork && this.intake.pages === 0 && this.waiting.times >= PATIENCE && hindranceOf(this.source, status);
    if (empty) return empty;
    if (!tooLong || (atWork && this.waiting.milliseconds < MOST_WAIT_AT_WORK_MS)) return "again";
    return this.intake.interrupted === "no" ? "failed" : "lost";
  }

  /** A job may be called completed that still has a page to give. */
  private isOver({ state, toTransfer }: JobInfo): boolean {
    if (state === "completed") return this.waiting.times >= PATIENCE && !toTransfer;
    return state === "cancelled" || state === "aborted";
  }

  private async judge(code: number): Promise<"again" | "done" | ScannerTrouble> {
    return this.verdict(code, await this.status());
  }

  private verdict(code: number, status: FullStatus | null): "again" | "done" | ScannerTrouble {
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
    return { end: ok({ pages: this.intake.pages }), over: answer.ok && OVER.has(answer.value.status) };
  }
}

/** After these the scanner itself has ended the job. */
const OVER: ReadonlySet<number> = new Set([404, 410]);

/** An answer of 200 that is whole, and empty, is "no more pages" in other words. */
function hasPage({ status, bytes, end }: Answer): boolean {
  return status === 200 && (bytes.length > 0 || end !== "whole");
}

/** An empty feeder says nothing while a job is at work: the last sheet may be inside. */
function jamOf(source: Source, status: FullStatus | null): "jam" | "cover-open" | null {
  const hindrance = hindranceOf(source, status);
  return hindrance === "feeder-empty" ? null : hindrance;
}

function failed(trouble: ScannerTrouble): Fetched {
  return { end: refuse(trouble), over: false };
}
