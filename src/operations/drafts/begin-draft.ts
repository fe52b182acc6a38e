import { officeDay } from "../../base/clock.ts";
import { readableCode } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import type { Procedure } from "../../domain/catalogue/procedure.ts";
import type { Answers } from "../../domain/forms/answers.ts";
import type { Applicant } from "../../domain/forms/fill.ts";
import { parseAnswer } from "../../domain/forms/parse-answer.ts";
import { ruleOf } from "../../domain/privacy/retention.ts";
import { type Draft, insertDraft } from "../../store/records/drafts.ts";
import type { VisitKey } from "../../store/records/visits.ts";
import { type Context, parseContext } from "../context.ts";
import { actingMandate } from "../identity/acting.ts";
import { hashSecret, newSlipSecret } from "../identity/secrets.ts";
import { applicantOf, letSeeDraft, sessionOf, type Visitor } from "../identity/session.ts";
import { type Problem, problem } from "../problems.ts";
import { type AtPoint, visitOf } from "../visits/open-visit.ts";

export interface BegunDraft {
  readonly draft: Draft;
  /** The four digits for the slip; only their hash is stored, so they are shown now and printed, or made anew. */
  readonly slipSecret: string;
  /** The cookie of the session that was opened for somebody without one. */
  readonly token: string | null;
}

/** Eight readable characters: 37 bits, behind a secret and a limit on tries. */
const SLIP_CODE_LENGTH = 8;

/** Begins a declaration, with the answers to the case questions that were given on the procedure's page. */
export async function beginDraft(
  context: Context,
  visitor: Visitor,
  wanted: Wanted & { readonly procedure: string },
): Promise<Result<BegunDraft, Problem>> {
  const procedure = context.catalogue.find(wanted.procedure, officeDay(context.now()));
  return procedure ? beginDraftOf(context, visitor, procedure, wanted) : refuse(problem("procedure-unknown"));
}

interface Wanted {
  readonly practice: boolean;
  readonly cases: Answers;
  readonly office: string;
  readonly place: AtPoint | null;
}

/** The same of a certain version, which need not be in force: an admin tries what is not published yet. */
export async function beginDraftOf(
  context: Context,
  visitor: Visitor,
  procedure: Procedure,
  wanted: Wanted,
): Promise<Result<BegunDraft, Problem>> {
  const now = context.now();
  if (procedure.filing !== "online") return refuse(problem("procedure-not-filed-here"));
  if (visitor.kind === "staff" && !wanted.practice && !(await actingMandate(context, visitor))) return refuse(problem("mandate-missing"));

  const slipSecret = newSlipSecret();
  const answers = knownCases(
    procedure.cases.flatMap((page) => page.fields),
    wanted.cases,
    context,
  );
  const { session, token } = await sessionOf(context, visitor);
  const visit = await visitFor(context, visitor, session, wanted);
  const draft: Draft = {
    office: visit?.office ?? wanted.office,
    draft: context.newId(),
    point: wanted.place?.point ?? null,
    slipCode: readableCode(SLIP_CODE_LENGTH),
    slipSecretHash: await hashSecret(slipSecret),
    account: visitor.kind === "citizen" ? visitor.account.account : null,
    procedure: procedure.code,
    version: procedure.version,
    answers,
    applicant: visitor.kind === "citizen" ? (applicantOf(visitor.account) as Applicant) : null,
    cards: {},
    receiver: null,
    practice: wanted.practice,
    expiresAt: new Date(now.getTime() + ruleOf(context.retention, wanted.practice ? "practice" : "drafts").days * 86_400_000),
    lodgedOffice: null,
    lodgedDossier: null,
    visit: visit?.visit ?? null,
  };
  await insertDraft(context.database.sql, draft, now);
  await letSeeDraft(context, session, draft);
  return ok({ draft, slipSecret, token });
}

/** What the draft hangs on. Staff who try the form for themselves are no visit. */
async function visitFor(
  context: Context,
  visitor: Visitor,
  session: Uint8Array,
  wanted: { practice: boolean; place: AtPoint | null },
): Promise<VisitKey | null> {
  if (visitor.kind === "staff") return wanted.practice ? null : visitor.visit;
  if (wanted.place === null) return null;
  return visitOf(context, visitor, session, wanted.place, wanted.practice ? "practice" : "self-service");
}

/** Of what came with the request, the answers that are real answers to case questions. */
function knownCases(fields: Parameters<typeof parseAnswer>[0][], given: Answers, context: Context): Answers {
  let answers: Answers = {};
  for (const field of fields) {
    const parsed = given[field.id] === undefined ? null : parseAnswer(field, given, parseContext(context));
    if (parsed?.ok) answers = { ...answers, ...parsed.value };
  }
  return answers;
}
