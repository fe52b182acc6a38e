import { ok, type Result, refuse } from "../../base/result.ts";
import { asAtCounter } from "../../domain/catalogue/at-counter.ts";
import type { Procedure } from "../../domain/catalogue/procedure.ts";
import { type Journey, journey } from "../../domain/forms/journey.ts";
import { type Draft, readDraft } from "../../store/records/drafts.ts";
import { readIntake } from "../../store/records/paper-intakes.ts";
import { type Context, parseContext, procedureOf } from "../context.ts";
import { maySeeDraft, type Visitor } from "../identity/session.ts";
import { type Problem, problem } from "../problems.ts";

/** A draft with the procedure that it is for and where it stands. */
export interface OpenDraft {
  readonly draft: Draft;
  readonly procedure: Procedure;
  readonly way: Journey;
  /** A dossier on paper that an officer is taking in: it leads back to the intake page. */
  readonly atCounter?: true;
}

/** Opens a draft for somebody who may see it; to everybody else it does not exist. */
export async function openDraft(context: Context, visitor: Visitor, id: string): Promise<Result<OpenDraft, Problem>> {
  const draft = UUID.test(id) ? await readDraft(context.database.sql, id) : null;
  if (!draft || draft.expiresAt < context.now() || !(await maySeeDraft(context, visitor, draft))) return refuse(problem("draft-not-found"));
  const procedure = procedureOf(context, draft.procedure, draft.version);
  if (!procedure) return refuse(problem("procedure-unknown"));
  const parse = parseContext(context);
  const way = journey(procedure, draft.answers, parse);
  if (visitor.kind !== "staff" || (await readIntake(context.database.sql, draft)) === null) return ok({ draft, procedure, way });
  return ok({ draft, procedure: asAtCounter(procedure, draft.answers, parse.today), way, atCounter: true });
}

/** The same for changing it: a draft that was sent is a dossier. */
export async function openDraftToChange(context: Context, visitor: Visitor, id: string): Promise<Result<OpenDraft, Problem>> {
  const open = await openDraft(context, visitor, id);
  return open.ok && open.value.draft.lodgedDossier !== null ? refuse(problem("draft-lodged")) : open;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
