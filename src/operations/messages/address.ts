import type { LoggedEvent } from "../../domain/dossier/events.ts";
import { fold } from "../../domain/dossier/fold.ts";
import { MESSAGE_KINDS, type MessageKind } from "../../domain/messages/kinds.ts";
import { type Channel, channelsFor } from "../../domain/messages/reach.ts";
import { shortText } from "../../domain/messages/sms.ts";
import { fillPlaces, type Places } from "../../domain/messages/template.ts";
import type { Sql } from "../../store/database/database.ts";
import { insertCall } from "../../store/records/calls.ts";
import { insertDelivery } from "../../store/records/deliveries.ts";
import { readLog } from "../../store/records/dossier-log.ts";
import { markAddressed, type Notice, postponeNotice, takeNotice } from "../../store/records/notices.ts";
import { type Office, readOffice } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";
import { contactOf } from "./contact.ts";
import { placesAfter } from "./places.ts";
import { waysOut } from "./switches.ts";

/** News this old helps nobody any more: it stands on the tracking page, and no phone rings for it. */
const STALE_MS = 30 * 86_400_000;
/** How long one that could not be addressed stands back. */
const PUT_BACK_MS = 10 * 60_000;

/**
 * Addresses what is queued, one notice a transaction: reads the dossier as it stood, fills the template, puts a message per channel into the outbox, and a
 * line on the call list where no message goes out or where it cannot wait. Answers how many were addressed; throws the first failure at its end.
 */
export async function addressNotices(context: Context): Promise<number> {
  let failure: unknown = null;
  for (let done = 0; ; done += 1) {
    const taken: { notice: Notice | null } = { notice: null };
    try {
      const more = await context.database.transaction(async (sql) => {
        taken.notice = await takeNotice(sql, context.now());
        if (taken.notice === null) return false;
        await address(context, sql, taken.notice);
        await markAddressed(sql, taken.notice, context.now());
        return true;
      });
      if (more) continue;
      if (failure !== null) throw failure;
      return done;
    } catch (error) {
      if (taken.notice === null) throw error;
      failure = error;
      await postponeNotice(context.database.sql, taken.notice, new Date(context.now().getTime() + PUT_BACK_MS));
    }
  }
}

async function address(context: Context, sql: Sql, notice: Notice): Promise<void> {
  if (context.now().getTime() - notice.causedAt.getTime() > STALE_MS) return;
  const [log, office] = await Promise.all([readLog(sql, notice), readOffice(sql, notice.office)]);
  if (!office || log.length === 0) return;
  const then = log.filter(({ sequence }) => notice.sequence === null || sequence <= notice.sequence);
  const places = await placesAfter(context, sql, office, then);
  const contact = await contactOf(sql, notice, fold(log));
  const ways = await waysOut(context, sql, office);
  const targets = channelsFor(contact, new Set(ways.keys()));
  for (const { channel, to } of targets) {
    const state = ways.get(channel) === "send" ? "waiting" : "shown";
    await insertDelivery(sql, {
      ...notice,
      ...write(context, office, notice.kind, places, channel),
      delivery: context.newId(),
      channel,
      recipient: to,
      state,
      madeAt: context.now(),
    });
  }
  const { call } = MESSAGE_KINDS[notice.kind];
  if (call === "always" || (call === "unreached" && targets.length === 0)) await putCall(context, sql, notice, then);
}

/** The words of a message on a channel. */
function write(context: Context, office: Office, kind: MessageKind, places: Places, channel: Channel): { subject: string; body: string } {
  const template = context.messages[kind];
  const mark = office.practice ? "[Thực hành] " : "";
  const words = `${mark}${fillPlaces(template.text, places)}`;
  return {
    subject: `${mark}${fillPlaces(template.subject, places)}`,
    body: channel === "email" ? letter(context, words, places) : shortText(words, context.messengers[channel]?.accents ?? false),
  };
}

/** The message of an e-mail has room for where to look and how to say no. */
function letter(context: Context, words: string, places: Places): string {
  const address = `${context.publicUrl}/tra-cuu/${places.maTraCuu}`;
  return `${words}\n\nXem hồ sơ: ${address}\nKhông muốn nhận tin nữa: mở trang trên, mục Tin cho bà con.\n\nThư máy gửi, xin đừng trả lời.\n`;
}

/** Whom the point calls; the office's own point where the dossier came in at none is found on the page. */
async function putCall(context: Context, sql: Sql, notice: Notice, log: readonly LoggedEvent[]): Promise<void> {
  await insertCall(sql, {
    office: notice.office,
    call: context.newId(),
    cause: notice.cause,
    kind: notice.kind,
    dossier: notice.dossier,
    point: fold(log).point,
    openedAt: context.now(),
  });
}
