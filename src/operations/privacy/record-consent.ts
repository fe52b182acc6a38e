import { createHash } from "node:crypto";
import type { ConsentFor, ConsentPurpose, ConsentTerms, ConsentWay } from "../../domain/privacy/consent.ts";
import type { Sql } from "../../store/database/database.ts";
import { type ConsentSubject, insertConsent, readStandingConsent, withdrawConsent } from "../../store/records/consents.ts";
import type { Context } from "../context.ts";

/** The words of a purpose as they stand in content/consents; null for one that nobody knows. */
export function termsOf(context: Pick<Context, "consents">, purpose: string): ConsentTerms | null {
  return context.consents.find((terms) => terms.purpose === purpose) ?? null;
}

export interface ConsentToRecord {
  readonly office: string;
  readonly subject: ConsentSubject;
  readonly terms: ConsentTerms;
  readonly whom: ConsentFor;
  readonly way: ConsentWay;
  /** Who of the staff was there. */
  readonly witness: string | null;
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
