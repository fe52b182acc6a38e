import type { StaffMember } from "../../store/records/staff.ts";
import { listTransferred, type TransferredLine } from "../../store/views/transferred-list.ts";
import type { Context } from "../context.ts";

const SHOWN = 100;

/** What the member's office handed on, the latest first: its own history. */
export function transferredBy(context: Context, member: StaffMember): Promise<TransferredLine[]> {
  return listTransferred(context.database.sql, member.office, SHOWN);
}
