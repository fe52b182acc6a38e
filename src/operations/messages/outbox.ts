import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { isAccountKind } from "../../domain/messages/kinds.ts";
import { maskContact } from "../../domain/messages/reach.ts";
import { countDeliveries, type Delivery, type DeliveryState, listDeliveries, resendDelivery } from "../../store/records/deliveries.ts";
import { type DeliveryTry, listTries } from "../../store/records/delivery-tries.ts";
import { readOffice } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { type Problem, problem } from "../problems.ts";
import { type ChannelState, channelStates } from "./switches.ts";

/** A message as the outbox shows it: to whom is masked; what it says only to those who may see the dossier. */
export interface OutboxLine extends Pick<Delivery, "delivery" | "kind" | "channel" | "state" | "tries" | "error" | "madeAt" | "sentAt"> {
  readonly to: string;
  /** Each time that it was handed over, the first first. */
  readonly handings: readonly DeliveryTry[];
  readonly words: { readonly subject: string; readonly body: string; readonly dossier: string | null } | null;
}

export interface Outbox {
  readonly lines: readonly OutboxLine[];
  readonly counts: Readonly<Partial<Record<DeliveryState, number>>>;
  readonly channels: readonly ChannelState[];
  readonly practice: boolean;
  readonly more: boolean;
}

const PAGE_LINES = 50;

/**
 * What went out of an office, what is on its way, what is stuck. In practice everybody who may come here sees the words; else officers
 * only, and nobody the code that proves an address.
 */
export async function readOutbox(context: Context, member: StaffMember, page: number): Promise<Outbox | null> {
  const { sql } = context.database;
  const office = await readOffice(sql, member.office);
  if (!office) return null;
  const [deliveries, counts, channels] = await Promise.all([
    listDeliveries(sql, member.office, PAGE_LINES + 1, PAGE_LINES * page),
    countDeliveries(sql, member.office),
    channelStates(context, sql, office),
  ]);
  const tries = await listTries(
    sql,
    member.office,
    deliveries.map(({ delivery }) => delivery),
  );
  const mayRead = member.role === "officer" || office.practice;
  return {
    lines: deliveries.slice(0, PAGE_LINES).map(({ recipient, subject, body, dossier, ...line }) => ({
      ...line,
      to: maskContact(recipient),
      handings: tries.filter((one) => one.delivery === line.delivery),
      words: mayRead && (office.practice || !isAccountKind(line.kind)) ? { subject, body, dossier } : null,
    })),
    counts: Object.fromEntries(counts.map(({ state, count }) => [state, count])),
    channels,
    practice: office.practice,
    more: deliveries.length > PAGE_LINES,
  };
}

/** A stuck message is sent again; a second click finds it on its way. */
export async function resend(context: Context, member: StaffMember, delivery: string): Promise<Result<true, Problem>> {
  if (!isUuid(delivery)) return refuse(problem("message-not-stuck"));
  const again = await resendDelivery(context.database.sql, { office: member.office, delivery }, context.now());
  return again ? ok(true) : refuse(problem("message-not-stuck"));
}
