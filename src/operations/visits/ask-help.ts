import { ok, type Result } from "../../base/result.ts";
import { hint } from "../../store/database/hints.ts";
import { countHardship } from "../../store/records/hardships.ts";
import { saveAsking } from "../../store/records/visits.ts";
import type { Context } from "../context.ts";
import { openDraftToChange } from "../drafts/open-draft.ts";
import type { Visitor } from "../identity/session.ts";
import type { Problem } from "../problems.ts";
import { runningVisit, visitsTopic } from "./open-visit.ts";

/** Somebody who fills in alone asks for a helper at a question: the desk sees it at once, and the question is counted as hard. */
export async function askForHelp(context: Context, visitor: Visitor, draft: string, page: string): Promise<Result<true, Problem>> {
  const open = await openDraftToChange(context, visitor, draft);
  if (!open.ok) return open;
  const { sql } = context.database;
  if (open.value.way.steps.some((step) => step.page.id === page) && !open.value.draft.practice)
    await countHardship(sql, open.value.draft, page, "asked");
  const visit = await runningVisit(context, visitor);
  if (visit) {
    await saveAsking(sql, visit, context.now());
    await hint(sql, visitsTopic(visit));
  }
  return ok(true);
}
