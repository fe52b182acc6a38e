import type { Sql } from "../database/database.ts";
import type { DraftKey } from "./drafts.ts";

/** Whose a session is. A guest has no account: it may open the drafts that it began or proved the slip of. */
export interface Session {
  readonly tokenHash: Uint8Array;
  readonly kind: "citizen" | "staff" | "guest";
  readonly account: string | null;
  readonly office: string | null;
  readonly staff: string | null;
  readonly secondFactorOwed: boolean;
  readonly expiresAt: Date;
}

export async function insertSession(sql: Sql, session: Session, at: Date): Promise<void> {
  await sql`
    insert into sessions (token_hash, kind, account, office, staff, second_factor_owed, created_at, seen_at, expires_at)
    values (${session.tokenHash}, ${session.kind}, ${session.account}, ${session.office}, ${session.staff}, ${session.secondFactorOwed}, ${at}, ${at}, ${session.expiresAt})`;
}

export async function readSession(sql: Sql, tokenHash: Uint8Array, now: Date): Promise<Session | null> {
  const [row] = await sql<Session[]>`
    select token_hash as "tokenHash", kind, account, office, staff, second_factor_owed as "secondFactorOwed", expires_at as "expiresAt"
    from sessions where token_hash = ${tokenHash} and expires_at > ${now}`;
  return row ?? null;
}

/** The second factor was given: the session counts from now on. */
export async function settleSecondFactor(sql: Sql, tokenHash: Uint8Array): Promise<void> {
  await sql`update sessions set second_factor_owed = false where token_hash = ${tokenHash}`;
}

export async function extendSession(sql: Sql, tokenHash: Uint8Array, now: Date, expiresAt: Date): Promise<void> {
  await sql`update sessions set seen_at = ${now}, expires_at = ${expiresAt} where token_hash = ${tokenHash}`;
}

export async function deleteSession(sql: Sql, tokenHash: Uint8Array): Promise<void> {
  await sql`delete from sessions where token_hash = ${tokenHash}`;
}

export async function deleteExpiredSessions(sql: Sql, now: Date): Promise<void> {
  await sql`delete from sessions where expires_at < ${now}`;
}

/** Lets a session open a draft until the session ends. */
export async function grantDraft(sql: Sql, tokenHash: Uint8Array, key: DraftKey): Promise<void> {
  await sql`insert into session_drafts (token_hash, office, draft) values (${tokenHash}, ${key.office}, ${key.draft}) on conflict do nothing`;
}

export async function mayOpenDraft(sql: Sql, tokenHash: Uint8Array, key: DraftKey): Promise<boolean> {
  const rows = await sql`select 1 from session_drafts where token_hash = ${tokenHash} and office = ${key.office} and draft = ${key.draft}`;
  return rows.length === 1;
}

/** May the session open a draft that became this dossier? */
export async function mayOpenLodged(sql: Sql, tokenHash: Uint8Array, key: { office: string; dossier: string }): Promise<boolean> {
  const rows = await sql`
    select 1 from session_drafts join drafts using (office, draft)
    where token_hash = ${tokenHash} and lodged_office = ${key.office} and lodged_dossier = ${key.dossier}`;
  return rows.length > 0;
}
