import type { Sql } from "../database/database.ts";

/** How many rows of an office. */
export interface OfficeCount {
  readonly office: string;
  readonly count: number;
}

/** What belongs to no office stands under this. */
export const NO_OFFICE = "*";

/**
 * Kinds that are rows and nothing else: what of them began its time before an instant is counted, or goes. Bytes that rows held are let go of
 * (loose_content) and leave the disk when nothing else holds them.
 */
export interface RowSweeper {
  count(sql: Sql, before: Date): Promise<OfficeCount[]>;
  erase(sql: Sql, before: Date, now: Date): Promise<OfficeCount[]>;
}

export const VISIT_NAMES: RowSweeper = {
  count: (sql, before) => sql<OfficeCount[]>`
    select office, count(*)::int as count from visits where visitor_name is not null and ended_at < ${before} group by office`,
  erase: (sql, before) => sql<OfficeCount[]>`
    with gone as (update visits set visitor_name = null where visitor_name is not null and ended_at < ${before} returning office)
    select office, count(*)::int as count from gone group by office`,
};

/** The signature's bytes go, and the words with the name; that there was a mandate, of which words (by their hash) and how it was proven, stays. */
export const MANDATE_SIGNATURES: RowSweeper = {
  count: (sql, before) => sql<OfficeCount[]>`
    select office, count(*)::int as count from mandates where ended_at < ${before} and citizen <> '' group by office`,
  erase: (sql, before, now) => sql<OfficeCount[]>`
    with old as (select office, mandate, proof->>'sha256' as sha256 from mandates where ended_at < ${before} and citizen <> ''),
      loose as (insert into loose_content (sha256, since) select distinct sha256, ${now}::timestamptz from old where sha256 is not null
        on conflict (sha256) do update set since = excluded.since),
      gone as (update mandates set citizen = '', text = '', proof = proof - 'sha256' - 'slipCode' from old
        where mandates.office = old.office and mandates.mandate = old.mandate returning mandates.office)
    select office, count(*)::int as count from gone group by office`,
};

export const FEEDBACK_VOICES: RowSweeper = {
  count: (sql, before) => sql<OfficeCount[]>`
    select office, count(*)::int as count from feedback
    where coalesce(answered_at, said_at) < ${before} and (voice_sha256 is not null or name is not null) group by office`,
  erase: (sql, before, now) => sql<OfficeCount[]>`
    with old as (select office, feedback, voice_sha256 from feedback
        where coalesce(answered_at, said_at) < ${before} and (voice_sha256 is not null or name is not null)),
      loose as (insert into loose_content (sha256, since) select distinct voice_sha256, ${now}::timestamptz from old where voice_sha256 is not null
        on conflict (sha256) do update set since = excluded.since),
      gone as (update feedback set voice_sha256 = null, name = null from old
        where feedback.office = old.office and feedback.feedback = old.feedback returning feedback.office)
    select office, count(*)::int as count from gone group by office`,
};

/** Name, words and answer go; that something was asked, when, and how it was answered, stays to be counted. */
export const REQUESTS: RowSweeper = {
  count: (sql, before) => sql<OfficeCount[]>`
    select office, count(*)::int as count from personal_requests where answered_at < ${before} and emptied_at is null group by office`,
  erase: (sql, before, now) => sql<OfficeCount[]>`
    with gone as (update personal_requests set name = '', words = '', answer = '', account = null, dossier = null, emptied_at = ${now}
      where answered_at < ${before} and emptied_at is null returning office)
    select office, count(*)::int as count from gone group by office`,
};

export const CONSENTS: RowSweeper = {
  count: (sql, before) => sql<OfficeCount[]>`
    select office, count(*)::int as count from consents where withdrawn_at < ${before} group by office`,
  erase: (sql, before) => sql<OfficeCount[]>`
    with gone as (delete from consents where withdrawn_at < ${before} returning office)
    select office, count(*)::int as count from gone group by office`,
};

/** Drafts carry the end of their time themselves: it stands on their slip. `at` is the instant that it is compared with. */
export async function countExpiringDrafts(sql: Sql, at: Date): Promise<(OfficeCount & { practice: boolean })[]> {
  return sql<(OfficeCount & { practice: boolean })[]>`
    select office, practice, count(*)::int as count from drafts where expires_at < ${at} group by office, practice`;
}

/** Lets go of what one dossier's feedback says of its author: voice and name. Answers how many. */
export async function eraseFeedbackOf(sql: Sql, key: { office: string; dossier: string }, now: Date): Promise<number> {
  return emptied(sql, sql`office = ${key.office} and dossier = ${key.dossier}`, now);
}

async function emptied(sql: Sql, which: ReturnType<Sql>, now: Date): Promise<number> {
  await sql`
    insert into loose_content (sha256, since) select distinct voice_sha256, ${now}::timestamptz from feedback where ${which} and voice_sha256 is not null
    on conflict (sha256) do update set since = excluded.since`;
  const rows = await sql`
    update feedback set voice_sha256 = null, name = null where ${which} and (voice_sha256 is not null or name is not null) returning 1`;
  return rows.length;
}
