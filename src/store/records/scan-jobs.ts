import type { Sql } from "../database/database.ts";

export interface ScanJob {
  readonly office: string;
  readonly job: string;
  readonly device: string;
  readonly visit: string | null;
  readonly staff: string | null;
  /** The paper that it is for; null for a photocopy. */
  readonly draft: string | null;
  readonly paper: string | null;
  /** Of a photocopy. */
  readonly copies: number | null;
  /** Where it stands (SCAN_PHASES), while it is not over. */
  readonly phase: string | null;
  /** Pages that were taken. */
  readonly pages: number;
  /** What was said of pages that could not be taken. */
  readonly refused: readonly string[];
  /** Why it ended before its last sheet (SCAN_PROBLEMS). */
  readonly problem: string | null;
  readonly printJob: string | null;
  readonly askedAt: Date;
  readonly endedAt: Date | null;
}

type NewScanJob = Pick<ScanJob, "office" | "job" | "device" | "visit" | "staff" | "draft" | "paper" | "copies" | "askedAt">;

export async function insertScanJob(sql: Sql, job: NewScanJob): Promise<void> {
  await sql`
    insert into scan_jobs (office, job, device, visit, staff, draft, paper, copies, asked_at)
    values (${job.office}, ${job.job}, ${job.device}, ${job.visit}, ${job.staff}, ${job.draft}, ${job.paper}, ${job.copies}, ${job.askedAt})`;
}

export async function saveScanPhase(sql: Sql, office: string, job: string, phase: string): Promise<void> {
  await sql`update scan_jobs set phase = ${phase} where office = ${office} and job = ${job} and ended_at is null`;
}

/** One page more, taken or refused with that sentence. */
export async function countScannedPage(sql: Sql, office: string, job: string, refused: string | null): Promise<void> {
  await sql`
    update scan_jobs set pages = pages + ${refused === null ? 1 : 0}, refused = refused || ${refused === null ? [] : [refused]}
    where office = ${office} and job = ${job}`;
}

export async function endScanJob(
  sql: Sql,
  office: string,
  job: string,
  end: { problem: string | null; printJob: string | null },
  at: Date,
): Promise<void> {
  await sql`
    update scan_jobs set ended_at = ${at}, problem = ${end.problem}, print_job = ${end.printJob}, phase = null
    where office = ${office} and job = ${job} and ended_at is null`;
}

export async function readScanJob(sql: Sql, job: string): Promise<ScanJob | null> {
  const [row] = await sql<ScanJob[]>`
    select office, job, device, visit, staff, draft, paper, copies, phase, pages, refused, problem, print_job as "printJob", asked_at as "askedAt",
      ended_at as "endedAt"
    from scan_jobs where job = ${job}`;
  return row ?? null;
}

/** What was under way when the program stopped ended there; its pages stay. */
export async function endForgottenScanJobs(sql: Sql, at: Date): Promise<void> {
  await sql`update scan_jobs set ended_at = ${at}, problem = 'lost', phase = null where ended_at is null`;
}
