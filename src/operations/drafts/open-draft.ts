import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { asAtCounter } from "../../domain/catalogue/at-counter.ts";
import type { Procedure } from "../../domain/catalogue/procedure.ts";
import { type Journey, journey } from "../../domain/forms/journey.ts";
import { type DraftChange, readDraftChange } from "../../store/records/draft-changes.ts";
import { type Draft, readDraft } from "../../store/records/drafts.ts";
import { readIntake } from "../../store/records/paper-intakes.ts";
import { type Context, parseContext } from "../context.ts";
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
  /** A dossier on paper that an officer is taking in: it leads back to the intake page. */
  readonly atCounter?: true;
}

/** Opens a draft for somebody who may see it; to everybody else it does not exist. It goes on under the version that is in force today. */
export async function openDraft(context: Context, visitor: Visitor, id: string): Promise<Result<OpenDraft, Problem>> {
  const found = isUuid(id) ? await readDraft(context.database.sql, id) : null;
  if (!found || found.expiresAt < context.now() || !(await maySeeDraft(context, visitor, found))) return refuse(problem("draft-not-found"));
  const { draft, procedure } = await followVersion(context, found);
  if (!procedure) return refuse(problem("procedure-unknown"));
  const parse = parseContext(context);
  const way = journey(procedure, draft.answers, parse);
  const change = await openChange(context, draft, way);
  if (visitor.kind !== "staff" || (await readIntake(context.database.sql, draft)) === null) return ok({ draft, procedure, way, change });
  return ok({ draft, procedure: asAtCounter(procedure, draft.answers, parse.today), way, change, atCounter: true });
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
