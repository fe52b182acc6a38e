import type { PrintProblem } from "./print-words.ts";
import type { JobStatus, PrinterStatus, PrintOrder } from "./printer.ts";
import { JOB_STATES } from "./states.ts";

/** What a job's state means for its order: wait, done, a refusal, or nothing came out of it and a new job may take its place. */
export type Verdict = "wait" | "done" | "printed-nothing" | PrintProblem;

/** How the sending of the document ended: with the printer's answer, without one, or before the last byte had left. */
export type Sending = "answered" | "lost" | "cut";

/**
 * A printer that does not see that the line was cut prints what it has and calls that completed; one with little memory begins to print before it has
 * everything, and not every one counts what came out. So only a job that was never begun has surely printed nothing.
 */
export function judgeJob(job: JobStatus, sending: Sending): Verdict {
  if (!JOB_STATES[job.state].over) return "wait";
  if (job.state === "completed") return sending === "cut" ? "half-printed" : "done";
  if (job.state === "canceled") return "canceled-at-printer";
  if (job.reasons.some((reason) => UNREADABLE.has(reason))) return "cannot-read";
  if (job.began !== false) return "half-printed";
  return sending === "answered" ? "aborted" : "printed-nothing";
}

const UNREADABLE: ReadonlySet<string> = new Set([
  "document-access-error",
  "document-format-error",
  "unsupported-document-format",
  "document-unprintable-error",
]);

/** The printer has the job but not the whole document (RFC 8011 §5.3.8). */
export function waitsForDocument(job: JobStatus): boolean {
  return !JOB_STATES[job.state].over && job.reasons.some((reason) => INCOMPLETE.has(reason));
}

const INCOMPLETE: ReadonlySet<string> = new Set(["job-incoming", "job-data-insufficient", "submission-interrupted"]);

/** What this printer can never do for this order, known before a job is made. */
export function whyUnfit(order: PrintOrder, { abilities }: PrinterStatus): PrintProblem | null {
  if (!abilities.pdf) return "no-pdf";
  if (!abilities.a4) return "no-a4";
  if (!abilities.twoSteps) return "too-old";
  return order.copies > abilities.mostCopies ? "too-many-copies" : null;
}
