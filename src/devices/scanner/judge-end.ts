import type { ScannerTrouble } from "./scanner.ts";
import type { FullStatus, JobInfo } from "./status.ts";

/** What is known when a scanner has no more pages to give. */
export interface Ending {
  /** The answer to NextDocument, of HTTP. */
  readonly code: number;
  readonly source: "glass" | "feeder";
  /** Pages that are here. */
  readonly pages: number;
  /** The line broke while a page was asked for, before a byte of it was here or after some, and nothing came since. */
  readonly interrupted: "no" | "before" | "within";
}

/**
 * What stands between a scanner and the sheets: of its feeder alone, and "feeder-empty" only when it has nothing else to do. Null where there is nothing,
 * or where it does not say.
 */
export function hindranceOf(source: "glass" | "feeder", status: FullStatus | null): "jam" | "cover-open" | "feeder-empty" | null {
  if (source === "glass" || !status) return null;
  if (status.feeder === "jam") return "jam";
  if (status.feeder === "open") return "cover-open";
  return status.feeder === "empty" && status.state !== "working" ? "feeder-empty" : null;
}

/**
 * How an errand ended whose scanner says that there are no more pages. 404 means that the job is over, 410 that it was cancelled, 409 that it cannot go
 * on (Mopria eSCL, "NextDocument"); but scanners say 404 of a jam, and some say 409 of an empty feeder after the last sheet. So the status is looked
 * at as well. "again": the job says that it is at work, and may have a page later.
 */
export function judgeEnd(ending: Ending, status: FullStatus | null, job: JobInfo | null): "done" | "again" | ScannerTrouble {
  const { code, source, pages, interrupted } = ending;
  const hindrance = hindranceOf(source, status);
  // What broke off without a byte may have been the very news that there is nothing more; then the scanner counts as many pages as we do.
  const unharmed = interrupted === "no" || (interrupted === "before" && job?.completed === pages);
  if (job?.state === "completed" && unharmed && pages > 0) return "done";
  if (hindrance === "jam" || hindrance === "cover-open") return hindrance;
  if (isCancelled(job)) return "cancelled";
  if (interrupted !== "no") return "lost";
  if (!NO_MORE.has(code)) return "failed";
  if (pages === 0) return whyNothing(ending, status, job);
  if (code === 410) return "cancelled";
  if (job?.state === "aborted") return "failed";
  const sheetsLeft = source === "feeder" && status?.feeder === "loaded";
  if (code === 404) return sheetsLeft && isAtWork(job) ? "again" : "done";
  return sheetsLeft || !status ? "failed" : "done";
}

const NO_MORE: ReadonlySet<number> = new Set([404, 409, 410]);

function whyNothing({ code, source }: Ending, status: FullStatus | null, job: JobInfo | null): "again" | ScannerTrouble {
  if (source === "feeder" && status?.feeder === "empty") return "feeder-empty";
  if (code === 410) return "cancelled";
  if (code === 404 && isAtWork(job)) return "again";
  return source === "feeder" && status?.feeder !== "loaded" && job?.state !== "aborted" ? "feeder-empty" : "failed";
}

/** Some call a job aborted that somebody cancelled, and only the reason tells. */
function isCancelled(job: JobInfo | null): boolean {
  return job?.state === "cancelled" || (job?.state === "aborted" && job.reasons.some((reason) => /cancel/i.test(reason)));
}

function isAtWork(job: JobInfo | null): boolean {
  return job?.state === "working" || job?.state === "waiting";
}
