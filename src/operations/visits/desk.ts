import { officeDay } from "../../base/clock.ts";
import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import type { Purpose } from "../../domain/point/visit.ts";
import type { Draft } from "../../store/records/drafts.ts";
import { listDraftsOfVisit } from "../../store/records/drafts.ts";
import { listMandates, type Mandate } from "../../store/records/mandates.ts";
import {
  countVisits,
  listCalled,
  listOpenVisits,
  readVisit,
  savePeer,
  savePurpose,
  saveVisitorName,
  type Visit,
} from "../../store/records/visits.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { type Problem, problem } from "../problems.ts";
import type { AtPoint } from "./open-visit.ts";

/** Who waits, who is helped by whom, and how the day went so far. */
export interface VisitDesk {
  readonly open: readonly Visit[];
  readonly doneToday: number;
  readonly leftToday: number;
}

export async function readDesk(context: Context, place: AtPoint): Promise<VisitDesk> {
  const { sql } = context.database;
  const [open, counts] = await Promise.all([
    listOpenVisits(sql, place.office, place.point),
    countVisits(sql, place.office, place.point, officeDay(context.now())),
  ]);
  const count = (state: Visit["state"]) => counts.find((row) => row.state === state)?.count ?? 0;
  return { open, doneToday: count("done"), leftToday: count("left") };
}

/** The numbers called last today, the newest first; no names. */
export async function calledNumbers(context: Context, place: AtPoint): Promise<number[]> {
  const called = await listCalled(context.database.sql, place.office, place.point, officeDay(context.now()), CALLED_SHOWN);
  return called.map(({ number }) => number);
}

const CALLED_SHOWN = 4;

/** A visit with what hangs on it. */
export interface OpenedVisit {
  readonly visit: Visit;
  readonly drafts: readonly Draft[];
  readonly mandates: readonly Mandate[];
}

export async function openVisitAtDesk(context: Context, member: StaffMember, id: string): Promise<Result<OpenedVisit, Problem>> {
  const { sql } = context.database;
  const key = { office: member.office, visit: id };
  const visit = isUuid(id) ? await readVisit(sql, key) : null;
  if (!visit) return refuse(problem("visit-not-found"));
  const [drafts, mandates] = await Promise.all([listDraftsOfVisit(sql, key.office, key.visit), listMandates(sql, key)]);
  return ok({ visit, drafts, mandates });
}

/** What the helper learned of the visitor: why they came, their name if they wish, whether a neighbour shows them how. */
export async function noteVisitor(
  context: Context,
  member: StaffMember,
  id: string,
  note: { purpose: Purpose; name: string; peer: boolean },
): Promise<Result<true, Problem>> {
  const opened = await openVisitAtDesk(context, member, id);
  if (!opened.ok) return opened;
  if (opened.value.visit.endedAt) return refuse(problem("visit-ended"));
  const { sql } = context.database;
  await savePurpose(sql, opened.value.visit, note.purpose);
  await savePeer(sql, opened.value.visit, note.peer);
  if (note.name.trim() !== "") await saveVisitorName(sql, opened.value.visit, note.name.trim().slice(0, NAME_LIMIT));
  return ok(true);
}

const NAME_LIMIT = 100;
