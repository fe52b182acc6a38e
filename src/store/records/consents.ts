import type { ConsentFor, ConsentPurpose, ConsentWay } from "../../domain/privacy/consent.ts";
import type { Sql } from "../database/database.ts";

/** Whose a consent is. */
export type ConsentSubject = { readonly account: string } | { readonly dossier: string } | { readonly feedback: string };

export interface Consent {
  readonly office: string;
  readonly consent: string;
  readonly account: string | null;
  readonly dossier: string | null;
  readonly feedback: string | null;
  readonly purpose: ConsentPurpose;
  /** The very words. */
  readonly text: string;
  readonly textSha256: string;
  readonly whom: ConsentFor;
  readonly way: ConsentWay;
  readonly witness: string | null;
  readonly givenAt: Date;
  readonly withdrawnAt: Date | null;
}

/** False when it stands already: agreeing twice is agreeing once. */
export async function insertConsent(
  sql: Sql,
  subject: ConsentSubject,
  given: Omit<Consent, "account" | "dossier" | "feedback" | "withdrawnAt">,
): Promise<boolean> {
  const { account, dossier, feedback } = columnsOf(subject);
  const rows = await sql`
    insert into consents (office, consent, account, dossier, feedback, purpose, text, text_sha256, whom, way, witness, given_at)
    values (${given.office}, ${given.consent}, ${account}, ${dossier}, ${feedback}, ${given.purpose}, ${given.text}, ${given.textSha256},
      ${given.whom}, ${given.way}, ${given.witness}, ${given.givenAt})
    on conflict do nothing returning 1`;
  return rows.length === 1;
}

export async function readConsent(sql: Sql, consent: string): Promise<Consent | null> {
  const [row] = await sql<Consent[]>`select ${columns(sql)} from consents where consent = ${consent}`;
  return row ?? null;
}

/** What was agreed to by an account or under these dossiers, the withdrawn too, the newest first. */
export async function listConsents(sql: Sql, account: string | null, dossiers: readonly string[]): Promise<Consent[]> {
  return sql<Consent[]>`
    select ${columns(sql)} from consents
    where account = ${account} or dossier = any(${[...dossiers]}::uuid[]) order by given_at desc`;
}

/** The consent of this purpose that stands now; null when there is none. */
export async function readStandingConsent(
  sql: Sql,
  office: string,
  subject: ConsentSubject,
  purpose: ConsentPurpose,
): Promise<Consent | null> {
  const { account, dossier, feedback } = columnsOf(subject);
  const [row] = await sql<Consent[]>`
    select ${columns(sql)} from consents
    where office = ${office} and purpose = ${purpose} and withdrawn_at is null
      and (account = ${account} or dossier = ${dossier} or feedback = ${feedback})`;
  return row ?? null;
}

/** False when it was withdrawn before. */
export async function withdrawConsent(sql: Sql, key: { office: string; consent: string }, at: Date): Promise<boolean> {
  const rows = await sql`
    update consents set withdrawn_at = ${at} where office = ${key.office} and consent = ${key.consent} and withdrawn_at is null returning 1`;
  return rows.length === 1;
}

function columnsOf(subject: ConsentSubject): { account: string | null; dossier: string | null; feedback: string | null } {
  return { account: null, dossier: null, feedback: null, ...subject };
}

function columns(sql: Sql) {
  return sql`office, consent, account, dossier, feedback, purpose, text, text_sha256 as "textSha256", whom, way, witness, given_at as "givenAt",
    withdrawn_at as "withdrawnAt"`;
}
