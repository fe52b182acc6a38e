import { createHash } from "node:crypto";
import type { ConsentFor, ConsentPurpose, ConsentTerms, ConsentWay } from "../../domain/privacy/consent.ts";
import type { Sql } from "../../store/database/database.ts";
import { type ConsentSubject, insertConsent, readStandingConsent, withdrawConsent } from "../../store/records/consents.ts";
import { readVisit } from "../../store/records/visits.ts";
import type { Context } from "../context.ts";
import type { Visitor } from "../identity/session.ts";

/** The words of a purpose as they stand in content/consents; null for one that nobody knows. */
export function termsOf(context: Pick<Context, "consents">, purpose: string): ConsentTerms | null {
  return context.consents.find((terms) => terms.purpose === purpose) ?? null;
}

/** By which way it was given. */
export interface ConsentHow {
  readonly way: ConsentWay;
  /** Who of the staff was there. */
  readonly witness: string | null;
}

export interface ConsentToRecord extends ConsentHow {
  readonly office: string;
  readonly subject: ConsentSubject;
  readonly terms: ConsentTerms;
  readonly whom: ConsentFor;
}

/** Writes a consent down with its very words and their hash; nothing when it stands already. */
export async function recordConsent(context: Pick<Context, "now" | "newId">, sql: Sql, given: ConsentToRecord): Promise<void> {
  const { office, subject, terms, whom, way, witness } = given;
  const { purpose, text } = terms;
  const textSha256 = createHash("sha256").update(text).digest("hex");
  await insertConsent(sql, subject, {
    office,
    consent: context.newId(),
    purpose,
    text,
    textSha256,
    whom,
    way,
    witness,
    givenAt: context.now(),
  });
}

/** Notes that the consent is withdrawn, where it stands. */
export async function strikeConsent(
  context: Pick<Context, "now">,
  sql: Sql,
  office: string,
  subject: ConsentSubject,
  purpose: ConsentPurpose,
): Promise<void> {
  const standing = await readStandingConsent(sql, office, subject, purpose);
  if (standing) await withdrawConsent(sql, standing, context.now());
}

/** May the office do this for whoever filed the dossier? By the dossier's own consent, or by its account's. */
export async function hasAgreed(
  sql: Sql,
  key: { readonly office: string; readonly dossier: string; readonly account: string | null },
  purpose: ConsentPurpose,
): Promise<boolean> {
  const own = await readStandingConsent(sql, key.office, { dossier: key.dossier }, purpose);
  if (own || key.account === null) return own !== null;
  return (await readStandingConsent(sql, key.office, { account: key.account }, purpose)) !== null;
}

/** How somebody at a screen agrees: by a helper's hand under a mandate, or by themselves, perhaps with a helper beside them. */
export async function wayOf(context: Pick<Context, "database">, visitor: Visitor, office: string): Promise<ConsentHow> {
  if (visitor.kind === "staff") return { way: "mandate", witness: visitor.member.office === office ? visitor.member.staff : null };
  if ((visitor.kind !== "guest" && visitor.kind !== "citizen") || visitor.visit?.office !== office) return { way: "screen", witness: null };
  return { way: "screen", witness: (await readVisit(context.database.sql, visitor.visit))?.helper ?? null };
}
