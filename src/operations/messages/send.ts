import { nextTry } from "../../domain/messages/retry.ts";
import { type Handed, SEND_PATIENCE_MS } from "../../partners/messages/messenger.ts";
import { claimDelivery, type Delivery, settleDelivery } from "../../store/records/deliveries.ts";
import { listDeliveryFiles } from "../../store/records/delivery-files.ts";
import { endTry } from "../../store/records/delivery-tries.ts";
import type { Context } from "../context.ts";
import { callInstead } from "./call-instead.ts";
import { whyNotAnyMore } from "./no-more.ts";

/** What posting needs of the context. */
export type Post = Pick<Context, "database" | "messengers" | "newId" | "now">;

/** A try that is older than this is nobody's any more: much longer than any handing over may take. */
const ABANDONED_MS = 10 * SEND_PATIENCE_MS;
/** So many go out at a time. */
const HANDS = 4;

/**
 * Hands over what is due, until nothing is. A message is claimed and its try counted, committed, before it is handed over, so that two workers never hold the
 * same one; then it is asked once more whether the person still agrees to messages. A crash in between leaves it claimed; after `ABANDONED_MS` it is handed over again under the same key, by which the other side knows it.
 * Answers how many were sent.
 */
export async function sendDue(context: Post): Promise<number> {
  const hands = await Promise.all(Array.from({ length: HANDS }, () => sendOnes(context)));
  return hands.reduce((sum, sent) => sum + sent, 0);
}

async function sendOnes(context: Post): Promise<number> {
  const channels = Object.values(context.messengers).map(({ channel }) => channel);
  if (channels.length === 0) return 0;
  for (let sent = 0; ; ) {
    const now = context.now();
    const claim = context.newId();
    const abandonedBefore = new Date(now.getTime() - ABANDONED_MS);
    const delivery = await claimDelivery(context.database.sql, claim, channels, { now, abandonedBefore });
    if (delivery === null) return sent;
    const mayNot = await whyNotAnyMore(context.database.sql, delivery);
    const handed = mayNot === null ? await handOver(context, delivery) : ({ is: "never", error: mayNot } as const);
    await settle(context, delivery, claim, handed);
    if (handed.is === "sent") sent += 1;
  }
}

async function handOver(context: Post, { office, delivery, recipient, channel, subject, body }: Delivery): Promise<Handed> {
  const messenger = context.messengers[channel];
  if (!messenger) return { is: "later", error: "Chưa có nơi gửi" };
  const files = channel === "email" ? await listDeliveryFiles(context.database.sql, { office, delivery }) : [];
  return messenger.send({ key: delivery, to: recipient, subject, text: body, files });
}

/** What is given up is not lost: it stays in the outbox for a person to look at, and the point calls. */
async function settle(context: Post, delivery: Delivery, claim: string, handed: Handed): Promise<void> {
  const now = context.now();
  const again = handed.is === "later" ? nextTry(delivery.tries, now) : null;
  const state = handed.is === "sent" ? "sent" : again === null ? "stuck" : "waiting";
  const error = handed.is === "sent" ? null : handed.error;
  await context.database.transaction(async (sql) => {
    await endTry(sql, { office: delivery.office, delivery: delivery.delivery, claim }, { sent: handed.is === "sent", error }, now);
    const mine = await settleDelivery(sql, delivery, claim, { state, error, nextTryAt: again ?? now }, now);
    if (mine && state === "stuck") await callInstead(context, sql, delivery);
  });
}
