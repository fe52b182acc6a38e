import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { endLease, type Lease, takeLease } from "../../store/records/dossier-leases.ts";
import { type DossierKey, readHead } from "../../store/records/dossier-log.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";
import { type Problem, problem } from "../problems.ts";

/** How long a page that says nothing more still counts as open. An open page speaks up every minute. */
const LEASE_MS = 3 * 60_000;

/**
 * Who has a dossier open. The first one who opens it has it, and keeps it while the page is open; whoever comes then is told, and can go on all the same
 * (`force`). Nothing is locked by it: what decides between two is the lock on the log, for as long as a transaction lasts.
 * Answers the other one, or null when it is oneself.
 */
export async function openNow(context: Context, member: StaffMember, key: DossierKey, force = false): Promise<Lease | null> {
  const now = context.now();
  const lease = await takeLease(context.database.sql, key, member, now, new Date(now.getTime() + LEASE_MS), force);
  return lease === null || lease.staff === member.staff ? null : lease;
}

/** The same for a page that says that it is still open: of a dossier of the member's own office only. */
export async function stillOpen(context: Context, member: StaffMember, id: string): Promise<Result<Lease | null, Problem>> {
  const key = { office: member.office, dossier: id };
  const head = isUuid(id) ? await readHead(context.database.sql, key) : null;
  return head ? ok(await openNow(context, member, key)) : refuse(problem("dossier-not-found"));
}

/** The page was left; answers whether there is such a dossier. */
export async function openNoMore(context: Context, member: StaffMember, id: string): Promise<Result<true, Problem>> {
  const key = { office: member.office, dossier: id };
  if (!isUuid(id) || !(await readHead(context.database.sql, key))) return refuse(problem("dossier-not-found"));
  await endLease(context.database.sql, key, member.staff);
  return ok(true);
}
