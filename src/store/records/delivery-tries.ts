import type { Sql } from "../database/database.ts";

/** One handing over of a message; `endedAt` is null when it was broken off, or is under way. */
export interface DeliveryTry {
  readonly delivery: string;
  readonly begunAt: Date;
  readonly endedAt: Date | null;
  readonly sent: boolean | null;
  readonly error: string | null;
}

/** What was answered to a try; only the try whose claim it is. */
export async function endTry(
  sql: Sql,
  { office, delivery, claim }: { readonly office: string; readonly delivery: string; readonly claim: string },
  { sent, error }: { readonly sent: boolean; readonly error: string | null },
  at: Date,
): Promise<void> {
  await sql`
    update delivery_tries set ended_at = ${at}, sent = ${sent}, error = ${error}
    where office = ${office} and delivery = ${delivery} and claim = ${claim}`;
}

/** The tries of these messages, the first first. */
export async function listTries(sql: Sql, office: string, deliveries: readonly string[]): Promise<DeliveryTry[]> {
  if (deliveries.length === 0) return [];
  return sql<DeliveryTry[]>`
    select delivery, begun_at as "begunAt", ended_at as "endedAt", sent, error from delivery_tries
    where office = ${office} and delivery = any (${[...deliveries]}::uuid[]) order by begun_at, claim`;
}
