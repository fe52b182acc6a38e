import { CALL_OUTCOMES, type CallOutcome } from "../../domain/messages/calls.ts";
import type { MessageKind } from "../../domain/messages/kinds.ts";
import type { Sql } from "../database/database.ts";
import type { DossierKey } from "./dossier-log.ts";

export interface CallKey {
  readonly office: string;
  readonly call: string;
}

/** Somebody is to be called about something that happened to their dossier. */
export interface Call extends CallKey {
  readonly cause: string;
  readonly kind: MessageKind;
  readonly dossier: string;
  readonly point: string | null;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

export interface CallTry {
  readonly outcome: CallOutcome;
  readonly words: string;
  readonly staffName: string;
  readonly at: Date;
}

export async function insertCall(sql: Sql, call: Omit<Call, "closedAt">): Promise<void> {
  await sql`
    insert into calls (office, call, cause, kind, dossier, point, opened_at)
    values (${call.office}, ${call.call}, ${call.cause}, ${call.kind}, ${call.dossier}, ${call.point}, ${call.openedAt})
    on conflict do nothing`;
}

/** Whom to call, who waits longest first. */
export async function listOpenCalls(sql: Sql, office: string, limit: number): Promise<Call[]> {
  return sql<
    Call[]
  >`select ${columns(sql)} from calls where office = ${office} and closed_at is null order by opened_at, call limit ${limit}`;
}

export async function readCall(sql: Sql, key: CallKey): Promise<Call | null> {
  const [call] = await sql<Call[]>`select ${columns(sql)} from calls where office = ${key.office} and call = ${key.call}`;
  return call ?? null;
}

export async function insertTry(
  sql: Sql,
  key: CallKey,
  made: { try: string; outcome: CallOutcome; words: string; staff: string },
  at: Date,
): Promise<void> {
  await sql`
    insert into call_tries (office, try, call, outcome, words, staff, at)
    values (${key.office}, ${made.try}, ${key.call}, ${made.outcome}, ${made.words}, ${made.staff}, ${at})`;
  if (CALL_OUTCOMES[made.outcome].closes)
    await sql`update calls set closed_at = ${at} where office = ${key.office} and call = ${key.call} and closed_at is null`;
}

export async function listTries(sql: Sql, key: CallKey): Promise<CallTry[]> {
  return sql<CallTry[]>`
    select outcome, words, staff.name as "staffName", at from call_tries join staff using (office, staff)
    where call_tries.office = ${key.office} and call = ${key.call} order by at desc`;
}

/** Nobody needs to be called any more about this, or about anything of the dossier. */
export async function closeCalls(sql: Sql, key: DossierKey, kinds: readonly MessageKind[] | null, at: Date): Promise<void> {
  await sql`
    update calls set closed_at = ${at}
    where office = ${key.office} and dossier = ${key.dossier} and closed_at is null ${kinds === null ? sql`` : sql`and kind in ${sql([...kinds])}`}`;
}

function columns(sql: Sql) {
  return sql`office, call, cause, kind, dossier, point, opened_at as "openedAt", closed_at as "closedAt"`;
}
