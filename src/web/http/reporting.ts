import { officeDay } from "../../base/clock.ts";
import type { Result } from "../../base/result.ts";
import { formatDay } from "../../domain/people/dates.ts";
import { periodNamed, periodsOver } from "../../domain/reports/report-period.ts";
import type { StaffMember } from "../../operations/identity/member.ts";
import { type Looking, type Viewpoint, viewpointOf } from "../../operations/measures/viewpoint.ts";
import type { Problem } from "../../operations/problems.ts";
import { REPORTS, type ReportKind } from "../../operations/reports/kinds.ts";
import { lookingQuery, readLooking } from "./looking.ts";
import type { Request } from "./request.ts";

/** What a report's address says: whose, which period by its name or by its days. */
export interface Reporting {
  readonly looking: Looking;
  readonly view: Viewpoint;
  /** "2024-03", "2024-Q1", or "" for days of one's own. */
  readonly id: string;
  /** The period in words. */
  readonly words: string;
  /** The same as a query, to go on from here. */
  readonly query: string;
}

/** Without a period it is the last one that is over. */
export async function readReporting(request: Request, member: StaffMember, kind: ReportKind): Promise<Result<Reporting, Problem>> {
  const { services } = request.var;
  const { ky = "", tu = "", den = "" } = request.req.query();
  const free = ky === "" && tu !== "" && den !== "";
  const usual = periodsOver(REPORTS[kind].rhythm, officeDay(services.now()), 1)[0];
  const named = free ? null : (periodNamed(ky) ?? usual ?? null);
  const typed = readLooking(request);
  const looking = named ? { ...typed, from: named.from, to: named.to } : typed;
  const view = await viewpointOf(services, member, looking);
  if (!view.ok) return view;
  const words = named?.words ?? `Từ ${formatDay(looking.from)} đến ${formatDay(looking.to)}`;
  const id = named?.id ?? "";
  return { ok: true, value: { looking, view: view.value, id, words, query: lookingQuery(looking, id === "" ? {} : { ky: id }) } };
}
