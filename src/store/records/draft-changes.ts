import type { Answers } from "../../domain/forms/answers.ts";
import type { Sql } from "../database/database.ts";
import type { DraftKey } from "./drafts.ts";

/** What a new version of its procedure asked of an open draft. */
export interface DraftChange {
  readonly version: string;
  readonly begins: string;
  readonly again: readonly string[];
  readonly aside: Readonly<Record<string, string>>;
}

export async function readDraftChange(sql: Sql, key: DraftKey): Promise<DraftChange | null> {
  const [row] = await sql<DraftChange[]>`
    select version, begins, again, aside from draft_changes where office = ${key.office} and draft = ${key.draft}`;
  return row ?? null;
}

/** Puts a draft under the new version with the answers that fit. What an earlier change put aside stays aside. */
export async function moveDraftRow(sql: Sql, key: DraftKey, answers: Answers, change: DraftChange, at: Date): Promise<void> {
  await sql`
    update drafts set version = ${change.version}, answers = ${sql.json(answers)} where office = ${key.office} and draft = ${key.draft}`;
  await sql`
    insert into draft_changes (office, draft, version, begins, again, aside, moved_at)
    values (${key.office}, ${key.draft}, ${change.version}, ${change.begins}, ${[...change.again]}, ${sql.json(change.aside)}, ${at})
    on conflict (office, draft) do update set version = excluded.version, begins = excluded.begins, again = excluded.again,
      aside = draft_changes.aside || excluded.aside, moved_at = excluded.moved_at`;
}

/** What was put aside holds answers: it goes when the draft becomes a dossier. */
export async function deleteDraftChange(sql: Sql, key: DraftKey): Promise<void> {
  await sql`delete from draft_changes where office = ${key.office} and draft = ${key.draft}`;
}
