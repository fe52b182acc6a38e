import { ok, type Result, refuse } from "../../base/result.ts";
import type { Procedure } from "../../domain/catalogue/procedure.ts";
import { type Journey, journey } from "../../domain/forms/journey.ts";
import { type Draft, readDraft } from "../../store/records/drafts.ts";
import { type Context, parseContext, procedureOf } from "../context.ts";
import { maySeeDraft, type Visitor } from "../identity/session.ts";
import { type Problem, problem } from "../problems.ts";

/** A draft with the procedure that it is for and where it stands. */
export interface OpenDraft {
  readonly draft: Draft;
  readonly procedure: Procedure;
  readonly way: Journey;
}

/** Opens a draft for somebody who may see it; to everybody else it does not exist. */
export async function openDraft(context: Context, visitor: Visitor, id: string): Promise<Result<OpenDraft, Problem>> {
  const draft = UUID.test(id) ? await readDraft(context.database.sql, id) : null;
  if (!draft || draft.expiresAt < context.now() || !(await maySeeDraft(context, visitor, draft))) return refuse(problem("draft-not-found"));
  const procedure = procedureOf(context, draft.procedure, draft.version);
  if (!procedure) return refuse(problem("procedure-unknown"));
  return ok({ draft, procedure, way: journey(procedure, draft.answers, parseContext(context)) });
}

/** The same for changing it: a draft that was sent is a dossier. */
export async function openDraftToChange(context: Context, visitor: Visitor, id: string): Promise<Result<OpenDraft, Problem>> {
  const open = await openDraft(context, visitor, id);
  return open.ok && open.value.draft.lodgedDossier !== null ? refuse(problem("draft-lodged")) : open;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
