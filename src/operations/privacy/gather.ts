import { type Consent, listConsents } from "../../store/records/consents.ts";
import { type Draft, listDraftsOfAccount } from "../../store/records/drafts.ts";
import {
  type KeptCall,
  type KeptFeedback,
  type KeptMessage,
  type KeptVisit,
  listCallsOfDossiers,
  listFeedbackOfDossiers,
  listMessagesOfDossiers,
  listVisitsOfDossiers,
} from "../../store/records/kept.ts";
import { readAccountEmail } from "../../store/records/message-wishes.ts";
import { listRequestsOf, type PersonalRequest } from "../../store/records/personal-requests.ts";
import { type Context, procedureOf } from "../context.ts";
import { type Look, looksAt } from "../dossiers/looks.ts";
import { type Tracked, track } from "../dossiers/track.ts";
import type { ProvenPerson } from "./person.ts";

/** A dossier with who looked at it, by title. */
export interface KeptDossier extends Tracked {
  readonly looks: readonly Look[];
}

/** Everything that is kept of a person who proved who they are; the page shows its outline, the copy holds it whole. */
export interface Kept {
  readonly drafts: readonly (Draft & { readonly name: string })[];
  readonly dossiers: readonly KeptDossier[];
  readonly visits: readonly KeptVisit[];
  readonly messages: readonly KeptMessage[];
  readonly calls: readonly KeptCall[];
  /** The address of e-mail that the account gave. */
  readonly email: string | null;
  readonly feedback: readonly KeptFeedback[];
  readonly consents: readonly Consent[];
  readonly requests: readonly PersonalRequest[];
}

const DRAFTS = 200;

export async function gather(context: Context, person: ProvenPerson): Promise<Kept> {
  const { sql } = context.database;
  const account = person.account?.account ?? null;
  const ids = person.dossiers.map(({ dossier }) => dossier);
  const [drafts, consents, requests, visits, feedback, messages, calls, email] = await Promise.all([
    account ? listDraftsOfAccount(sql, account, DRAFTS) : [],
    listConsents(sql, account, ids),
    listRequestsOf(sql, account, ids),
    listVisitsOfDossiers(sql, person.dossiers),
    listFeedbackOfDossiers(sql, person.dossiers),
    listMessagesOfDossiers(sql, person.dossiers),
    listCallsOfDossiers(sql, person.dossiers),
    account ? readAccountEmail(sql, account) : null,
  ]);
  const dossiers: KeptDossier[] = [];
  for (const head of person.dossiers) {
    const tracked = await track(context, head.trackingCode);
    // one that was handed on is found at both offices, and is one
    if (tracked.ok && !dossiers.some((known) => known.head.dossier === tracked.value.head.dossier))
      dossiers.push({ ...tracked.value, looks: await looksAt(context, tracked.value) });
  }
  return {
    drafts: drafts.map((draft) => ({ ...draft, name: procedureOf(context, draft.procedure, draft.version)?.name ?? draft.procedure })),
    dossiers,
    consents,
    requests,
    visits,
    feedback,
    messages,
    calls,
    email,
  };
}
