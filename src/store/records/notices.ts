import type { LooseKind, MessageKind } from "../../domain/messages/kinds.ts";
import type { Sql } from "../database/database.ts";

/** That somebody is to be told something, because of an event of a dossier or an answer to what they said. */
export interface Notice {
  readonly office: string;
  /** "dossier/sequence" or "feedback/id" */
  readonly cause: string;
  readonly kind: MessageKind;
  readonly dossier: string;
  /** The event's place in the dossier's log; null when another thing caused it. */
  readonly sequence: number | null;
  readonly causedAt: Date;
}

/** Queues it, in the transaction of what causes it. The same cause again changes nothing. */
export async function insertNotice(sql: Sql, notice: Notice): Promise<void> {
  await sql`
    insert into notices (office, cause, kind, dossier, sequence, caused_at, next_try_at)
    values (${notice.office}, ${notice.cause}, ${notice.kind}, ${notice.dossier}, ${notice.sequence}, ${notice.causedAt}, ${notice.causedAt})
    on conflict do nothing`;
}

/** Notes that something about no dossier goes out, addressed already; `false` when the same cause was there before. */
export async function insertLooseNotice(sql: Sql, notice: { office: string; cause: string; kind: LooseKind }, at: Date): Promise<boolean> {
  const rows = await sql`
    insert into notices (office, cause, kind, dossier, sequence, caused_at, addressed_at, next_try_at)
    values (${notice.office}, ${notice.cause}, ${notice.kind}, null, null, ${at}, ${at}, ${at})
    on conflict do nothing returning 1`;
  return rows.length === 1;
}

/** The next one that nobody has addressed, locked until the transaction ends; who comes at the same time gets another. */
export async function takeNotice(sql: Sql, now: Date): Promise<Notice | null> {
  const [notice] = await sql<Notice[]>`
    select office, cause, kind, dossier, sequence, caused_at as "causedAt" from notices
    where addressed_at is null and next_try_at <= ${now} order by next_try_at limit 1 for update skip locked`;
  return notice ?? null;
}

export async function markAddressed(sql: Sql, { office, cause }: Pick<Notice, "office" | "cause">, at: Date): Promise<void> {
  await sql`update notices set addressed_at = ${at} where office = ${office} and cause = ${cause}`;
}

/** Puts one that could not be addressed behind the others. */
export async function postponeNotice(sql: Sql, { office, cause }: Pick<Notice, "office" | "cause">, until: Date): Promise<void> {
  await sql`update notices set next_try_at = ${until} where office = ${office} and cause = ${cause}`;
}
