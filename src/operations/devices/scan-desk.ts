import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { isUuid } from "../../base/ids.ts";
import { type Result, refuse } from "../../base/result.ts";
import { SCAN_PHASES, SCAN_PROBLEMS } from "../../devices/scanner/scan-words.ts";
import type { ScannerTrouble, ScanOrder } from "../../devices/scanner/scanner.ts";
import { listDevices } from "../../store/records/devices.ts";
import { endForgottenScanJobs, readScanJob, type ScanJob } from "../../store/records/scan-jobs.ts";
import type { VisitKey } from "../../store/records/visits.ts";
import type { Context } from "../context.ts";
import type { OpenDraft } from "../drafts/open-draft.ts";
import { addFile } from "../drafts/papers.ts";
import { type Problem, problem } from "../problems.ts";
import type { AtPoint } from "../visits/open-visit.ts";
import { beginScan, type ScannedPage } from "./scan-errand.ts";

/** Who scans, and from where the sheets come. */
export interface Scanning {
  readonly source: ScanOrder["source"];
  readonly visit: VisitKey | null;
  readonly staff: string | null;
}

export function isScanSource(word: string): word is ScanOrder["source"] {
  return word === "auto" || word === "glass" || word === "feeder";
}

export async function hasScanner(context: Context, place: AtPoint): Promise<boolean> {
  return (await listDevices(context.database.sql, place.office, place.point)).some(({ kind }) => kind === "scanner");
}

/** Scans into a paper of the draft: each page goes through the same intake as a photograph, as it comes. Answers the errand's id. */
export async function scanIntoPaper(
  context: Context,
  place: AtPoint,
  { draft, procedure }: OpenDraft,
  paper: string,
  { source, visit, staff }: Scanning,
): Promise<Result<string, Problem>> {
  if (!procedure.papers.some((candidate) => candidate.id === paper)) return refuse(problem("draft-not-found"));
  context.intake.wake();
  return beginScan(context, place, {
    source,
    visit,
    staff,
    about: { draft: draft.draft, paper, copies: null },
    take: async (page) => {
      const added = await throughFile(context, page, (path) => addFile(context, draft, paper, path));
      return added.ok ? null : added.reason.sentence;
    },
    finish: async () => null,
  });
}

async function throughFile<Value>(context: Context, page: ScannedPage, take: (path: string) => Promise<Value>): Promise<Value> {
  await mkdir(context.uploadsFolder, { recursive: true });
  const path = join(context.uploadsFolder, context.newId());
  try {
    await writeFile(path, page.bytes, { mode: 0o600 });
    return await take(path);
  } finally {
    await rm(path, { force: true });
  }
}

export function readScan(context: Context, job: string): Promise<ScanJob | null> {
  return isUuid(job) ? readScanJob(context.database.sql, job) : Promise.resolve(null);
}

/** An errand in words for whoever waits: whether it is over, how many pages there are, and what to do. */
export function scanWords(job: ScanJob): { readonly state: "waiting" | "done" | "failed"; readonly sentences: readonly string[] } {
  const count = job.pages > 0 ? [`Đã có ${job.pages} trang.`] : [];
  if (job.endedAt === null)
    return { state: "waiting", sentences: [SCAN_PHASES[(job.phase ?? "asking") as keyof typeof SCAN_PHASES], ...count, ...job.refused] };
  if (job.problem) return { state: "failed", sentences: [SCAN_PROBLEMS[job.problem as ScannerTrouble], ...count, ...job.refused] };
  return job.refused.length > 0
    ? { state: "failed", sentences: [...count, ...job.refused] }
    : { state: "done", sentences: [`Đã quét xong ${job.pages} trang.`] };
}

/** After a start: what was under way before is over. */
export function forgetScans(context: Context): Promise<void> {
  return endForgottenScanJobs(context.database.sql, context.now());
}
