import type { Sql } from "../database/database.ts";
import type { DraftKey } from "./drafts.ts";
import type { VisitKey } from "./visits.ts";

export interface PhoneLink extends DraftKey {
  readonly link: string;
  readonly paper: string;
  readonly visit: string | null;
  readonly expiresAt: Date;
}

/** Offers a code; an earlier one of the same draft ends, so that one phone at a time is connected. */
export async function insertPhoneLink(sql: Sql, link: PhoneLink, tokenHash: Uint8Array, at: Date): Promise<void> {
  await sql`update phone_links set ended_at = ${at} where office = ${link.office} and draft = ${link.draft} and ended_at is null`;
  await sql`
    insert into phone_links (office, link, draft, paper, visit, token_hash, created_at, expires_at)
    values (${link.office}, ${link.link}, ${link.draft}, ${link.paper}, ${link.visit}, ${tokenHash}, ${at}, ${link.expiresAt})`;
}

/** Gives the code to the phone that is first; answers false when another phone has it, or its time is over. */
export async function takePhoneLink(sql: Sql, tokenHash: Uint8Array, phoneHash: Uint8Array, now: Date): Promise<boolean> {
  const rows = await sql`
    update phone_links set phone_hash = ${phoneHash}
    where token_hash = ${tokenHash} and phone_hash is null and ended_at is null and expires_at > ${now} returning 1`;
  return rows.length === 1;
}

/** The link of a phone, by its cookie, while it lives. */
export async function readPhoneLink(sql: Sql, phoneHash: Uint8Array, now: Date): Promise<PhoneLink | null> {
  const [row] = await sql<PhoneLink[]>`
    select office, link, draft, paper, visit, expires_at as "expiresAt" from phone_links
    where phone_hash = ${phoneHash} and ended_at is null and expires_at > ${now}`;
  return row ?? null;
}

/** Has a phone taken the newest code of this draft? */
export async function isPhoneThere(sql: Sql, key: DraftKey, now: Date): Promise<boolean> {
  const rows = await sql`
    select 1 from phone_links
    where office = ${key.office} and draft = ${key.draft} and phone_hash is not null and ended_at is null and expires_at > ${now}`;
  return rows.length > 0;
}

export async function endPhoneLinksOfVisit(sql: Sql, key: VisitKey, at: Date): Promise<void> {
  await sql`update phone_links set ended_at = ${at} where office = ${key.office} and visit = ${key.visit} and ended_at is null`;
}
