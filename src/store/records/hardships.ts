import type { Sql } from "../database/database.ts";
import type { Draft } from "./drafts.ts";

export type Hardship = "asked" | "refused" | "stopped";

export interface QuestionCount {
  readonly procedure: string;
  readonly version: string;
  readonly page: string;
  readonly asked: number;
  readonly refused: number;
  readonly stopped: number;
}

/** Counts that a question was hard for whoever fills in the draft; once for each draft, question and way. */
export async function countHardship(
  sql: Sql,
  draft: Pick<Draft, "office" | "draft" | "procedure" | "version">,
  page: string,
  what: Hardship,
): Promise<void> {
  await sql`
    with first as (
      insert into draft_hardships (office, draft, page, what) values (${draft.office}, ${draft.draft}, ${page}, ${what})
      on conflict do nothing returning 1)
    insert into question_counts (office, procedure, version, page, what, count)
    select ${draft.office}, ${draft.procedure}, ${draft.version}, ${page}, ${what}, 1 from first
    on conflict (office, procedure, version, page, what) do update set count = question_counts.count + 1`;
}

/** The questions that were hard, the hardest first. */
export async function listQuestionCounts(sql: Sql, office: string, limit: number): Promise<QuestionCount[]> {
  return sql<QuestionCount[]>`
    select procedure, version, page,
      coalesce(sum(count) filter (where what = 'asked'), 0)::int as asked,
      coalesce(sum(count) filter (where what = 'refused'), 0)::int as refused,
      coalesce(sum(count) filter (where what = 'stopped'), 0)::int as stopped
    from question_counts where office = ${office} group by procedure, version, page
    order by sum(count) desc, procedure, page limit ${limit}`;
}
