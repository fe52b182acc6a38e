import { ok, type Result, refuse } from "../../base/result.ts";
import type { Dossier } from "../../domain/dossier/fold.ts";
import { ANSWER_PROBLEMS } from "../../domain/forms/problems.ts";
import type { Contact } from "../../domain/messages/reach.ts";
import { parsePhone } from "../../domain/people/phone.ts";
import type { Sql } from "../../store/database/database.ts";
import { type DossierKey, readHead } from "../../store/records/dossier-log.ts";
import { type MessageWish, readAccountEmail, readWish, saveWish } from "../../store/records/message-wishes.ts";
import type { Context } from "../context.ts";
import type { Visitor } from "../identity/session.ts";
import { type ConsentHow, hasAgreed, recordConsent, strikeConsent, termsOf, wayOf } from "../privacy/record-consent.ts";
import { type Problem, problem } from "../problems.ts";
import { NOT_WANTED, stopMessages } from "./no-more.ts";

/** What stands on the page where somebody says how they want to hear of their dossier; `text` is what they agreed to. */
export interface TypedWish {
  readonly email: string;
  readonly agreed: boolean;
  readonly text: string;
  readonly declined: boolean;
}

/** A wish that can be kept. */
export interface SaidWish extends MessageWish {
  readonly agreed: boolean;
}

export const NO_WISH: SaidWish = { email: null, agreed: false, declined: false };

/** How the person of a dossier can be told: the number that the declaration gives, what they said besides, and whether they agreed to be told. */
export async function contactOf(sql: Sql, key: DossierKey, dossier: Dossier): Promise<Contact> {
  const [wish, head] = await Promise.all([readWish(sql, key), readHead(sql, key)]);
  const phone = parsePhone(dossier.applicant.phone ?? "");
  return {
    phone: phone.ok ? phone.value : null,
    email: wish?.email ?? (dossier.answers.email || null),
    agreed: head !== null && (await hasAgreed(sql, head, "messages")),
    declined: wish?.declined ?? false,
  };
}

/**
 * The wish as it was typed; an address that cannot be one is said at its field, and so is one without the consent to use it. What the account gave and
 * was only shown (`known`) is left out then.
 */
export function parseWish(
  context: Pick<Context, "consents">,
  { email, agreed, text, declined }: TypedWish,
  known: { readonly address: string; readonly agreed: boolean },
): Result<SaidWish, Problem> {
  if (agreed && tidied(text) !== termsOf(context, "messages")?.text) return refuse(problem("consent-words"));
  const may = agreed || known.agreed;
  if (email.trim() === "" || (!may && email.trim() === known.address) || declined)
    return ok({ email: null, agreed, declined: declined && !agreed });
  const address = parseAddress(email);
  if (address === null) return refuse(problem("answers-refused", { fields: { "thu-dien-tu": ANSWER_PROBLEMS["email-shape"] } }));
  if (!may)
    return refuse(
      problem("answers-refused", {
        fields: { "thu-dien-tu": "Muốn nhận thư thì đánh dấu đồng ý ở trên. Không muốn thì để trống ô này." },
      }),
    );
  return ok({ email: address, agreed, declined: false });
}

/** A form sends its lines' ends as browsers do. */
function tidied(text: string): string {
  return text.replaceAll("\r\n", "\n").trim();
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

/** Keeps the wish with the consent. Whoever says no gets nothing more: what has not gone out yet is held, and the consent is taken back. */
export async function keepWish(context: Context, sql: Sql, key: DossierKey, wish: SaidWish, how: ConsentHow): Promise<void> {
  const subject = { dossier: key.dossier };
  const terms = termsOf(context, "messages");
  // saying nothing of it does not take a no back
  const declined = wish.declined || (!wish.agreed && (await readWish(sql, key))?.declined === true);
  await saveWish(sql, key, { email: wish.email, declined }, context.now());
  if (wish.agreed && terms) await recordConsent(context, sql, { office: key.office, subject, terms, whom: "self", ...how });
  if (!wish.declined) return;
  await strikeConsent(context, sql, key.office, subject, "messages");
  await stopMessages(context, sql, key, NOT_WANTED);
}

/** The address that a signed-in person gave with their account; to be shown filled in, not to be taken silently. */
export async function knownEmail(context: Context, visitor: Visitor): Promise<string> {
  return visitor.kind === "citizen" ? ((await readAccountEmail(context.database.sql, visitor.account.account)) ?? "") : "";
}

/** Keeps a wish that was said after the dossier was sent. */
export async function sayWish(context: Context, visitor: Visitor, key: DossierKey, wish: SaidWish): Promise<void> {
  const how = await wayOf(context, visitor, key.office);
  await context.database.transaction((sql) => keepWish(context, sql, key, wish, how));
}

/** How the person of a dossier is told now, for themselves to see and change. */
export async function ownContact(context: Context, key: DossierKey, dossier: Dossier): Promise<Contact> {
  return contactOf(context.database.sql, key, dossier);
}
