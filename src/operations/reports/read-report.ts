import { ok, type Result, refuse } from "../../base/result.ts";
import type { Report } from "../../domain/reports/report.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";
import type { Viewpoint } from "../measures/viewpoint.ts";
import { type Problem, problem } from "../problems.ts";
import { dossierBook } from "./dossier-book.ts";
import { formReport } from "./form-report.ts";
import { frameOf } from "./frame.ts";
import { indexReport } from "./index-report.ts";
import type { ReportKind } from "./kinds.ts";
import { monthlyReport } from "./monthly-report.ts";

/** The same for a mailbox: figures alone. Null for a report that is names. */
export async function readForMailbox(
  context: Context,
  member: StaffMember,
  view: Viewpoint,
  kind: ReportKind,
  words: string,
): Promise<Report | null> {
  const frame = await frameOf(context, member, view, words);
  switch (kind) {
    case "ii-06a":
      return formReport(context, view, frame);
    case "chi-so-766":
      return indexReport(context, view, frame);
    case "hop-giao-ban":
      return monthlyReport(context, view, frame, "mailbox");
    case "so-theo-doi":
      return null;
  }
}

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
