import { isUuid } from "../../base/ids.ts";
import { type Result, refuse } from "../../base/result.ts";
import type { Dossier } from "../../domain/dossier/fold.ts";
import type { DossierKey } from "../../store/records/dossier-log.ts";
import { listStaff, readStaff } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";
import { type Problem, problem } from "../problems.ts";
import { type Act, act } from "./act.ts";

/** Gives a dossier to an officer of its office, or takes it oneself; from another's hands only with a word for them. */
export async function assign(context: Context, key: DossierKey, by: Act, staff: string, words: string): Promise<Result<Dossier, Problem>> {
  const to = isUuid(staff) ? await readStaff(context.database.sql, key.office, staff) : null;
  if (to?.role !== "officer") return refuse(problem("colleague-unknown"));
  return act(context, key, by, "assign", () => ({ move: "assign", to: { id: to.staff, name: to.name }, words }));
}

/** The officers of an office, to whom work can be given. */
export async function officersOf(context: Pick<Context, "database">, office: string): Promise<{ staff: string; name: string }[]> {
  const staff = await listStaff(context.database.sql, office);
  return staff.filter(({ role }) => role === "officer").map(({ staff, name }) => ({ staff, name }));
}
