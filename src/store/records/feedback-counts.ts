import type { Sql } from "../database/database.ts";

/** What people said in some days, and what was answered of it. */
export interface FeedbackCounts {
  readonly glad: number;
  readonly fair: number;
  readonly sad: number;
  /** With words or a voice, so that an answer is owed. */
  readonly withWords: number;
  readonly answered: number;
}

/** Counts the feedback of offices, or of one point of theirs, said on these days (YYYY-MM-DD at the office, both included). */
export async function countFeedback(
  sql: Sql,
  scope: { readonly offices: readonly string[]; readonly point?: string | undefined },
  days: { readonly from: string; readonly to: string },
): Promise<FeedbackCounts> {
  if (scope.offices.length === 0) return NONE;
  const [row] = await sql<FeedbackCounts[]>`
    select count(*) filter (where face = 'glad') as glad, count(*) filter (where face = 'fair') as fair, count(*) filter (where face = 'sad') as sad,
      count(*) filter (where words <> '' or voice_sha256 is not null) as "withWords", count(answered_at) as answered
    from feedback where office in ${sql([...scope.offices])} ${scope.point === undefined ? sql`` : sql`and point = ${scope.point}`}
      and said_at >= (${days.from}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'
      and said_at < (${days.to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`;
  return row ?? NONE;
}

const NONE: FeedbackCounts = { glad: 0, fair: 0, sad: 0, withWords: 0, answered: 0 };
