import { ok, type Result, refuse } from "../../base/result.ts";
import type { Dossier } from "../../domain/dossier/fold.ts";
import { ANSWER_PROBLEMS } from "../../domain/forms/problems.ts";
import type { Contact } from "../../domain/messages/reach.ts";
import { parsePhone } from "../../domain/people/phone.ts";
import type { Sql } from "../../store/database/database.ts";
import { holdDeliveries } from "../../store/records/deliveries.ts";
import type { DossierKey } from "../../store/records/dossier-log.ts";
import { type MessageWish, readAccountEmail, readWish, saveWish } from "../../store/records/message-wishes.ts";
import type { Context } from "../context.ts";
import type { Visitor } from "../identity/session.ts";
import { type Problem, problem } from "../problems.ts";

/** What stands on the page where somebody says how they want to hear of their dossier. */
export interface TypedWish {
  readonly email: string;
  readonly declined: boolean;
}

/** How the person of a dossier can be told: the number that the declaration gives, and what they said besides. */
export async function contactOf(sql: Sql, key: DossierKey, dossier: Dossier): Promise<Contact> {
  const wish = await readWish(sql, key);
  const phone = parsePhone(dossier.applicant.phone ?? "");
  return {
    phone: phone.ok ? phone.value : null,
    email: wish?.email ?? (dossier.answers.email || null),
    declined: wish?.declined ?? false,
  };
}

/** The wish as it was typed; an address that cannot be one is said at its field. */
export function parseWish({ email, declined }: TypedWish): Result<MessageWish, Problem> {
  if (email.trim() === "") return ok({ email: null, declined });
  const address = parseAddress(email);
  if (address === null) return refuse(problem("answers-refused", { fields: { "thu-dien-tu": ANSWER_PROBLEMS["email-shape"] } }));
  return ok({ email: address, declined });
}

/** An address of e-mail as it was typed; null where it cannot be one. */
export function parseAddress(typed: string): string | null {
  const address = typed.normalize("NFC").trim().toLowerCase();
  return address.length <= LONGEST_ADDRESS && ADDRESS.test(address) ? address : null;
}

/** RFC 5321, 4.5.3.1.3 */
const LONGEST_ADDRESS = 254;
/** Nothing that could be read as two addresses, a name or a new line. */
const ADDRESS = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+\.[^\s@<>,;:"()[\]\\.]{2,}$/;

/** Keeps the wish. Whoever says no gets nothing more: what has not gone out yet is held. */
export async function keepWish(context: Context, sql: Sql, key: DossierKey, wish: MessageWish): Promise<void> {
  await saveWish(sql, key, wish, context.now());
  if (wish.declined) await holdDeliveries(sql, key.office, { dossier: key.dossier }, "Bà con không muốn nhận tin");
}

/** The address that a signed-in person gave with their account; to be shown filled in, not to be taken silently. */
export async function knownEmail(context: Context, visitor: Visitor): Promise<string> {
  return visitor.kind === "citizen" ? ((await readAccountEmail(context.database.sql, visitor.account.account)) ?? "") : "";
}

/** Keeps a wish that was said after the dossier was sent. */
export async function sayWish(context: Context, key: DossierKey, wish: MessageWish): Promise<void> {
  await context.database.transaction((sql) => keepWish(context, sql, key, wish));
}

/** How the person of a dossier is told now, for themselves to see and change. */
export async function ownContact(context: Context, key: DossierKey, dossier: Dossier): Promise<Contact> {
  return contactOf(context.database.sql, key, dossier);
}
