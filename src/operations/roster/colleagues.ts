import { listStaff } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";

/** Somebody who can stand by. */
export interface Colleague {
  readonly staff: string;
  readonly name: string;
}

/** Everybody of an office who can stand by at a point: helpers and officers. */
export async function colleaguesOf(context: Pick<Context, "database">, office: string): Promise<Colleague[]> {
  const staff = await listStaff(context.database.sql, office);
  return staff.filter(({ role }) => role === "helper" || role === "officer").map(({ staff, name }) => ({ staff, name }));
}
