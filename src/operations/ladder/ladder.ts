import { createHmac, randomBytes } from "node:crypto";
import { officeDay } from "../../base/clock.ts";
import type { Dossier } from "../../domain/dossier/fold.ts";
import type { Degree } from "../../domain/point/degree.ts";
import { type LadderSummary, summariseLadders } from "../../domain/point/ladder.ts";
import type { Sql } from "../../store/database/database.ts";
import type { DossierKey } from "../../store/records/dossier-log.ts";
import { agreeToLadder, leaveLadder, listLadders, pseudonymKey, putLadderStep, readLadder } from "../../store/records/ladder.ts";
import type { Context } from "../context.ts";
import { type ConsentHow, recordConsent, strikeConsent, termsOf } from "../privacy/record-consent.ts";

/**
 * The ladder from làm thay to tự làm. For people who agree, each dossier's degree of help is kept under a pseudonym of their identity number; without
 * the office's key nobody can say whose it is. Taking the agreement back takes every step away.
 */
export interface OwnLadder {
  readonly agreed: boolean;
  /** The degrees so far, the oldest first. */
  readonly degrees: readonly Degree[];
}

/** The ladder of whoever filed the dossier; null where there is none to speak of: without an identity number, or when nobody knows who helped. */
export async function readOwnLadder(context: Context, key: DossierKey, dossier: Dossier): Promise<OwnLadder | null> {
  const person = dossier.applicant.identityNumber;
  if (!person || dossier.help === null) return null;
  const { sql } = context.database;
  const steps = await readLadder(sql, key.office, pseudonymOf(await officeKey(sql, key.office), person));
  return { agreed: steps !== null, degrees: (steps ?? []).map(({ degree }) => degree) };
}

/** Agrees (`how`), with this dossier as the first step or the next; or takes the agreement back (null) with all that was kept. */
export async function agree(context: Context, key: DossierKey, dossier: Dossier, how: ConsentHow | null): Promise<void> {
  const person = dossier.applicant.identityNumber;
  if (!person) return;
  await context.database.transaction(async (sql) => {
    const pseudonym = pseudonymOf(await officeKey(sql, key.office), person);
    const subject = { dossier: key.dossier };
    if (how === null) {
      await strikeConsent(context, sql, key.office, subject, "ladder");
      return leaveLadder(sql, key.office, pseudonym);
    }
    const terms = termsOf(context, "ladder");
    if (terms) await recordConsent(context, sql, { office: key.office, subject, terms, whom: "self", ...how });
    await agreeToLadder(sql, key.office, pseudonym, context.now());
    await noteLadder(sql, key, dossier);
  });
}

/** Writes down the dossier's degree for somebody who agreed; called when it is lodged and when an officer corrects the degree. */
export async function noteLadder(sql: Sql, key: DossierKey, dossier: Dossier): Promise<void> {
  const person = dossier.applicant.identityNumber;
  if (!person || dossier.help === null) return;
  const secret = await officeKey(sql, key.office);
  await putLadderStep(sql, key.office, {
    pseudonym: pseudonymOf(secret, person),
    step: pseudonymOf(secret, key.dossier),
    day: officeDay(new Date(dossier.lodgedAt)),
    procedure: dossier.procedure.code,
    degree: dossier.help.degree,
  });
}

/** How the office's people climb; null while there are too few to hide among. */
export async function readLadderSummary(context: Context, office: string): Promise<LadderSummary | null> {
  const ways = Map.groupBy(await listLadders(context.database.sql, office), ({ pseudonym }) => pseudonym);
  return summariseLadders([...ways.values()].map((steps) => steps.map(({ degree }) => degree)));
}

const KEY_BYTES = 32;

function officeKey(sql: Sql, office: string): Promise<Uint8Array> {
  return pseudonymKey(sql, office, randomBytes(KEY_BYTES));
}

/** HMAC-SHA-256 (RFC 2104). */
function pseudonymOf(key: Uint8Array, name: string): string {
  return createHmac("sha256", key).update(name).digest("hex");
}
