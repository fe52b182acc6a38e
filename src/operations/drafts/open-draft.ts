import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { asAtCounter, asForSupplement } from "../../domain/catalogue/at-counter.ts";
import type { Procedure } from "../../domain/catalogue/procedure.ts";
import { type Journey, journey } from "../../domain/forms/journey.ts";
import { type DraftChange, readDraftChange } from "../../store/records/draft-changes.ts";
import { type Draft, readDraft } from "../../store/records/drafts.ts";
import { readIntake } from "../../store/records/paper-intakes.ts";
import { readSupplementIntake, type SupplementIntake } from "../../store/records/supplement-intakes.ts";
import { type Context, parseContext, procedureOf } from "../context.ts";
import { readDossier } from "../dossiers/append.ts";
import { maySeeDraft, type Visitor } from "../identity/session.ts";
import { type Problem, problem } from "../problems.ts";
import { followVersion } from "./follow-version.ts";

/** A draft with the procedure that it is for and where it stands. */
export interface OpenDraft {
  readonly draft: Draft;
  readonly procedure: Procedure;
  readonly way: Journey;
  /** The procedure changed since the draft was begun; `again` holds the pages that still wait for a new answer. */
  readonly change: DraftChange | null;
  /** Papers that an officer takes in: they lead back to the page of the intake, or of the dossier that is supplemented. */
  readonly atCounter?: { readonly supplements: string | null };
}

/** Opens a draft for somebody who may see it; to everybody else it does not exist. It goes on under the version that is in force today. */
export async function openDraft(context: Context, visitor: Visitor, id: string): Promise<Result<OpenDraft, Problem>> {
  const found = isUuid(id) ? await readDraft(context.database.sql, id) : null;
  if (!found || found.expiresAt < context.now() || !(await maySeeDraft(context, visitor, found))) return refuse(problem("draft-not-found"));
  const supplement = visitor.kind === "staff" ? await readSupplementIntake(context.database.sql, found) : null;
  if (supplement) return openForSupplement(context, found, supplement);
  const { draft, procedure } = await followVersion(context, found);
  if (!procedure) return refuse(problem("procedure-unknown"));
  const parse = parseContext(context);
  const way = journey(procedure, draft.answers, parse);
  const change = await openChange(context, draft, way);
  if (visitor.kind !== "staff" || (await readIntake(context.database.sql, draft)) === null) return ok({ draft, procedure, way, change });
  return ok({ draft, procedure: asAtCounter(procedure, draft.answers, parse.today), way, change, atCounter: { supplements: null } });
}

/** Papers that supplement a dossier go by its version and its answers; the draft itself has none. */
async function openForSupplement(
  context: Context,
  draft: Draft,
  { dossier: id, turn }: SupplementIntake,
): Promise<Result<OpenDraft, Problem>> {
  const dossier = await readDossier(context.database.sql, { office: draft.office, dossier: id });
  const filed = dossier && procedureOf(context, dossier.procedure.code, dossier.procedure.version);
  if (!dossier || !filed) return refuse(problem("procedure-unknown"));
  const parse = parseContext(context);
  const procedure = asForSupplement(filed, { answers: dossier.answers, owed: dossier.owed?.asked ?? [], turn }, parse.today);
  return ok({ draft, procedure, way: journey(procedure, draft.answers, parse), change: null, atCounter: { supplements: id } });
}

async function openChange(context: Context, draft: Draft, way: Journey): Promise<DraftChange | null> {
  const change = draft.lodgedDossier === null ? await readDraftChange(context.database.sql, draft) : null;
  if (change === null) return null;
  const open = new Set(way.steps.filter((step) => !step.done).map((step) => step.page.id));
  return { ...change, again: change.again.filter((page) => open.has(page)) };
}

/** The same for changing it: a draft that was sent is a dossier. */
export async function openDraftToChange(context: Context, visitor: Visitor, id: string): Promise<Result<OpenDraft, Problem>> {
  const open = await openDraft(context, visitor, id);
  return open.ok && open.value.draft.lodgedDossier !== null ? refuse(problem("draft-lodged")) : open;
}
