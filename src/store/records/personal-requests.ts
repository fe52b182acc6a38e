import type { RequestKind, RequestOutcome } from "../../domain/privacy/request.ts";
import type { Sql } from "../database/database.ts";

export interface PersonalRequest {
  readonly office: string;
  readonly request: string;
  readonly account: string | null;
  readonly dossier: string | null;
  readonly name: string;
  readonly kind: RequestKind;
  readonly words: string;
  readonly channel: "page" | "point" | "counter";
  readonly proof: "account" | "slip" | "card";
  readonly takenBy: string | null;
  readonly askedAt: Date;
  /** YYYY-MM-DD at the office */
  readonly dueDay: string;
  readonly dueTime: string;
  readonly explanation: readonly string[];
  readonly outcome: RequestOutcome | null;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
}

export async function insertRequest(
  sql: Sql,
  asked: Omit<PersonalRequest, "outcome" | "answer" | "answeredAt">,
  key: string,
): Promise<void> {
  await sql`
    insert into personal_requests (office, request, account, dossier, name, kind, words, channel, proof, taken_by, asked_at, due_day, due_time, explanation, key)
    values (${asked.office}, ${asked.request}, ${asked.account}, ${asked.dossier}, ${asked.name}, ${asked.kind}, ${asked.words}, ${asked.channel},
      ${asked.proof}, ${asked.takenBy}, ${asked.askedAt}, ${asked.dueDay}, ${asked.dueTime}, ${[...asked.explanation]}, ${key})
    on conflict (office, key) do nothing`;
}

export async function readRequest(sql: Sql, key: { office: string; request: string }): Promise<PersonalRequest | null> {
  const [row] = await sql<PersonalRequest[]>`
    select ${columns(sql)} from personal_requests where office = ${key.office} and request = ${key.request}`;
  return row ?? null;
}

/** What an office owes an answer to, the earliest due first. */
export async function listOpenRequests(sql: Sql, office: string): Promise<PersonalRequest[]> {
  return sql<PersonalRequest[]>`
    select ${columns(sql)} from personal_requests where office = ${office} and answered_at is null order by due_day, asked_at`;
}

export async function listAnsweredRequests(sql: Sql, office: string, limit: number): Promise<PersonalRequest[]> {
  return sql<PersonalRequest[]>`
    select ${columns(sql)} from personal_requests where office = ${office} and answered_at is not null order by answered_at desc limit ${limit}`;
}

/** What a person asked, the newest first. */
export async function listRequestsOf(sql: Sql, account: string | null, dossiers: readonly string[]): Promise<PersonalRequest[]> {
  return sql<PersonalRequest[]>`
    select ${columns(sql)} from personal_requests
    where account = ${account} or dossier = any(${[...dossiers]}::uuid[]) order by asked_at desc`;
}

/**
 * Says whose the answer is going to be, before anything is done for it: of two officers one has it. A claim whose officer was given so long that nobody can
 * be at it any more (`abandonedBefore`) counts no longer.
 */
export async function claimRequest(
  sql: Sql,
  key: { office: string; request: string },
  claim: string,
  { at, abandonedBefore }: { readonly at: Date; readonly abandonedBefore: Date },
): Promise<boolean> {
  const rows = await sql`
    update personal_requests set claim = ${claim}, claimed_at = ${at}
    where office = ${key.office} and request = ${key.request} and answered_at is null and (claim is null or claimed_at < ${abandonedBefore}) returning 1`;
  return rows.length === 1;
}

/** What could not be done is anybody's again. */
export async function releaseRequest(sql: Sql, key: { office: string; request: string }, claim: string): Promise<void> {
  await sql`
    update personal_requests set claim = null, claimed_at = null
    where office = ${key.office} and request = ${key.request} and claim = ${claim} and answered_at is null`;
}

/** Answers once, by whoever has the claim; false when somebody else was first. */
export async function answerRequest(
  sql: Sql,
  key: { office: string; request: string },
  claim: string,
  given: { outcome: RequestOutcome; answer: string; by: string },
  at: Date,
): Promise<boolean> {
  const rows = await sql`
    update personal_requests set outcome = ${given.outcome}, answer = ${given.answer}, answered_by = ${given.by}, answered_at = ${at}
    where office = ${key.office} and request = ${key.request} and claim = ${claim} and answered_at is null returning 1`;
  return rows.length === 1;
}

function columns(sql: Sql) {
  return sql`office, request, account, dossier, name, kind, words, channel, proof, taken_by as "takenBy", asked_at as "askedAt", due_day as "dueDay",
    due_time as "dueTime", explanation, outcome, answer, answered_at as "answeredAt"`;
}
