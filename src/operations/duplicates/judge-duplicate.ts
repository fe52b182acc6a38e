import { ok, type Result, refuse } from "../../base/result.ts";
import type { Dossier } from "../../domain/dossier/fold.ts";
import { type DossierKey, readHead } from "../../store/records/dossier-log.ts";
import { putVerdict } from "../../store/views/duplicates.ts";
import type { Context } from "../context.ts";
import { type Act, act } from "../dossiers/act.ts";
import { type DeskDossier, openAtDesk } from "../dossiers/desk.ts";
import type { StaffMember } from "../identity/member.ts";
import { type Problem, problem } from "../problems.ts";

/** Two dossiers of the member's office side by side. That both were looked at is written down. */
export async function openPair(
  context: Context,
  member: StaffMember,
  id: string,
  otherId: string,
): Promise<Result<{ one: DeskDossier; other: DeskDossier }, Problem>> {
  const one = await openAtDesk(context, member, id, "dossier");
  const other = one.ok && otherId !== id ? await openAtDesk(context, member, otherId, "dossier") : one;
  if (!one.ok) return one;
  if (!other.ok || otherId === id) return refuse(problem("dossier-not-found"));
  return ok({ one: one.value, other: other.value });
}

/**
 * An officer says of two dossiers that they are one, or not and why. It is an event of the dossier that was in front of them; the pair is asked about no more,
 * and what was said first stands.
 */
export async function judgeDuplicate(
  context: Context,
  key: DossierKey,
  by: Act,
  verdict: { readonly other: string; readonly same: boolean; readonly reason: string },
): Promise<Result<Dossier, Problem>> {
  const other = await readHead(context.database.sql, { office: key.office, dossier: verdict.other });
  if (!other || verdict.other === key.dossier) return refuse(problem("dossier-not-found"));
  if (!verdict.same && verdict.reason.trim() === "") return refuse(problem("reason-missing"));
  try {
    return await act(context, key, by, "judge-duplicate", async (_dossier, _office, sql) => {
      // whoever comes second, from whichever of the two dossiers, waits here for the first
      if (!(await putVerdict(sql, key, verdict))) throw new JudgedBefore();
      return { move: "judge-duplicate", ...verdict };
    });
  } catch (error) {
    if (error instanceof JudgedBefore) return refuse(problem("duplicate-judged"));
    throw error;
  }
}

class JudgedBefore extends Error {}
