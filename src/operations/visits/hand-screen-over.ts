import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { readVisit } from "../../store/records/visits.ts";
import type { Context } from "../context.ts";
import { endSession, openSession, type Visitor } from "../identity/session.ts";
import { type Problem, problem } from "../problems.ts";

/**
 * The helper turns the screen round: their own session ends on this machine, and the visitor's begins. Answers the token of the visitor's cookie. The
 * helper signs in again afterwards, or keeps the desk on their own phone.
 */
export async function handScreenOver(context: Context, visitor: Visitor & { kind: "staff" }, id: string): Promise<Result<string, Problem>> {
  const visit = isUuid(id) ? await readVisit(context.database.sql, { office: visitor.member.office, visit: id }) : null;
  if (!visit) return refuse(problem("visit-not-found"));
  if (visit.endedAt) return refuse(problem("visit-ended"));
  await endSession(context, visitor.session);
  return ok(await openSession(context, { kind: "guest" }, { office: visit.office, visit: visit.visit }));
}
