import { type Mandate, readLiveMandate } from "../../store/records/mandates.ts";
import type { Context } from "../context.ts";
import type { Visitor } from "./session.ts";

/** The mandate under which a member of staff acts for a citizen just now; null when there is none. */
export async function actingMandate(context: Context, visitor: Visitor): Promise<Mandate | null> {
  if (visitor.kind !== "staff" || visitor.visit === null) return null;
  return readLiveMandate(context.database.sql, visitor.visit, visitor.member.staff);
}
