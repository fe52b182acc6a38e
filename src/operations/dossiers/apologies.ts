import { officeDay } from "../../base/clock.ts";
import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { isWorkingDay } from "../../domain/deadlines/calendar.ts";
import { type ApologyDraft, draftApology } from "../../domain/dossier/apology.ts";
import { type Dossier, fold } from "../../domain/dossier/fold.ts";
import { isOpen } from "../../domain/dossier/moves.ts";
import type { Status } from "../../domain/dossier/status.ts";
import { partsOf } from "../../domain/dossier/steps.ts";
import { insertAccess } from "../../store/records/access-log.ts";
import { listOutagesSince } from "../../store/records/apologies.ts";
import { type DossierKey, readLog } from "../../store/records/dossier-log.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import { listChosen } from "../../store/views/work-list.ts";
import { type Context, procedureOf } from "../context.ts";
import { calendarOfMember } from "../offices/office-days.ts";
import { type Problem, problem } from "../problems.ts";
import { type Act, ownedByOther } from "./act.ts";
import { apologise } from "./clock-moves.ts";
import type { Outcome } from "./many.ts";

/** A dossier for which an apology is owed, with the slip as the program drafts it, or why it cannot be signed now. */
export interface OwedApology {
  readonly key: DossierKey;
  readonly dossier: Dossier;
  /** It is late already; else it will be when today is over. */
  readonly late: boolean;
  readonly draft: ApologyDraft | null;
  readonly cannot: string | null;
}

/** In these the office is at work and the citizen owes nothing. */
const AT_WORK: readonly Status[] = ["lodged", "accepted", "processing"];
const MOST = 60;

/** The dossiers of the office that are late, or will be by the end of today: the longest late first. `more` when the page does not show all. */
export async function apologiesOwed(
  context: Context,
  member: StaffMember,
): Promise<{ readonly owed: readonly OwedApology[]; readonly more: boolean }> {
  const today = officeDay(context.now());
  const filter = { statuses: AT_WORK, order: "earliest" as const, words: [], dueTo: today };
  const lines = await listChosen(context.database.sql, member.office, filter, MOST + 1, undefined);
  const owed: OwedApology[] = [];
  for (const { dossier } of lines.slice(0, MOST)) {
    const one = await owedBy(context, member, dossier);
    if (one) owed.push(one);
  }
  return { owed, more: lines.length > MOST };
}

/** How many there are, as far as one page reaches. */
export async function countOwed(context: Context, member: StaffMember): Promise<number> {
  const filter = { statuses: AT_WORK, order: "earliest" as const, words: [], dueTo: officeDay(context.now()) };
  return (await listChosen(context.database.sql, member.office, filter, MOST, undefined)).length;
}

/** The drafted slip of one dossier; null where there is no such dossier. */
export async function owedBy(context: Context, member: StaffMember, id: string): Promise<OwedApology | null> {
  const key = { office: member.office, dossier: id };
  const log = isUuid(id) ? await readLog(context.database.sql, key) : [];
  if (log.length === 0) return null;
  const dossier = fold(log);
  const now = context.now();
  const calendar = await calendarOfMember(context, member);
  const outages = await listOutagesSince(context.database.sql, member.office, new Date(dossier.lodgedAt));
  const parts = partsOf(procedureOf(context, dossier.procedure.code, dossier.procedure.version)?.deadline.steps);
  const draft = draftApology(log, { now, parts, calendar, outages });
  return { key, dossier, late: dossier.due.day < officeDay(now), draft, cannot: whyNot(member, dossier) };
}

function whyNot(member: StaffMember, dossier: Dossier): string | null {
  if (dossier.status === "lodged") return "Chưa tiếp nhận. Xin mở hồ sơ, tiếp nhận trước.";
  if (dossier.pauses.some(({ to }) => to === null)) return "Đang chờ bà con, thời hạn tạm dừng. Chưa phải xin lỗi.";
  const other = ownedByOther(dossier, "apologise", { role: "officer", id: member.staff, name: member.name });
  if (other) return other.sentence;
  return isOpen(dossier, "apologise") ? null : "Hồ sơ không còn ở bước phải xin lỗi.";
}

/** A slip as the officer leaves it: the day YYYY-MM-DD, the reasons in words. */
export interface WantedApology {
  readonly dossier: string;
  readonly day: string;
  readonly reasons: readonly string[];
  readonly words: string;
}

/** What stands on each slip, looked at before several are signed, and why some cannot be; that somebody looked is written down. */
export async function previewApologies(
  context: Context,
  member: StaffMember,
  wanted: readonly WantedApology[],
): Promise<Result<readonly (OwedApology & { readonly wanted: WantedApology })[], Problem>> {
  const found: (OwedApology & { readonly wanted: WantedApology })[] = [];
  for (const each of wanted.slice(0, MOST)) {
    const one = await owedBy(context, member, each.dossier);
    if (!one) continue;
    await insertAccess(
      context.database.sql,
      { office: member.office, access: context.newId(), staff: member.staff, dossier: each.dossier, what: "dossier" },
      context.now(),
    );
    found.push({ ...one, wanted: each, cannot: one.cannot ?? (await wrongWith(context, member, one.dossier, each)) });
  }
  return found.length === 0 ? refuse(problem("nothing-chosen")) : ok(found);
}

/** What would be refused of what the officer wrote. */
async function wrongWith(
  context: Context,
  member: StaffMember,
  dossier: Dossier,
  { day, reasons, words }: WantedApology,
): Promise<string | null> {
  if (reasons.length === 0 && words.trim() === "") return problem("reason-missing").sentence;
  const calendar = await calendarOfMember(context, member);
  if (day <= officeDay(context.now()) || !isWorkingDay(day, calendar)) return problem("not-a-working-day").sentence;
  return day > dossier.due.day ? null : problem("not-later").sentence;
}

/** Signs each slip in a transaction of its own; one that cannot be signed stops none of the others. The key is made where the page was drawn. */
export async function signApologies(
  context: Context,
  member: StaffMember,
  wanted: readonly WantedApology[],
  key: string,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { dossier, ...given } of wanted.slice(0, MOST)) {
    const at = { office: member.office, dossier };
    const by: Act = { actor: { role: "officer", id: member.staff, name: member.name }, key: `apologise:${key}:${dossier}` };
    const done = isUuid(dossier) ? await apologise(context, at, by, given) : refuse(problem("dossier-not-found"));
    outcomes.push(done.ok ? { key: at, dossier: done.value, problem: null } : { key: at, dossier: null, problem: done.reason.sentence });
  }
  return outcomes;
}
