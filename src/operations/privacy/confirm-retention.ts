import { createHash } from "node:crypto";
import { ok, type Result, refuse } from "../../base/result.ts";
import type { Retention } from "../../domain/privacy/retention.ts";
import { confirmRetention, readConfirmation } from "../../store/records/retention-confirmations.ts";
import { listStaff } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { type Problem, problem } from "../problems.ts";

/** Names the table: days, starts and grounds. One that was changed since is another, and has to be confirmed anew. */
export function tableHash(retention: Retention): string {
  return createHash("sha256").update(JSON.stringify(retention)).digest("hex");
}

/** The admin of the office; its leader where it has no admin of its own. */
export async function mayConfirm(context: Pick<Context, "database">, { office, role }: StaffMember): Promise<boolean> {
  if (role === "admin") return true;
  if (role !== "leader") return false;
  return !(await listStaff(context.database.sql, office)).some((colleague) => colleague.role === "admin");
}

/** Did somebody of the office confirm the table as it stands now? */
export async function isConfirmed(context: Pick<Context, "database" | "retention">, office: string): Promise<boolean> {
  return (await readConfirmation(context.database.sql, office, tableHash(context.retention))) !== null;
}

/** Somebody read the table and says that it holds in their office: from now on papers of finished dossiers go when their time is over. */
export async function confirmTable(
  context: Context,
  member: StaffMember,
  given: { readonly table: string; readonly read: boolean },
): Promise<Result<true, Problem>> {
  if (!(await mayConfirm(context, member))) return refuse(problem("move-not-yours"));
  if (!given.read) return refuse(problem("retention-unread"));
  if (given.table !== tableHash(context.retention)) return refuse(problem("retention-changed"));
  await confirmRetention(context.database.sql, member.office, given.table, member.staff, context.now());
  return ok(true);
}
