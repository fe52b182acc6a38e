import type { Sql } from "../database/database.ts";

export type VoiceState = "waiting" | "approved" | "declined" | "replaced";

/** The question, in the very words, in a language: what a recording is of. */
export interface VoiceOf {
  readonly office: string;
  readonly procedure: string;
  readonly piece: string;
  readonly language: string;
  readonly wordsSha256: string;
}

export interface VoiceRecord extends VoiceOf {
  readonly voice: string;
  readonly soundSha256: string;
  readonly soundType: string;
  readonly seconds: number | null;
  readonly state: VoiceState;
  readonly recordedBy: string;
  readonly recordedByName: string;
  readonly recordedAt: Date;
  readonly reason: string | null;
}

/** Keeps a recording that waits for an officer; one that waited for the same words steps aside. */
export async function insertVoice(sql: Sql, voice: Omit<VoiceRecord, "state" | "recordedByName" | "reason">): Promise<void> {
  await stepAside(sql, voice, "waiting", voice.recordedAt);
  await sql`
    insert into voices (office, voice, procedure, piece, words_sha256, language, sound_sha256, sound_type, seconds, state, recorded_by, recorded_at)
    values (${voice.office}, ${voice.voice}, ${voice.procedure}, ${voice.piece}, ${voice.wordsSha256}, ${voice.language}, ${voice.soundSha256},
      ${voice.soundType}, ${voice.seconds}, 'waiting', ${voice.recordedBy}, ${voice.recordedAt})`;
}

/** The one that waits, locked until the transaction ends; null when somebody else decided on it. */
export async function lockWaitingVoice(sql: Sql, office: string, voice: string): Promise<VoiceRecord | null> {
  const [row] = await sql<VoiceRecord[]>`
    select ${columns(sql)} from voices join staff on staff.office = voices.office and staff.staff = voices.recorded_by
    where voices.office = ${office} and voice = ${voice} and state = 'waiting' for update of voices`;
  return row ?? null;
}

/** From now on this one is played, and the one before it no longer. */
export async function approveVoice(sql: Sql, voice: VoiceRecord, by: string, at: Date): Promise<void> {
  await stepAside(sql, voice, "approved", at);
  await sql`
    update voices set state = 'approved', decided_by = ${by}, decided_at = ${at} where office = ${voice.office} and voice = ${voice.voice}`;
}

export async function declineVoice(sql: Sql, voice: VoiceRecord, by: string, at: Date, reason: string): Promise<void> {
  await sql`
    update voices set state = 'declined', decided_by = ${by}, decided_at = ${at}, reason = ${reason}
    where office = ${voice.office} and voice = ${voice.voice}`;
}

/** What may be played for these words, in any of the languages. */
export async function findPlayed(
  sql: Sql,
  of: Omit<VoiceOf, "language">,
  languages: readonly string[],
): Promise<{ language: string; soundSha256: string; soundType: string }[]> {
  return sql<{ language: string; soundSha256: string; soundType: string }[]>`
    select language, sound_sha256 as "soundSha256", sound_type as "soundType" from voices
    where office = ${of.office} and procedure = ${of.procedure} and piece = ${of.piece} and words_sha256 = ${of.wordsSha256}
      and language in ${sql(languages)} and state = 'approved'`;
}

/** In which languages something is played, and of how many pieces. */
export async function countPlayed(sql: Sql, office: string): Promise<{ language: string; count: number }[]> {
  return sql<{ language: string; count: number }[]>`
    select language, count(*) from voices where office = ${office} and state = 'approved' group by language`;
}

/** Everything of a language that is played, waits or was sent back; the newest first. */
export async function listVoices(sql: Sql, office: string, language: string): Promise<VoiceRecord[]> {
  return sql<VoiceRecord[]>`
    select ${columns(sql)} from voices join staff on staff.office = voices.office and staff.staff = voices.recorded_by
    where voices.office = ${office} and language = ${language} and state <> 'replaced' order by recorded_at desc`;
}

/** What waits for an officer, the oldest first. */
export async function listWaitingVoices(sql: Sql, office: string, limit: number): Promise<VoiceRecord[]> {
  return sql<VoiceRecord[]>`
    select ${columns(sql)} from voices join staff on staff.office = voices.office and staff.staff = voices.recorded_by
    where voices.office = ${office} and state = 'waiting' order by recorded_at limit ${limit}`;
}

export async function readVoice(sql: Sql, office: string, voice: string): Promise<VoiceRecord | null> {
  const [row] = await sql<VoiceRecord[]>`
    select ${columns(sql)} from voices join staff on staff.office = voices.office and staff.staff = voices.recorded_by
    where voices.office = ${office} and voice = ${voice} and state <> 'replaced'`;
  return row ?? null;
}

/** Another one takes its place; its sound is let go of. */
async function stepAside(sql: Sql, of: VoiceOf, state: VoiceState, at: Date): Promise<void> {
  await sql`
    with gone as (
      update voices set state = 'replaced'
      where office = ${of.office} and procedure = ${of.procedure} and piece = ${of.piece} and language = ${of.language}
        and words_sha256 = ${of.wordsSha256} and state = ${state}
      returning sound_sha256
    )
    insert into loose_content (sha256, since) select distinct sound_sha256, ${at}::timestamptz from gone
    on conflict (sha256) do update set since = excluded.since`;
}

function columns(sql: Sql) {
  return sql`voices.office, voice, procedure, piece, words_sha256 as "wordsSha256", language, sound_sha256 as "soundSha256",
    sound_type as "soundType", seconds, state, recorded_by as "recordedBy", staff.name as "recordedByName", recorded_at as "recordedAt", reason`;
}
