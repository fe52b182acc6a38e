import type { Answers } from "../../domain/forms/answers.ts";
import type { Applicant } from "../../domain/forms/fill.ts";
import type { Sql } from "../database/database.ts";

export interface DraftKey {
  readonly office: string;
  readonly draft: string;
}

export interface Draft extends DraftKey {
  readonly point: string | null;
  readonly slipCode: string;
  readonly slipSecretHash: string;
  readonly account: string | null;
  readonly procedure: string;
  readonly version: string;
  readonly answers: Answers;
  readonly applicant: Applicant | null;
  /** What other people's cards said, by the name under which the declaration asks of them. */
  readonly cards: Readonly<Record<string, Applicant>>;
  readonly receiver: string | null;
  readonly practice: boolean;
  readonly expiresAt: Date;
  readonly lodgedOffice: string | null;
  readonly lodgedDossier: string | null;
  /** The visit in which it was begun or last come back to; none outside a point. */
  readonly visit: string | null;
}

export async function insertDraft(sql: Sql, draft: Draft, at: Date): Promise<boolean> {
  const rows = await sql`
    insert into drafts (office, draft, point, slip_code, slip_secret_hash, account, procedure, version, answers, applicant, receiver, practice, created_at, changed_at, expires_at, visit)
    values (${draft.office}, ${draft.draft}, ${draft.point}, ${draft.slipCode}, ${draft.slipSecretHash}, ${draft.account}, ${draft.procedure}, ${draft.version},
      ${sql.json(draft.answers)}, ${draft.applicant === null ? null : sql.json({ ...draft.applicant })}, ${draft.receiver}, ${draft.practice}, ${at}, ${at}, ${draft.expiresAt}, ${draft.visit})
    on conflict (slip_code) do nothing returning 1`;
  return rows.length === 1;
}

export async function readDraft(sql: Sql, draft: string): Promise<Draft | null> {
  const [row] = await sql<Draft[]>`select ${columns(sql)} from drafts where draft = ${draft}`;
  return row ?? null;
}

/** The draft, locked until the transaction ends. */
export async function lockDraft(sql: Sql, key: DraftKey): Promise<Draft | null> {
  const [row] = await sql<Draft[]>`select ${columns(sql)} from drafts where office = ${key.office} and draft = ${key.draft} for update`;
  return row ?? null;
}

export async function findDraftBySlip(sql: Sql, slipCode: string): Promise<Draft | null> {
  const [row] = await sql<Draft[]>`select ${columns(sql)} from drafts where slip_code = ${slipCode}`;
  return row ?? null;
}

/** Puts these answers over the ones that are there: the other pages' answers stay. */
export async function mergeAnswers(sql: Sql, key: DraftKey, answers: Answers, at: Date): Promise<void> {
  await sql`update drafts set answers = answers || ${sql.json(answers)}, changed_at = ${at} where office = ${key.office} and draft = ${key.draft}`;
}

export async function saveApplicant(sql: Sql, key: DraftKey, applicant: Applicant, at: Date): Promise<void> {
  await sql`update drafts set applicant = ${sql.json({ ...applicant })}, changed_at = ${at} where office = ${key.office} and draft = ${key.draft}`;
}

export async function saveCard(sql: Sql, key: DraftKey, of: string, card: Applicant, at: Date): Promise<void> {
  await sql`
    update drafts set cards = cards || ${sql.json({ [of]: { ...card } })}, changed_at = ${at} where office = ${key.office} and draft = ${key.draft}`;
}

export async function saveReceiver(sql: Sql, key: DraftKey, receiver: string): Promise<void> {
  await sql`update drafts set receiver = ${receiver} where office = ${key.office} and draft = ${key.draft}`;
}

/** Hangs the draft on the visit in which somebody goes on with it. */
export async function saveDraftVisit(sql: Sql, key: DraftKey, visit: string): Promise<void> {
  await sql`update drafts set visit = ${visit} where office = ${key.office} and draft = ${key.draft}`;
}

export async function listDraftsOfVisit(sql: Sql, office: string, visit: string): Promise<Draft[]> {
  return sql<Draft[]>`select ${columns(sql)} from drafts where office = ${office} and visit = ${visit} order by created_at`;
}

/** A new four-digit secret takes the place of the old: when the slip is printed again. */
export async function saveSlipSecret(sql: Sql, key: DraftKey, secretHash: string): Promise<void> {
  await sql`update drafts set slip_secret_hash = ${secretHash} where office = ${key.office} and draft = ${key.draft}`;
}

/** The draft became a dossier; its answers go, since the dossier keeps them. */
export async function closeDraft(sql: Sql, key: DraftKey, dossier: { office: string; dossier: string }): Promise<void> {
  await sql`
    update drafts set lodged_office = ${dossier.office}, lodged_dossier = ${dossier.dossier}, answers = '{}', applicant = null, cards = '{}'
    where office = ${key.office} and draft = ${key.draft}`;
}

export async function listDraftsOfAccount(sql: Sql, account: string, limit: number): Promise<Draft[]> {
  return sql<Draft[]>`
    select ${columns(sql)} from drafts where account = ${account} and lodged_dossier is null and not practice order by changed_at desc limit ${limit}`;
}

/** Drafts whose time is over and that were never sent. */
export async function listExpiredDrafts(sql: Sql, now: Date): Promise<Draft[]> {
  return sql<Draft[]>`select ${columns(sql)} from drafts where expires_at < ${now} and lodged_dossier is null and not practice
    and not exists (select 1 from paper_intakes at_counter where at_counter.office = drafts.office and at_counter.draft = drafts.draft)
    and not exists (select 1 from supplement_intakes at_counter where at_counter.office = drafts.office and at_counter.draft = drafts.draft)`;
}

/** Drafts whose time is over go with their pages' rows; the bytes are let go of (loose_content). Answers how many went, by office. */
export async function deleteExpiredDrafts(sql: Sql, now: Date): Promise<{ office: string; practice: boolean; count: number }[]> {
  return sql<{ office: string; practice: boolean; count: number }[]>`
    with gone as (delete from drafts where expires_at < ${now} returning office, practice)
    select office, practice, count(*)::int as count from gone group by office, practice`;
}

/** An account's drafts that were never sent, practice too. Answers how many went. */
export async function deleteDraftsOfAccount(sql: Sql, account: string): Promise<number> {
  const gone = await sql`delete from drafts where account = ${account} and lodged_dossier is null returning 1`;
  return gone.length;
}

function columns(sql: Sql) {
  return sql`office, draft, point, slip_code as "slipCode", slip_secret_hash as "slipSecretHash", account, procedure, version, answers, applicant,
    cards, receiver, practice, expires_at as "expiresAt", lodged_office as "lodgedOffice", lodged_dossier as "lodgedDossier", visit`;
}
