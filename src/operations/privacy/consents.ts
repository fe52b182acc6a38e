import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { type ConsentGiven, consentFor } from "../../domain/privacy/consent.ts";
import { type Consent, readConsent, withdrawConsent } from "../../store/records/consents.ts";
import { listOfAccount, readHead } from "../../store/records/dossier-log.ts";
import { unsayNo } from "../../store/records/message-wishes.ts";
import { eraseFeedbackVoice } from "../../store/records/retention.ts";
import type { Context } from "../context.ts";
import { track } from "../dossiers/track.ts";
import type { StaffMember } from "../identity/member.ts";
import type { Visitor } from "../identity/session.ts";
import { agree } from "../ladder/ladder.ts";
import { stopMessages, TAKEN_BACK } from "../messages/no-more.ts";
import { type Problem, problem } from "../problems.ts";
import type { ProvenPerson } from "./person.ts";
import { hasAgreed, recordConsent, termsOf, wayOf } from "./record-consent.ts";

/** The person agrees to one purpose, for their account or under one of their dossiers. */
export async function giveConsent(
  context: Context,
  visitor: Visitor,
  person: ProvenPerson,
  wanted: ConsentGiven & { readonly purpose: string; readonly dossier: string | null },
): Promise<Result<true, Problem>> {
  const terms = termsOf(context, wanted.purpose);
  const head = person.dossiers.find(({ dossier }) => dossier === wanted.dossier) ?? null;
  if (!terms?.offered || terms.on === "feedback" || (head === null && person.account === null)) return refuse(problem("consent-not-found"));
  const whom = consentFor(terms, wanted);
  if (whom === "not-ticked")
    return refuse(problem("consent-missing", { sentence: "Bà con chưa đánh dấu đồng ý. Xin đọc, đánh dấu rồi gửi." }));
  if (whom === "other-words") return refuse(problem("consent-words"));
  if (whom === "child-not-asked") return refuse(problem("consent-child"));
  if (terms.purpose === "ladder") {
    const tracked = head ? await track(context, head.trackingCode) : null;
    if (!tracked?.ok) return refuse(problem("consent-not-found"));
    await agree(context, tracked.value.head, tracked.value.dossier, await wayOf(context, visitor, tracked.value.head.office));
    return ok(true);
  }
  const office = head?.office ?? person.office;
  const subject = head ? { dossier: head.dossier } : { account: person.account?.account ?? "" };
  const how = await wayOf(context, visitor, office);
  await recordConsent(context, context.database.sql, { office, subject, terms, whom, ...how });
  if (terms.purpose === "messages" && head) await unsayNo(context.database.sql, head);
  return ok(true);
}

/** The person takes a consent back; what hung on it goes. */
export async function takeConsentBack(context: Context, person: ProvenPerson, id: string): Promise<Result<true, Problem>> {
  const consent = isUuid(id) ? await readConsent(context.database.sql, id) : null;
  if (!consent || !isTheirs(consent, person)) return refuse(problem("consent-not-found"));
  return (await undoConsent(context, consent)) ? ok(true) : refuse(problem("consent-not-found"));
}

/** Withdraws it and does what the withdrawal means: the steps of the ladder go, messages that wait are held, a recorded voice is erased. False when it was withdrawn before. */
export async function undoConsent(context: Context, consent: Consent): Promise<boolean> {
  const undone = await withdrawConsent(context.database.sql, consent, context.now());
  if (consent.purpose === "ladder" && consent.dossier) await leaveLadderOf(context, consent.dossier, consent.office);
  if (consent.purpose === "messages") await holdMessagesOf(context, consent);
  if (consent.purpose === "voice" && consent.feedback)
    await eraseFeedbackVoice(context.database.sql, { office: consent.office, feedback: consent.feedback }, context.now());
  return undone;
}

async function holdMessagesOf(context: Context, { office, dossier, account }: Consent): Promise<void> {
  const { sql } = context.database;
  const one = dossier ? await readHead(sql, { office, dossier }) : null;
  const heads = account ? await listOfAccount(sql, account, MANY) : one ? [one] : [];
  for (const head of heads.filter((each) => each.office === office))
    if (!(await hasAgreed(sql, head, "messages"))) await stopMessages(context, sql, head, TAKEN_BACK);
}

const MANY = 500;

async function leaveLadderOf(context: Context, dossier: string, office: string): Promise<void> {
  const head = await readHead(context.database.sql, { office, dossier });
  const tracked = head ? await track(context, head.trackingCode) : null;
  if (tracked?.ok) await agree(context, tracked.value.head, tracked.value.dossier, null);
}

/** An officer writes down what somebody agreed to on paper; the paper stays in the office's files. */
export async function recordOnPaper(
  context: Context,
  member: StaffMember,
  wanted: { readonly code: string; readonly purpose: string; readonly whom: string; readonly childAgreed: boolean; readonly seen: boolean },
): Promise<Result<true, Problem>> {
  const tracked = await track(context, wanted.code);
  const terms = termsOf(context, wanted.purpose);
  if (!tracked.ok || tracked.value.head.office !== member.office) return refuse(problem("dossier-not-found"));
  if (!terms?.offered || terms.on === "feedback" || terms.purpose === "ladder") return refuse(problem("consent-not-found"));
  const whom = consentFor(terms, { agreed: wanted.seen, text: terms.text, whom: wanted.whom, childAgreed: wanted.childAgreed });
  if (whom === "child-not-asked") return refuse(problem("consent-child"));
  if (whom === "not-ticked" || whom === "other-words")
    return refuse(problem("consent-missing", { sentence: "Xin xem tờ đồng ý có chữ ký của bà con, đánh dấu rồi ghi." }));
  await recordConsent(context, context.database.sql, {
    office: member.office,
    subject: { dossier: tracked.value.head.dossier },
    terms,
    whom,
    way: "paper",
    witness: member.staff,
  });
  if (terms.purpose === "messages") await unsayNo(context.database.sql, tracked.value.head);
  return ok(true);
}

function isTheirs(consent: Consent, person: ProvenPerson): boolean {
  if (consent.account !== null) return consent.account === person.account?.account;
  return person.dossiers.some(({ dossier }) => dossier === consent.dossier);
}
