import { ok, type Result, refuse } from "../../base/result.ts";
import type { Report } from "../../domain/reports/report.ts";
import { listOffices } from "../../store/records/offices.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";
import type { Viewpoint } from "../measures/viewpoint.ts";
import { type Problem, problem } from "../problems.ts";
import { dossierBook } from "./dossier-book.ts";
import { formReport } from "./form-report.ts";
import { indexReport } from "./index-report.ts";
import type { ReportKind } from "./kinds.ts";
import { monthlyReport } from "./monthly-report.ts";

/** What every report knows before it is made. */
export type Frame = Pick<Report, "unit" | "period" | "practice">;

/** A report over what the member looks at; `words` names its period. `exported`: it leaves as a file, and who took names along is written down. */
export async function readReport(
  context: Context,
  member: StaffMember,
  view: Viewpoint,
  kind: ReportKind,
  words: string,
  exported: boolean,
): Promise<Result<Report, Problem>> {
  const frame = await frameOf(context, member, view, words);
  switch (kind) {
    case "ii-06a":
      return ok(await formReport(context, view, frame));
    case "chi-so-766":
      return ok(await indexReport(context, view, frame));
    case "hop-giao-ban":
      return ok(await monthlyReport(context, view, frame));
    case "so-theo-doi":
      if (!view.own || member.role === "admin") return refuse(problem("move-not-yours"));
      return dossierBook(context, member, view, frame, exported);
  }
}

export async function frameOf(context: Context, member: StaffMember, view: Viewpoint, words: string): Promise<Frame> {
  const office = (await listOffices(context.database.sql)).find((one) => one.office === member.office);
  return { unit: view.name, period: words, practice: office?.practice ?? false };
}
