import type { RetentionKind } from "../../domain/privacy/retention.ts";
import type { Sql } from "../database/database.ts";

/** How many of a kind went on a day; all of them had their time over since before `until`. */
export interface RetentionReport {
  readonly office: string;
  /** YYYY-MM-DD at the office */
  readonly day: string;
  readonly kind: RetentionKind;
  readonly until: Date;
  readonly count: number;
  readonly lastAt: Date;
}

/** Adds to the day's report: runs come every hour. */
export async function addToReport(sql: Sql, report: RetentionReport): Promise<void> {
  await sql`
    insert into retention_reports (office, day, kind, until, count, last_at)
    values (${report.office}, ${report.day}, ${report.kind}, ${report.until}, ${report.count}, ${report.lastAt})
    on conflict (office, day, kind) do update set count = retention_reports.count + excluded.count, until = excluded.until, last_at = excluded.last_at`;
}

/** What went lately, of these offices, the latest first. */
export async function listReports(sql: Sql, offices: readonly string[], limit: number): Promise<RetentionReport[]> {
  return sql<RetentionReport[]>`
    select office, day, kind, until, count, last_at as "lastAt" from retention_reports
    where office = any(${[...offices]}) order by day desc, kind limit ${limit}`;
}
