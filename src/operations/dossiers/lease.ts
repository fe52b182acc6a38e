import { endLease, type Lease, takeLease } from "../../store/records/dossier-leases.ts";
import type { DossierKey } from "../../store/records/dossier-log.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";

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

/** The page was left. */
export async function openNoMore(context: Context, member: StaffMember, key: DossierKey): Promise<void> {
  await endLease(context.database.sql, key, member.staff);
}
