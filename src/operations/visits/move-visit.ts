import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { VISIT_MOVES, type VisitMove } from "../../domain/point/visit.ts";
import type { Sql } from "../../store/database/database.ts";
import { hint } from "../../store/database/hints.ts";
import { listDraftsOfVisit } from "../../store/records/drafts.ts";
import { endMandates } from "../../store/records/mandates.ts";
import { endPhoneLinksOfVisit } from "../../store/records/phone-links.ts";
import { endSessionsOfVisit } from "../../store/records/sessions.ts";
import { endForgottenVisits, moveVisit, readVisit, type Visit, type VisitKey } from "../../store/records/visits.ts";
import type { Context } from "../context.ts";
import { cancelOrdersOf } from "../devices/print-desk.ts";
import { cancelScansOf } from "../devices/scan-errand.ts";
import type { StaffMember } from "../identity/member.ts";
import type { Visitor } from "../identity/session.ts";
import { countStop } from "../ladder/hard-questions.ts";
import { type Problem, problem } from "../problems.ts";
import { runningVisit, visitsTopic } from "./open-visit.ts";

/**
 * A helper calls, takes over, or ends a visit of their point. Of two who call the same number one is first; the other is told who it was. Ending
 * it ends all that was allowed in it: sessions on every device, and mandates.
 */
export async function moveAsHelper(context: Context, member: StaffMember, id: string, move: VisitMove): Promise<Result<Visit, Problem>> {
  const key = { office: member.office, visit: id };
  return context.database.transaction(async (sql) => {
    const helps = VISIT_MOVES[move].to === "helped";
    const moved = isUuid(id) && (await moveVisit(sql, key, move, helps ? member.staff : null, context.now()));
    const visit = isUuid(id) ? await readVisit(sql, key) : null;
    if (!visit) return refuse(problem("visit-not-found"));
    if (!moved) return refuse(whyNot(visit, member));
    if (visit.endedAt) await closeBehind(context, sql, visit);
    await hint(sql, visitsTopic(visit));
    return ok(visit);
  });
}

/** "Xong" on the visitor's own screen: their visit is over, as is everything in it. Somebody still waiting has left. Answers which visit it was. */
export async function endOwnVisit(context: Context, visitor: Visitor): Promise<VisitKey | null> {
  const visit = visitor.kind === "staff" ? null : await runningVisit(context, visitor);
  if (!visit) return null;
  await context.database.transaction(async (sql) => {
    await moveVisit(sql, visit, visit.state === "waiting" ? "leave" : "finish", null, context.now());
    await closeBehind(context, sql, visit);
    await hint(sql, visitsTopic(visit));
  });
  return { office: visit.office, visit: visit.visit };
}

/** No visit lasts longer: whoever left without a word is not waited for until the evening. */
const FORGOTTEN_AFTER_MS = 4 * 3_600_000;

/** Ends visits that nobody ended, with all that was allowed in them. */
export async function endForgotten(context: Context): Promise<void> {
  const now = context.now();
  const ended = await endForgottenVisits(context.database.sql, new Date(now.getTime() - FORGOTTEN_AFTER_MS), now);
  for (const key of ended) await closeBehind(context, context.database.sql, key);
}

async function closeBehind(context: Context, sql: Sql, key: VisitKey): Promise<void> {
  for (const draft of await listDraftsOfVisit(sql, key.office, key.visit)) await countStop(context, sql, draft);
  cancelScansOf(key);
  cancelOrdersOf(key);
  await endMandates(sql, key, "visit-ended", context.now());
  await endPhoneLinksOfVisit(sql, key, context.now());
  await endSessionsOfVisit(sql, key);
}

function whyNot(visit: Visit, member: StaffMember): Problem {
  if (visit.endedAt) return problem("visit-ended");
  if (visit.state === "helped" && visit.helper !== member.staff)
    return problem("visit-taken", { sentence: `${visit.helperName ?? "Người khác"} đang giúp số ${visit.number}. Xin mời số tiếp theo.` });
  return problem("visit-taken");
}
