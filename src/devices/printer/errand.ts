import { ok, type Result, refuse } from "../../base/result.ts";
import { judgeJob, type Sending, waitsForDocument, whyUnfit } from "./judge-job.ts";
import { LASTING, type PrintProblem, type PrintProgress } from "./print-words.ts";
import type { JobStatus, Printer, PrinterStatus, PrinterTrouble, PrintOrder } from "./printer.ts";
import { Reporter } from "./reporter.ts";

export interface Printed {
  readonly job: number;
  /** Sides of paper; null where the printer does not count. */
  readonly printed: number | null;
}

export interface ErrandTools {
  /** Comes back after that time, or at once when the signal ends. */
  readonly pause: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  readonly watch: (progress: PrintProgress) => void;
  /** Ends when nobody wants the paper any more. */
  readonly signal: AbortSignal;
}

/**
 * One order on its way to paper, through a line that may break at any byte and a printer that may be switched off at any moment.
 *
 *   look     Does the printer know a job of this order? Always asked first: the program may have been killed after it had sent everything.
 *   create   No. A job without a document is made; busy means: wait and try again. When the answer is lost, look again.
 *   send     The document goes to the job.
 *   follow   The job is asked until it is over, also when the answer to the sending was lost.
 *   give-up  The line broke in the middle of the document. The half-filled job is cancelled first, and seen to be over, before another is made.
 *
 * A document is sent for the second time only after the printer has said of the first job that it is over and was never begun. When it cannot say
 * so (it was switched off in between, it prints while it receives), the order ends as "unsure" or "half-printed", and a person looks at the paper.
 * So a paper may come out once or, with those words, not at all; never twice.
 */
export function runErrand(printer: Printer, order: PrintOrder, tools: ErrandTools): Promise<Result<Printed, PrintProblem>> {
  return new Errand(printer, order, tools).run();
}

type End = { readonly at: "end"; readonly result: Result<Printed, PrintProblem> };
type Step =
  | { readonly at: "look" }
  | { readonly at: "create" }
  | { readonly at: "send"; readonly job: number }
  | { readonly at: "give-up"; readonly job: number; readonly sending: Sending }
  | { readonly at: "follow"; readonly job: number; readonly sending: Sending }
  | End;

const end = (problem: PrintProblem): End => ({ at: "end", result: refuse(problem) });
const done = (job: JobStatus): End => ({ at: "end", result: ok({ job: job.id, printed: job.printed }) });

const FOLLOW_PAUSE_MS = 1_000;
const BUSY_PAUSE_MS = 2_000;
/** A minute: long enough to put a plug back in. */
const SILENCE_PAUSE_MS = 2_000;
const MOST_SILENCES = 30;
/** Jobs made for one order; a printer that drops every one of them will drop the next one too. */
const MOST_JOBS = 4;

/** Sendings after which the document, or a part of it, may be in the printer. */
const SENDINGS: Partial<Record<PrinterTrouble, Sending>> = { lost: "lost", failed: "lost", cut: "cut" };

class Errand {
  private readonly printer: Printer;
  private readonly order: PrintOrder;
  private readonly tools: ErrandTools;
  private readonly reporter: Reporter;
  /** A byte of the document may have reached a job that is not seen to be over. */
  private sent = false;
  private jobsMade = 0;
  private silences = 0;
  /** Jobs that are over and printed nothing. */
  private readonly dropped = new Set<number>();

  constructor(printer: Printer, order: PrintOrder, tools: ErrandTools) {
    this.printer = printer;
    this.order = order;
    this.tools = tools;
    this.reporter = new Reporter(printer, tools.watch);
  }

  async run(): Promise<Result<Printed, PrintProblem>> {
    let step: Step = { at: "look" };
    while (step.at !== "end") step = this.tools.signal.aborted ? await this.withdraw(step) : await this.go(step);
    return step.result;
  }

  private go(step: Exclude<Step, End>): Promise<Step> {
    if (step.at === "look") return this.look(step);
    if (step.at === "create") return this.create(step);
    if (step.at === "send") return this.send(step);
    if (step.at === "follow") return this.follow(step);
    return this.giveUp(step);
  }

  private async look(step: Step): Promise<Step> {
    this.reporter.phase("asking");
    const found = await this.printer.find(this.order.id);
    if (!found.ok) return this.hindered(found.reason, step);
    this.silences = 0;
    const job = found.value.find(({ id }) => !this.dropped.has(id));
    if (!job) return this.sent ? end("unsure") : { at: "create" };
    // A job that this run did not make may have got its document, or half of it, from one that was killed.
    this.sent ||= this.jobsMade === 0;
    return { at: waitsForDocument(job) ? "give-up" : "follow", job: job.id, sending: "lost" };
  }

  private async create(step: Step): Promise<Step> {
    const status = await this.printer.status();
    if (!status.ok) return this.hindered(status.reason, step);
    const unfit = whyUnfit(this.order, status.value);
    if (unfit) return end(unfit);
    const valid =
      status.value.abilities.validates && this.jobsMade === 0 ? await this.printer.validate(this.order, status.value) : ok(null);
    if (!valid.ok) return this.hindered(valid.reason, step, status.value);
    if (this.jobsMade === MOST_JOBS) return end("aborted");
    const job = await this.printer.create(this.order, status.value);
    const unheard = !job.ok && (job.reason === "lost" || job.reason === "cut");
    if (job.ok || unheard) this.jobsMade += 1;
    if (!job.ok) return this.hindered(job.reason, unheard ? { at: "look" } : step, status.value);
    this.silences = 0;
    return { at: "send", job: job.value.id };
  }

  private async send(step: Extract<Step, { at: "send" }>): Promise<Step> {
    const sending = this.printer.send(step.job, this.order.document, this.tools.signal);
    const sent = await this.reporter
      .sending(sending, () => this.pause(FOLLOW_PAUSE_MS))
      .catch(async (fault: unknown) => {
        await this.printer.cancel(step.job);
        throw fault;
      });
    const outcome = sent.ok ? "answered" : SENDINGS[sent.reason];
    this.sent ||= outcome !== undefined;
    if (sent.ok || outcome) return { at: "follow", job: step.job, sending: outcome ?? "answered" };
    if (sent.reason === "ended" || sent.reason === "not-found") return { at: "follow", job: step.job, sending: "lost" };
    if (LASTING[sent.reason]) await this.printer.cancel(step.job);
    return this.hindered(sent.reason, step);
  }

  private async follow(step: Extract<Step, { at: "follow" }>): Promise<Step> {
    const job = await this.printer.job(step.job);
    if (!job.ok && job.reason === "not-found") return this.forgotten(step.job);
    if (!job.ok) return this.hindered(job.reason, step);
    this.silences = 0;
    const verdict = this.sent ? judgeJob(job.value, step.sending) : judgeJob({ ...job.value, began: false }, "lost");
    if (verdict === "done") return done(job.value);
    if (verdict === "printed-nothing") return this.drop(step.job);
    if (verdict !== "wait") return end(verdict);
    if (step.sending === "cut" || (step.sending === "lost" && waitsForDocument(job.value))) return { ...step, at: "give-up" };
    await this.reporter.job(job.value);
    await this.pause(FOLLOW_PAUSE_MS);
    return step;
  }

  private async giveUp(step: Extract<Step, { at: "give-up" }>): Promise<Step> {
    const canceled = await this.printer.cancel(step.job);
    if (!canceled.ok && canceled.reason === "not-found") return this.forgotten(step.job);
    if (!canceled.ok && canceled.reason !== "ended") return this.hindered(canceled.reason, step);
    const job = await this.printer.job(step.job);
    if (!job.ok && job.reason === "not-found") return this.forgotten(step.job);
    if (!job.ok) return this.hindered(job.reason, step);
    this.silences = 0;
    const verdict = judgeJob(job.value, step.sending);
    if (verdict === "done") return done(job.value);
    if (verdict === "wait") {
      await this.reporter.job(job.value);
      await this.pause(FOLLOW_PAUSE_MS);
      return step;
    }
    return !this.sent || job.value.began === false ? this.drop(step.job) : end("half-printed");
  }

  /** The printer does not know the job: it was switched off, or forgets early. */
  private forgotten(job: number): Step {
    return this.sent ? end("unsure") : this.drop(job);
  }

  private drop(job: number): Step {
    this.dropped.add(job);
    this.sent = false;
    return { at: "create" };
  }

  private async hindered(trouble: PrinterTrouble, back: Step, status: PrinterStatus | null = null): Promise<Step> {
    const lasting = LASTING[trouble];
    if (lasting) return end(this.sent ? "unsure" : lasting);
    if (trouble === "busy") {
      await this.reporter.busy(status);
      await this.pause(BUSY_PAUSE_MS);
      return back;
    }
    this.silences += 1;
    if (this.silences > MOST_SILENCES) return end(this.sent ? "unsure" : "off");
    this.reporter.phase("no-answer");
    await this.pause(SILENCE_PAUSE_MS);
    return back;
  }

  /** Nobody wants the paper any more: the job, where there is one, is cancelled; one that was quicker is done. */
  private async withdraw(step: Exclude<Step, End>): Promise<Step> {
    const job = "job" in step ? step.job : await this.lostJob();
    if (job === null) return end("canceled");
    const canceled = await this.printer.cancel(job);
    if (canceled.ok || canceled.reason === "not-found") return end("canceled");
    if (canceled.reason !== "ended") return end(this.sent ? "cancel-unheard" : "canceled");
    const last = await this.printer.job(job);
    return last.ok && last.value.state === "completed" ? done(last.value) : end("canceled");
  }

  private async lostJob(): Promise<number | null> {
    if (this.jobsMade === 0) return null;
    const found = await this.printer.find(this.order.id);
    return found.ok ? (found.value.find(({ id }) => !this.dropped.has(id))?.id ?? null) : null;
  }

  private pause(milliseconds: number): Promise<void> {
    return this.tools.pause(milliseconds, this.tools.signal);
  }
}
