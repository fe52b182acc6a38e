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

/** What was said and where to; that somebody was told, of what kind and when, stays. What still waits after so long is sent no more. */
export const MESSAGE_WORDS: RowSweeper = {
  count: (sql, before) => sql<OfficeCount[]>`
    select office, count(*)::int as count from deliveries where made_at < ${before} and recipient <> '' group by office`,
  erase: (sql, before) => sql<OfficeCount[]>`
    with gone as (update deliveries set recipient = '', subject = '', body = '', error = null,
        state = case when state = 'sent' or state = 'shown' then state else 'stuck' end, claim = null
      where made_at < ${before} and recipient <> '' returning office, delivery),
    files as (delete from delivery_files where (office, delivery) in (select office, delivery from gone))
    select office, count(*)::int as count from gone group by office`,
};

/** Addresses that were given for one dossier, when that dossier has ended. That somebody said no stays. */
export const MESSAGE_ADDRESSES: RowSweeper = {
  count: (sql, before) => sql<OfficeCount[]>`
    select office, count(*)::int as count from message_wishes where email is not null and ${endedBefore(sql, before)} group by office`,
  erase: (sql, before) => sql<OfficeCount[]>`
    with gone as (update message_wishes set email = null where email is not null and ${endedBefore(sql, before)} returning office)
    select office, count(*)::int as count from gone group by office`,
};

function endedBefore(sql: Sql, before: Date) {
  return sql`exists (select 1 from dossier_events as ending where ending.office = message_wishes.office and ending.dossier = message_wishes.dossier
    and ending.type in ('declined', 'withdrawn', 'stopped', 'handed-over', 'transferred') and ending.at < ${before})`;
}

export const CALL_NOTES: RowSweeper = {
  count: (sql, before) => sql<OfficeCount[]>`
    select office, count(*)::int as count from call_tries join calls using (office, call)
    where at < ${before} and words <> '' and closed_at is not null group by office`,
  erase: (sql, before) => sql<OfficeCount[]>`
    with gone as (update call_tries set words = '' from calls
      where calls.office = call_tries.office and calls.call = call_tries.call and at < ${before} and words <> '' and closed_at is not null
      returning call_tries.office)
    select office, count(*)::int as count from gone group by office`,
};

/** The photographs and file names of which the dossier's papers were made. A trigger lets go of the bytes (0015). */
export const LODGED_DRAFTS: RowSweeper = {
  count: (sql, before) => sql<OfficeCount[]>`
    select office, count(*)::int as count from drafts where ${lodgedBefore(sql, before)}
      and (exists (select 1 from draft_pages where draft_pages.office = drafts.office and draft_pages.draft = drafts.draft)
        or exists (select 1 from uploads where uploads.office = drafts.office and uploads.draft = drafts.draft)) group by office`,
  erase: (sql, before) => sql<OfficeCount[]>`
    with old as (select office, draft from drafts where ${lodgedBefore(sql, before)}),
      pages as (delete from draft_pages using old where draft_pages.office = old.office and draft_pages.draft = old.draft
        returning old.office, old.draft),
      names as (delete from uploads using old where uploads.office = old.office and uploads.draft = old.draft returning old.office, old.draft),
      gone as (select office, draft from pages union select office, draft from names)
    select office, count(*)::int as count from gone group by office`,
};

function lodgedBefore(sql: Sql, before: Date) {
  return sql`lodged_dossier is not null and exists (select 1 from dossiers where dossiers.office = drafts.lodged_office
    and dossiers.dossier = drafts.lodged_dossier and dossiers.created_at < ${before})`;
}

/** Lets go of what messages about one dossier said and where they went, and of what was noted of calls. Answers how many. */
export async function eraseMessagesOf(sql: Sql, key: { office: string; dossier: string }): Promise<number> {
  const told = await sql`
    update deliveries set recipient = '', subject = '', body = '', error = null, claim = null,
      state = case when state = 'sent' or state = 'shown' then state else 'stuck' end
    where office = ${key.office} and dossier = ${key.dossier} and recipient <> '' returning 1`;
  await sql`update message_wishes set email = null where office = ${key.office} and dossier = ${key.dossier}`;
  const noted = await sql`
    update call_tries set words = '' from calls
    where calls.office = call_tries.office and calls.call = call_tries.call and call_tries.office = ${key.office} and dossier = ${key.dossier}
      and words <> '' returning 1`;
  return told.length + noted.length;
}

/** Drafts carry the end of their time themselves: it stands on their slip. `at` is the instant that it is compared with. */
export async function countExpiringDrafts(sql: Sql, at: Date): Promise<(OfficeCount & { practice: boolean })[]> {
  return sql<(OfficeCount & { practice: boolean })[]>`
    select office, practice, count(*)::int as count from drafts where expires_at < ${at} group by office, practice`;
}

/** Lets go of what one dossier's feedback says of its author: voice and name. Answers how many. */
export async function eraseFeedbackOf(sql: Sql, key: { office: string; dossier: string }, now: Date): Promise<number> {
  return emptied(sql, sql`office = ${key.office} and dossier = ${key.dossier}`, now);
}

/** The same for one piece of feedback, whose author takes the consent back. */
export async function eraseFeedbackVoice(sql: Sql, key: { office: string; feedback: string }, now: Date): Promise<number> {
  return emptied(sql, sql`office = ${key.office} and feedback = ${key.feedback}`, now);
}

async function emptied(sql: Sql, which: ReturnType<Sql>, now: Date): Promise<number> {
  await sql`
    insert into loose_content (sha256, since) select distinct voice_sha256, ${now}::timestamptz from feedback where ${which} and voice_sha256 is not null
    on conflict (sha256) do update set since = excluded.since`;
  const rows = await sql`
    update feedback set voice_sha256 = null, name = null where ${which} and (voice_sha256 is not null or name is not null) returning 1`;
  return rows.length;
}
