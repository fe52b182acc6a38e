import type { LooseKind, MessageKind } from "../../domain/messages/kinds.ts";
import type { Channel } from "../../domain/messages/reach.ts";
import type { Sql } from "../database/database.ts";

export interface DeliveryKey {
  readonly office: string;
  readonly delivery: string;
}

export type DeliveryState = "waiting" | "sending" | "sent" | "stuck" | "shown";

/** A message on its way. */
export interface Delivery extends DeliveryKey {
  readonly cause: string;
  readonly kind: MessageKind | LooseKind;
  /** null for what goes to people at work, or to the owner of an account. */
  readonly dossier: string | null;
  readonly channel: Channel;
  readonly recipient: string;
  readonly subject: string;
  readonly body: string;
  readonly state: DeliveryState;
  readonly tries: number;
  /** Short, and without a name or an address in it. */
  readonly error: string | null;
  readonly madeAt: Date;
  readonly sentAt: Date | null;
}

/** Puts it into the outbox; the same cause on the same channel again changes nothing. */
export async function insertDelivery(sql: Sql, made: Omit<Delivery, "tries" | "error" | "sentAt">): Promise<void> {
  await sql`
    insert into deliveries (office, delivery, cause, kind, dossier, channel, recipient, subject, body, state, next_try_at, made_at)
    values (${made.office}, ${made.delivery}, ${made.cause}, ${made.kind}, ${made.dossier}, ${made.channel}, ${made.recipient}, ${made.subject}, ${made.body},
      ${made.state}, ${made.madeAt}, ${made.madeAt})
    on conflict do nothing`;
}

/**
 * Takes the next due message for one try, in one statement, so that of many workers one has it. Also takes up one whose worker was given so long that it
 * cannot be at it any more (`abandonedBefore`). The try is counted and noted (delivery-tries.ts) before it is made: a crash in the middle of it leaves a message that was tried.
 */
export async function claimDelivery(
  sql: Sql,
  claim: string,
  channels: readonly Channel[],
  { now, abandonedBefore }: { readonly now: Date; readonly abandonedBefore: Date },
): Promise<Delivery | null> {
  const [row] = await sql<Delivery[]>`
    with claimed as (
    update deliveries set state = 'sending', claim = ${claim}, claimed_at = ${now}, tries = tries + 1
    where (office, delivery) in (
      select office, delivery from deliveries
      where channel in ${sql([...channels])}
        and ((state = 'waiting' and next_try_at <= ${now}) or (state = 'sending' and claimed_at < ${abandonedBefore}))
      order by next_try_at limit 1 for update skip locked)
    returning *),
    noted as (insert into delivery_tries (office, delivery, claim, begun_at) select office, delivery, claim, claimed_at from claimed)
    select ${columns(sql)} from claimed`;
  return row ?? null;
}

/** What became of the try; `false` when the claim is not this one's any more. */
export async function settleDelivery(
  sql: Sql,
  key: DeliveryKey,
  claim: string,
  settled: { readonly state: "sent" | "waiting" | "stuck"; readonly error: string | null; readonly nextTryAt: Date },
  at: Date,
): Promise<boolean> {
  const rows = await sql`
    update deliveries set state = ${settled.state}, error = ${settled.error}, next_try_at = ${settled.nextTryAt}, claim = null,
      sent_at = ${settled.state === "sent" ? at : null}
    where office = ${key.office} and delivery = ${key.delivery} and claim = ${claim} returning 1`;
  return rows.length === 1;
}

/** A person says: try again. Only what is stuck; answers whether it was. */
export async function resendDelivery(sql: Sql, key: DeliveryKey, at: Date): Promise<boolean> {
  const rows = await sql`
    update deliveries set state = 'waiting', tries = 0, error = null, next_try_at = ${at}
    where office = ${key.office} and delivery = ${key.delivery} and state = 'stuck' and recipient <> '' returning 1`;
  return rows.length === 1;
}

/** What waits for a channel, or about a dossier, is not sent by itself any more. Answers what was held. */
export async function holdDeliveries(
  sql: Sql,
  office: string,
  which: { channel: Channel } | { dossier: string },
  why: string,
): Promise<Delivery[]> {
  return sql<Delivery[]>`
    update deliveries set state = 'stuck', error = ${why}
    where office = ${office} and state = 'waiting'
      and ${"channel" in which ? sql`channel = ${which.channel}` : sql`dossier = ${which.dossier}`}
    returning ${columns(sql)}`;
}

/** A message by what caused it; null when it was never made. */
export async function findDelivery(sql: Sql, office: string, cause: string): Promise<Delivery | null> {
  const [row] = await sql<Delivery[]>`select ${columns(sql)} from deliveries where office = ${office} and cause = ${cause} limit 1`;
  return row ?? null;
}

/** The outbox of an office, what is stuck first, then the newest. */
export async function listDeliveries(sql: Sql, office: string, limit: number, offset: number): Promise<Delivery[]> {
  return sql<Delivery[]>`
    select ${columns(sql)} from deliveries where office = ${office} order by state <> 'stuck', made_at desc, delivery limit ${limit} offset ${offset}`;
}

export async function countDeliveries(sql: Sql, office: string): Promise<{ state: DeliveryState; count: number }[]> {
  return sql<{ state: DeliveryState; count: number }[]>`select state, count(*) from deliveries where office = ${office} group by state`;
}

function columns(sql: Sql) {
  return sql`office, delivery, cause, kind, dossier, channel, recipient, subject, body, state, tries, error, made_at as "madeAt", sent_at as "sentAt"`;
}
