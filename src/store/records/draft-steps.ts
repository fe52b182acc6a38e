import type { FilledPage } from "../../domain/point/degree.ts";
import type { Sql } from "../database/database.ts";
import type { DraftKey } from "./drafts.ts";

/** Writes down who answered a page. A helper's hand is not undone by a later look of the citizen. */
export async function noteStep(sql: Sql, key: DraftKey, page: string, staff: string | null, at: Date): Promise<void> {
  await sql`
    insert into draft_steps (office, draft, page, who, staff, at)
    values (${key.office}, ${key.draft}, ${page}, ${staff === null ? "citizen" : "helper"}, ${staff}, ${at})
    on conflict (office, draft, page) do update set who = excluded.who, staff = excluded.staff, at = excluded.at where draft_steps.who = 'citizen'`;
}

export interface DraftStep extends FilledPage {
  readonly staff: string | null;
}

export async function listSteps(sql: Sql, key: DraftKey): Promise<DraftStep[]> {
  return sql<DraftStep[]>`select page, who, staff from draft_steps where office = ${key.office} and draft = ${key.draft} order by at, page`;
}
