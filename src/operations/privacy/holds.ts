import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { endHold, insertHold, type LegalHold, listHolds } from "../../store/records/legal-holds.ts";
import type { Context } from "../context.ts";
import { track } from "../dossiers/track.ts";
import type { StaffMember } from "../identity/member.ts";
import { type Problem, problem } from "../problems.ts";

/** Somebody complains about a dossier: nothing of it goes until an officer says that it is settled. Holding twice is holding once. */
export async function hold(context: Context, member: StaffMember, code: string, reason: string): Promise<Result<true, Problem>> {
  const tracked = await track(context, code);
  if (!tracked.ok || tracked.value.head.office !== member.office) return refuse(problem("dossier-not-found"));
  if (reason.trim() === "") return refuse(problem("reason-missing"));
  const made = { hold: context.newId(), reason: reason.trim().slice(0, REASON_LIMIT), by: member.staff };
  await insertHold(context.database.sql, tracked.value.head, made, context.now());
  return ok(true);
}

const REASON_LIMIT = 500;

export async function holdOver(context: Context, member: StaffMember, id: string): Promise<Result<true, Problem>> {
  const ended = isUuid(id) && (await endHold(context.database.sql, { office: member.office, hold: id }, member.staff, context.now()));
  return ended ? ok(true) : refuse(problem("dossier-not-found"));
}

export function heldDossiers(context: Context, member: StaffMember): Promise<LegalHold[]> {
  return listHolds(context.database.sql, member.office);
}
