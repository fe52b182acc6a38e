import { ok, type Result, refuse } from "../../base/result.ts";
import type { ProcedurePaper } from "../../domain/catalogue/procedure.ts";
import { hint } from "../../store/database/hints.ts";
import { type DraftKey, readDraft } from "../../store/records/drafts.ts";
import { insertPhoneLink, isPhoneThere, readPhoneLink, takePhoneLink } from "../../store/records/phone-links.ts";
import { type Context, procedureOf } from "../context.ts";
import { newToken, tokenHash } from "../identity/secrets.ts";
import { type Problem, problem } from "../problems.ts";
import type { OpenDraft } from "./open-draft.ts";
import { draftTopic, type WantedPaper, wantedPapers } from "./papers.ts";

/**
 * A phone as the camera of the counter. The counter shows a code; the first phone that takes it may add pages to that one paper, and see nothing else. It
 * ends with the visit, after half an hour, or when the counter shows another code.
 */
const LINK_LIFETIME_MS = 30 * 60_000;

/** Offers a paper of the draft to a phone; answers the token for the code on the screen. */
export async function offerToPhone(context: Context, { draft, procedure }: OpenDraft, paper: string): Promise<Result<string, Problem>> {
  if (!procedure.papers.some((candidate) => candidate.id === paper)) return refuse(problem("draft-not-found"));
  const token = newToken();
  const now = context.now();
  const link = { ...keyOf(draft), link: context.newId(), paper, visit: draft.visit, expiresAt: new Date(now.getTime() + LINK_LIFETIME_MS) };
  await insertPhoneLink(context.database.sql, link, tokenHash(token), now);
  return ok(token);
}

/** A phone takes the code; answers the token for its cookie. The second phone is refused. */
export async function takeOnPhone(context: Context, token: string): Promise<Result<string, Problem>> {
  const phone = newToken();
  const taken = await takePhoneLink(context.database.sql, tokenHash(token), tokenHash(phone), context.now());
  if (!taken) return refuse(problem("phone-link-ended"));
  const opened = await openOnPhone(context, phone);
  if (opened.ok) await hint(context.database.sql, draftTopic(opened.value.open.draft));
  return ok(phone);
}

/** What a phone may see: one paper of one draft. */
export interface PhonePaper {
  readonly open: Pick<OpenDraft, "draft" | "procedure">;
  readonly paper: ProcedurePaper;
  readonly wanted: WantedPaper | undefined;
}

export async function openOnPhone(context: Context, phone: string | undefined): Promise<Result<PhonePaper, Problem>> {
  const { sql } = context.database;
  const link = phone ? await readPhoneLink(sql, tokenHash(phone), context.now()) : null;
  const draft = link ? await readDraft(sql, link.draft) : null;
  const procedure = draft ? procedureOf(context, draft.procedure, draft.version) : null;
  const paper = procedure?.papers.find((candidate) => candidate.id === link?.paper);
  if (!draft || !procedure || !paper || draft.lodgedDossier !== null) return refuse(problem("phone-link-ended"));
  const wanted = (await wantedPapers(context, draft, procedure)).find((candidate) => candidate.paper.id === paper.id);
  return ok({ open: { draft, procedure }, paper, wanted });
}

/** For the counter: is a phone connected? */
export function phoneIsThere(context: Context, key: DraftKey): Promise<boolean> {
  return isPhoneThere(context.database.sql, key, context.now());
}

function keyOf({ office, draft }: DraftKey): DraftKey {
  return { office, draft };
}
