import type { Sql } from "../../store/database/database.ts";
import { type Delivery, holdDeliveries } from "../../store/records/deliveries.ts";
import { type DossierKey, readHead } from "../../store/records/dossier-log.ts";
import { readWish } from "../../store/records/message-wishes.ts";
import type { Context } from "../context.ts";
import { hasAgreed } from "../privacy/record-consent.ts";
import { callInstead } from "./call-instead.ts";

/** Why a message that was written is not sent, as the outbox shows it. */
export const NOT_WANTED = "Bà con không muốn nhận tin";
export const TAKEN_BACK = "Bà con đã rút lời đồng ý nhận tin";

/** What waits about a dossier goes out no more, now that its person does not want it; what costs them a day or a right is told by a call. */
export async function stopMessages(context: Pick<Context, "newId" | "now">, sql: Sql, key: DossierKey, why: string): Promise<void> {
  const held = await holdDeliveries(sql, key.office, { dossier: key.dossier }, why);
  for (const delivery of held) await callInstead(context, sql, delivery);
}

/**
 * Why a message may not be handed over although it is in the outbox; null while it may. Asked in the last moment before each try, so that no way leads
 * around it: not one that was on its way when the consent was taken back, not somebody at work who sends again what was held.
 */
export async function whyNotAnyMore(sql: Sql, { office, dossier }: Delivery): Promise<string | null> {
  // letters to people at work are about no dossier, and each of them asked for theirs
  if (dossier === null) return null;
  const key = { office, dossier };
  const [head, wish] = await Promise.all([readHead(sql, key), readWish(sql, key)]);
  if (wish?.declined) return NOT_WANTED;
  return head !== null && (await hasAgreed(sql, head, "messages")) ? null : TAKEN_BACK;
}
