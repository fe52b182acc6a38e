import type { Sql } from "../database/database.ts";

export interface PrintJob {
  readonly office: string;
  readonly job: string;
  readonly device: string;
  readonly visit: string | null;
  readonly staff: string | null;
  /** What kind of paper it is; never whose. */
  readonly what: string;
  readonly copies: number;
  /** Where it stands (PRINT_PHASES), while it is not over. */
  readonly phase: string | null;
  readonly reasons: readonly string[];
  /** Why it ended without its sheets (PRINT_PROBLEMS). */
  readonly problem: string | null;
  readonly askedAt: Date;
  readonly endedAt: Date | null;
}

export async function insertPrintJob(sql: Sql, job: Omit<PrintJob, "phase" | "reasons" | "problem" | "endedAt">): Promise<void> {
  await sql`
    insert into print_jobs (office, job, device, visit, staff, what, copies, asked_at)
    values (${job.office}, ${job.job}, ${job.device}, ${job.visit}, ${job.staff}, ${job.what}, ${job.copies}, ${job.askedAt})`;
}

export async function savePrintPhase(sql: Sql, office: string, job: string, phase: string, reasons: readonly string[]): Promise<void> {
  await sql`
    update print_jobs set phase = ${phase}, reasons = ${[...reasons]} where office = ${office} and job = ${job} and ended_at is null`;
}

export async function endPrintJob(sql: Sql, office: string, job: string, problem: string | null, at: Date): Promise<void> {
  await sql`
    update print_jobs set ended_at = ${at}, problem = ${problem}, phase = null, reasons = '{}'
    where office = ${office} and job = ${job} and ended_at is null`;
}

export async function readPrintJob(sql: Sql, job: string): Promise<PrintJob | null> {
  const [row] = await sql<PrintJob[]>`
    select office, job, device, visit, staff, what, copies, phase, reasons, problem, asked_at as "askedAt", ended_at as "endedAt"
    from print_jobs where job = ${job}`;
  return row ?? null;
}

/** What was under way when the program stopped: nobody knows what came out. */
export async function endForgottenPrintJobs(sql: Sql, at: Date): Promise<void> {
  await sql`update print_jobs set ended_at = ${at}, problem = 'unsure', phase = null where ended_at is null`;
}
