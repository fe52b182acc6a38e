import { officeDay } from "../../base/clock.ts";
import type { Calendar } from "../../domain/deadlines/calendar.ts";
import { addDays } from "../../domain/deadlines/days.ts";
import type { OfficeMoment } from "../../domain/deadlines/opening.ts";
import { nearnessAt, nextWorkingDay, type Urgency } from "../../domain/deadlines/urgency.ts";
import type { Channel } from "../../domain/dossier/events.ts";
import type { Status } from "../../domain/dossier/status.ts";
import { dueOfStep } from "../../domain/dossier/step-plan.ts";
import { partsOf } from "../../domain/dossier/steps.ts";
import { fold as foldText } from "../../domain/people/names.ts";
import { listPoints } from "../../store/records/offices.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import { type ListedDossier, type ListPlace, readDossierLine } from "../../store/views/dossier-list.ts";
import { type ListedWork, readWork } from "../../store/views/dossier-work.ts";
import { countGlance, type ListFilter, listChosen, listProcedures, neighbours } from "../../store/views/work-list.ts";
import { type Context, calendarOf, procedureOf } from "../context.ts";
import { calendarOfMember } from "../offices/office-days.ts";
import { officersOf } from "./assign.ts";
import { INBOX_TABS, type Inbox, type InboxTab, inbox, orderOf, PAGE_LINES } from "./desk.ts";

/** Which dossiers somebody wants to see. All but the words may stand in an address. */
export interface ListChoice {
  readonly tab: InboxTab;
  /** "me", "nobody", an officer's id; empty for anybody's. */
  readonly owner: string;
  readonly procedure: string;
  readonly channel: Channel | "";
  readonly point: string;
  readonly due: keyof typeof DUE_RANGES | "";
  readonly asked: boolean;
  readonly words: string;
}

/** Ranges of due days, from and to as days from today. */
export const DUE_RANGES = {
  late: { from: undefined, to: -1, words: "đã trễ" },
  /** Up to the next working day, see `filterOf`. */
  soon: { from: 0, to: 1, words: "hôm nay, ngày làm việc tới" },
  week: { from: 0, to: 7, words: "trong bảy ngày tới" },
  later: { from: 8, to: undefined, words: "sau đó nữa" },
} as const satisfies Record<string, { from: number | undefined; to: number | undefined; words: string }>;

/** Work that is not at its end. */
const OPEN: readonly Status[] = ["lodged", "accepted", "processing", "supplement-requested", "fee-due"];

/** A page of the chosen lines, with how many each tab has. A whole tab is read as the inbox reads it; what narrows it, over the index of its statuses. */
export async function linesOf(context: Context, member: StaffMember, choice: ListChoice, after: ListPlace | undefined): Promise<Inbox> {
  const plain = await inbox(context, member, choice.tab, after);
  const { tab: _tab, ...narrowing } = choice;
  if (!Object.values(narrowing).some(Boolean)) return plain;
  const found = await listChosen(context.database.sql, member.office, filterOf(context, member, choice), PAGE_LINES + 1, after);
  const lines = found.slice(0, PAGE_LINES);
  return { ...plain, lines, next: found.length > PAGE_LINES ? (lines.at(-1) ?? null) : null };
}

/** The step in which a dossier is, and when it should be over. */
export interface ShownStep {
  readonly words: string;
  readonly due: OfficeMoment;
  readonly urgency: Urgency;
}

/** Whose a dossier is, and what of it waits. There is no step of a dossier whose time sleeps or is over. */
export interface ShownWork {
  readonly work: ListedWork;
  readonly step: ShownStep | null;
}

/** The work on these dossiers by their id. `nearness` tells how near any day of theirs is. */
export async function workOf(
  context: Context,
  member: StaffMember,
  lines: readonly ListedDossier[],
): Promise<{ readonly work: ReadonlyMap<string, ShownWork>; readonly nearness: (due: OfficeMoment) => Urgency }> {
  const [calendar, found] = await Promise.all([
    calendarOfMember(context, member),
    readWork(
      context.database.sql,
      member.office,
      lines.map(({ dossier }) => dossier),
    ),
  ]);
  const nearness = nearnessAt(context.now(), calendar);
  const byDossier = new Map(lines.map((line) => [line.dossier, line]));
  const shown = found.map((work): [string, ShownWork] => {
    const line = byDossier.get(work.dossier);
    return [work.dossier, { work, step: line ? stepOf(context, line, work, calendar, nearness) : null }];
  });
  return { work: new Map(shown), nearness };
}

function stepOf(
  context: Context,
  line: ListedDossier,
  work: ListedWork,
  calendar: Calendar,
  nearness: (due: OfficeMoment) => Urgency,
): ShownStep | null {
  if (work.step === null || work.step === "citizen") return null;
  const { step, version, plan, pauses } = work;
  const parts = partsOf(procedureOf(context, line.procedure, version)?.deadline.steps);
  const due = dueOfStep({ plan, pauses, due: { day: line.dueDay, time: line.dueTime } }, step, parts, calendar);
  return due && { words: parts[step].words, due, urgency: nearness(due) };
}

/** How much is late, due soon, theirs, nobody's, waiting for an answer. */
export function glance(context: Context, member: StaffMember) {
  const today = officeDay(context.now());
  return countGlance(context.database.sql, member.office, { staff: member.staff, statuses: OPEN }, today, soonUntil(context));
}

/** What a list can be narrowed by at this office. */
export async function choicesOf(context: Context, member: StaffMember) {
  const { sql } = context.database;
  const [procedures, officers, points] = await Promise.all([
    listProcedures(sql, member.office, OPEN),
    officersOf(context, member.office),
    listPoints(sql),
  ]);
  return { procedures, officers, points: points.filter(({ office }) => office === member.office) };
}

/** The dossiers before and behind one in the list that somebody came from. */
export async function aroundIn(context: Context, member: StaffMember, choice: ListChoice, dossier: string) {
  const line = await readDossierLine(context.database.sql, { office: member.office, dossier });
  return line ? neighbours(context.database.sql, filterOf(context, member, choice), line) : { before: null, after: null };
}

/** The code by which people speak of a dossier. */
export async function codeOf(context: Context, member: StaffMember, dossier: string): Promise<string | null> {
  const line = await readDossierLine(context.database.sql, { office: member.office, dossier });
  return line?.dossierCode ?? line?.trackingCode ?? null;
}

export function filterOf(context: Pick<Context, "now" | "holidays">, member: StaffMember, choice: ListChoice): ListFilter {
  const { statuses, proposed } = INBOX_TABS[choice.tab];
  const today = officeDay(context.now());
  const range = choice.due === "" ? null : DUE_RANGES[choice.due];
  return {
    statuses,
    proposed,
    order: orderOf(choice.tab),
    words: foldText(choice.words).split(" ").filter(Boolean),
    owner: choice.owner === "" ? undefined : choice.owner === "nobody" ? null : choice.owner === "me" ? member.staff : choice.owner,
    procedure: choice.procedure || undefined,
    channel: choice.channel || undefined,
    point: choice.point || undefined,
    dueFrom: range?.from === undefined ? undefined : addDays(today, range.from),
    dueTo: choice.due === "soon" ? soonUntil(context) : range?.to === undefined ? undefined : addDays(today, range.to),
    asked: choice.asked || undefined,
  };
}

/** The day until which a due date is near: the working day after today, by the calendar that all offices share. */
function soonUntil(context: Pick<Context, "now" | "holidays">): string {
  return nextWorkingDay(officeDay(context.now()), calendarOf(context, "commune"));
}
