import type { Sql } from "../database/database.ts";
import type { DraftKey } from "./drafts.ts";
import type { VisitKey } from "./visits.ts";

/** Whose a session is. A guest has no account: it may open the drafts that it began or proved the slip of. */
export interface Session {
  readonly tokenHash: Uint8Array;
  readonly kind: "citizen" | "staff" | "guest";
  readonly account: string | null;
  readonly office: string | null;
  readonly staff: string | null;
  readonly secondFactorOwed: boolean;
  readonly expiresAt: Date;
  /** The visit that the session is: at a point, what is done in it hangs on that. For staff, whose form they are filling in. */
  readonly visit: VisitKey | null;
}

export async function insertSession(sql: Sql, session: Session, at: Date): Promise<void> {
  await sql`
    insert into sessions (token_hash, kind, account, office, staff, second_factor_owed, created_at, seen_at, expires_at, visit_office, visit)
    values (${session.tokenHash}, ${session.kind}, ${session.account}, ${session.office}, ${session.staff}, ${session.secondFactorOwed}, ${at}, ${at},
      ${session.expiresAt}, ${session.visit?.office ?? null}, ${session.visit?.visit ?? null})`;
}

export async function readSession(sql: Sql, tokenHash: Uint8Array, now: Date): Promise<Session | null> {
  const [row] = await sql<SessionRow[]>`
    select token_hash as "tokenHash", kind, account, office, staff, second_factor_owed as "secondFactorOwed", expires_at as "expiresAt",
      visit_office as "visitOffice", visit as "visitId"
    from sessions where token_hash = ${tokenHash} and expires_at > ${now}`;
  if (!row) return null;
  const { visitOffice, visitId, ...session } = row;
  return { ...session, visit: visitOffice && visitId ? { office: visitOffice, visit: visitId } : null };
}

interface SessionRow extends Omit<Session, "visit"> {
  readonly visitOffice: string | null;
  readonly visitId: string | null;
}

/** Hangs the session on a visit, or takes it off. */
export async function saveSessionVisit(sql: Sql, tokenHash: Uint8Array, visit: VisitKey | null): Promise<void> {
  await sql`update sessions set visit_office = ${visit?.office ?? null}, visit = ${visit?.visit ?? null} where token_hash = ${tokenHash}`;
}

/** The visit is over: the visitor's sessions go with it, on every device; a member of staff only stops acting in it. */
export async function endSessionsOfVisit(sql: Sql, key: VisitKey): Promise<void> {
  await sql`delete from sessions where visit_office = ${key.office} and visit = ${key.visit} and kind <> 'staff'`;
  await sql`update sessions set visit_office = null, visit = null where visit_office = ${key.office} and visit = ${key.visit}`;
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

/** Answers how many went. */
export async function deleteExpiredSessions(sql: Sql, now: Date): Promise<number> {
  const gone = await sql`delete from sessions where expires_at < ${now} returning 1`;
  return gone.length;
}

export async function deleteSessionsOfAccount(sql: Sql, account: string): Promise<void> {
  await sql`delete from sessions where account = ${account}`;
}

/** Lets a session open a draft until the session ends. */
export async function grantDraft(sql: Sql, tokenHash: Uint8Array, key: DraftKey): Promise<void> {
  await sql`insert into session_drafts (token_hash, office, draft) values (${tokenHash}, ${key.office}, ${key.draft}) on conflict do nothing`;
}

export async function mayOpenDraft(sql: Sql, tokenHash: Uint8Array, key: DraftKey): Promise<boolean> {
  const rows = await sql`select 1 from session_drafts where token_hash = ${tokenHash} and office = ${key.office} and draft = ${key.draft}`;
  return rows.length === 1;
}
