import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { isRequestOutcome, isStayReason, STAY_REASONS } from "../../domain/privacy/request.ts";
import { type DossierHead, listOfAccount, readHead } from "../../store/records/dossier-log.ts";
import {
  answerRequest,
  claimRequest,
  listAnsweredRequests,
  listOpenRequests,
  type PersonalRequest,
  readRequest,
  releaseRequest,
} from "../../store/records/personal-requests.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { type Problem, problem } from "../problems.ts";
import { eraseWhatMay } from "./erase-person.ts";

const ANSWERED_SHOWN = 30;
const DOSSIERS = 500;
const WORDS_LIMIT = 4000;

/** What the office owes an answer to, the earliest due first, and what it answered last. */
export async function requestDesk(
  context: Context,
  member: StaffMember,
): Promise<{ open: PersonalRequest[]; answered: PersonalRequest[] }> {
  const { sql } = context.database;
  const [open, answered] = await Promise.all([
    listOpenRequests(sql, member.office),
    listAnsweredRequests(sql, member.office, ANSWERED_SHOWN),
  ]);
  return { open, answered };
}

/** A request with the dossiers of this office that it is about. */
export interface OpenedRequest {
  readonly request: PersonalRequest;
  readonly dossiers: readonly DossierHead[];
}

/** A request of the member's own office; another's does not exist for them. */
export async function openRequest(context: Context, member: StaffMember, id: string): Promise<Result<OpenedRequest, Problem>> {
  const { sql } = context.database;
  const request = isUuid(id) ? await readRequest(sql, { office: member.office, request: id }) : null;
  if (!request) return refuse(problem("request-not-found"));
  if (request.dossier) {
    const head = await readHead(sql, { office: request.office, dossier: request.dossier });
    return ok({ request, dossiers: head ? [head] : [] });
  }
  const own = request.account ? await listOfAccount(sql, request.account, DOSSIERS) : [];
  return ok({ request, dossiers: own.filter(({ office }) => office === request.office) });
}

/** What the officer says. `stays` are the reasons why something stays. */
export interface RequestAnswer {
  readonly outcome: string;
  readonly words: string;
  readonly stays: readonly string[];
}

/**
 * Answers once. What is done or partly done of an erasure or a withdrawal is done here, before the answer is kept, and the answer says what went; what is not
 * done says why. Of two officers one is first: the answer is claimed before anything goes.
 */
export async function answer(context: Context, member: StaffMember, id: string, given: RequestAnswer): Promise<Result<true, Problem>> {
  const opened = await openRequest(context, member, id);
  if (!opened.ok) return opened;
  const { request } = opened.value;
  if (request.answeredAt) return refuse(problem("request-answered"));
  const { outcome } = given;
  if (!isRequestOutcome(outcome)) return refuse(problem("reason-missing"));
  const stays = given.stays.filter(isStayReason).map((reason) => STAY_REASONS[reason]);
  const words = given.words.trim().slice(0, WORDS_LIMIT);
  if (outcome !== "done" && stays.length === 0 && words === "") return refuse(problem("stay-reason-missing"));
  if (outcome === "done" && words === "" && (request.kind === "see" || request.kind === "correct" || request.kind === "object"))
    return refuse(problem("reason-missing"));
  const { sql } = context.database;
  const claim = context.newId();
  const at = context.now();
  if (!(await claimRequest(sql, request, claim, { at, abandonedBefore: new Date(at.getTime() - ABANDONED_MS) }))) {
    const now = await readRequest(sql, request);
    return refuse(problem(now?.answeredAt ? "request-answered" : "request-claimed"));
  }
  try {
    const done = outcome === "refused" ? [] : await carryOut(context, member, opened.value);
    const said = { outcome, answer: [...done, ...stays, words].filter(Boolean).join("\n"), by: member.staff };
    const answered = await answerRequest(sql, request, claim, said, context.now());
    return answered ? ok(true) : refuse(problem("request-answered"));
  } catch (error) {
    await releaseRequest(sql, request, claim);
    throw error;
  }
}

/** Longer than any erasure takes: whoever claimed the answer so long ago is not at it any more. */
const ABANDONED_MS = 5 * 60_000;

/** What an erasure or a withdrawal sets going; what went, in sentences. */
async function carryOut(context: Context, { role, staff, name }: StaffMember, { request, dossiers }: OpenedRequest): Promise<string[]> {
  if (request.kind !== "erase" && request.kind !== "withdraw") return [];
  const whose = { office: request.office, account: request.account, dossiers };
  return eraseWhatMay(context, { role, id: staff, name }, whose, request.kind === "erase" ? "everything" : "consents");
}
