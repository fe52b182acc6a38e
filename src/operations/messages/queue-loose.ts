import type { LooseKind } from "../../domain/messages/kinds.ts";
import type { Channel } from "../../domain/messages/reach.ts";
import { shortText } from "../../domain/messages/sms.ts";
import type { Sql } from "../../store/database/database.ts";
import { insertDelivery } from "../../store/records/deliveries.ts";
import { type DeliveryFile, insertDeliveryFile } from "../../store/records/delivery-files.ts";
import { insertLooseNotice } from "../../store/records/notices.ts";
import type { Office } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";
import { waysOut } from "./switches.ts";

/** A message about no dossier, to somebody who asked for it. */
export interface LooseMessage {
  /** The same cause goes out once. */
  readonly cause: string;
  readonly kind: LooseKind;
  readonly channel: Channel;
  readonly to: string;
  /** Of a letter; other channels have none. */
  readonly subject: string;
  readonly text: string;
  /** What goes along with a letter. */
  readonly files?: readonly DeliveryFile[];
}

/** Puts it into the outbox; `false` when it was there already, or when that channel does not leave this office: then it can be tried again. */
export async function queueLoose(context: Context, sql: Sql, office: Office, message: LooseMessage): Promise<boolean> {
  const { cause, kind, channel } = message;
  const way = (await waysOut(context, sql, office)).get(channel);
  if (way === undefined) return false;
  const at = context.now();
  if (!(await insertLooseNotice(sql, { office: office.office, cause, kind }, at))) return false;
  const mark = office.practice ? "[Thực hành] " : "";
  const words = `${mark}${message.text}`;
  const key = { office: office.office, delivery: context.newId() };
  await insertDelivery(sql, {
    ...key,
    cause,
    kind,
    dossier: null,
    channel,
    recipient: message.to,
    subject: `${mark}${message.subject}`,
    body:
      channel === "email"
        ? `${words}\n\nThư máy gửi, xin đừng trả lời.\n`
        : shortText(words, context.messengers[channel]?.accents ?? false),
    state: way === "send" ? "waiting" : "shown",
    madeAt: at,
  });
  for (const file of message.files ?? []) await insertDeliveryFile(sql, key, file);
  return true;
}
