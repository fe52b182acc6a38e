import type { Report } from "../../domain/reports/report.ts";
import { readOffice } from "../../store/records/offices.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";
import type { Viewpoint } from "../measures/viewpoint.ts";

/** What every report knows before it is made. */
export type Frame = Pick<Report, "unit" | "period" | "practice">;

export async function frameOf(context: Context, member: StaffMember, view: Viewpoint, words: string): Promise<Frame> {
  const office = await readOffice(context.database.sql, member.office);
  return { unit: view.name, period: words, practice: office?.practice ?? false };
}
