import type { Sql } from "../database/database.ts";

/**
 * Content that something let go of before that moment, and that nothing holds any more: no page of a draft, no dossier, no
 * recording, no signature. What is held again is struck off the list on the way.
 */
export async function listLooseContent(sql: Sql, before: Date, limit: number): Promise<string[]> {
  await sql`
    delete from loose_content where since < ${before} and (
      exists (select 1 from draft_pages where draft_pages.sha256 = loose_content.sha256)
      or exists (select 1 from draft_pages where preview_sha256 = loose_content.sha256)
      or exists (select 1 from voices where sound_sha256 = loose_content.sha256 and state <> 'replaced')
      or exists (select 1 from feedback where voice_sha256 = loose_content.sha256)
      or exists (select 1 from mandates where proof->>'sha256' = loose_content.sha256)
      or exists (select 1 from dossier_files where dossier_files.sha256 = loose_content.sha256))`;
  const rows = await sql<{ sha256: string }[]>`select sha256 from loose_content where since < ${before} order by since limit ${limit}`;
  return rows.map(({ sha256 }) => sha256);
}

export async function strikeLooseContent(sql: Sql, removed: readonly string[]): Promise<void> {
  await sql`delete from loose_content where sha256 = any(${[...removed]})`;
}

/** Content that something lets go of now. */
export async function letGo(sql: Sql, hashes: readonly string[], now: Date): Promise<void> {
  await sql`
    insert into loose_content (sha256, since) select distinct sha256, ${now}::timestamptz from unnest(${[...hashes]}::text[]) as gone (sha256)
    on conflict (sha256) do update set since = excluded.since`;
}
