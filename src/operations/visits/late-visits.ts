import { atOffice, officeDay, officeTime } from "../../base/clock.ts";
import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { addDays } from "../../domain/deadlines/days.ts";
import {
  BACK_DAYS,
  countPeople,
  readSheet,
  readSheetDay,
  type Sheet,
  type SheetLine,
  type TypedSheet,
} from "../../domain/point/late-sheet.ts";
import type { Sql } from "../../store/database/database.ts";
import { hint } from "../../store/database/hints.ts";
import { nextNumber } from "../../store/records/counters.ts";
import {
  findLateSheet,
  insertLateSheet,
  insertLateVisit,
  type LateSheet,
  listLateSheets,
  withdrawLateSheet,
} from "../../store/records/late-sheets.ts";
import { listPoints } from "../../store/records/offices.ts";
import { insertVisit, moveVisit } from "../../store/records/visits.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { readSilences, type Silence } from "../measures/silences.ts";
import { type Problem, problem } from "../problems.ts";
import { readOpening } from "../roster/read-roster.ts";
import { type AtPoint, visitsTopic } from "./open-visit.ts";

/** What the page of late visits shows of the days that can still be typed in. */
export interface LateDesk {
  /** Days on which the machine was silent, the latest first. */
  readonly silences: readonly Silence[];
  readonly sheets: readonly LateSheet[];
}

export async function readLateDesk(context: Context, place: AtPoint): Promise<LateDesk> {
  const { sql } = context.database;
  const today = officeDay(context.now());
  const days = { from: addDays(today, -BACK_DAYS), to: today };
  const point = await pointAt(sql, place);
  if (!point) return { silences: [], sheets: [] };
  const plan = await readOpening(context, sql, point, days.from);
  const [silences, sheets] = await Promise.all([readSilences(context, [{ point, plan }], days), listLateSheets(sql, [place], days)]);
  return { silences: silences.reverse(), sheets };
}

/** The sheet as it would be counted, for the preview; refused line by line. */
export async function previewSheet(context: Context, place: AtPoint, typed: TypedSheet): Promise<Result<Sheet, Problem>> {
  const point = await pointAt(context.database.sql, place);
  if (!point) return refuse(problem("point-unknown"));
  const now = context.now();
  const { sheet, wrong } = readSheet(typed, { today: officeDay(now), time: officeTime(now), openedOn: point.openedOn });
  if (Object.keys(wrong).length > 0) return refuse(problem("answers-refused", { fields: wrong }));
  return sheet.lines.length === 0 ? refuse(problem("sheet-empty")) : ok(sheet);
}

/** Writes the visits of a sheet down, each on its day and hour, with when and by whom they were typed in. The same key again changes nothing and answers the same. */
export async function recordSheet(
  context: Context,
  member: StaffMember,
  place: AtPoint,
  typed: TypedSheet,
  key: string,
): Promise<Result<LateSheet, Problem>> {
  const before = await findLateSheet(context.database.sql, place.office, key);
  if (before) return ok(before);
  const read = await previewSheet(context, place, typed);
  return read.ok ? write(context, member, place, read.value, key) : read;
}

/** "Nobody came that day": nothing is missing, and nobody is asked again. */
export async function recordNobody(
  context: Context,
  member: StaffMember,
  place: AtPoint,
  day: string,
  key: string,
): Promise<Result<LateSheet, Problem>> {
  const point = await pointAt(context.database.sql, place);
  if (!point) return refuse(problem("point-unknown"));
  const now = context.now();
  const read = readSheetDay(day, { today: officeDay(now), time: officeTime(now), openedOn: point.openedOn });
  if (read.wrong !== null) return refuse(problem("answers-refused", { fields: { ngay: read.wrong } }));
  return write(context, member, place, { day: read.day, lines: [] }, key);
}

/** Takes back what was typed in wrongly: its visits go, that it was there stays. */
export async function withdrawSheet(context: Context, member: StaffMember, place: AtPoint, sheet: string): Promise<Result<true, Problem>> {
  const gone =
    isUuid(sheet) && (await context.database.transaction((sql) => withdrawLateSheet(sql, place, sheet, member.staff, context.now())));
  return gone ? ok(true) : refuse(problem("sheet-not-found"));
}

async function write(
  context: Context,
  member: StaffMember,
  place: AtPoint,
  sheet: Sheet,
  key: string,
): Promise<Result<LateSheet, Problem>> {
  const { office, point } = place;
  const id = context.newId();
  await context.database.transaction(async (sql) => {
    const row = {
      office,
      point,
      sheet: id,
      day: sheet.day,
      key,
      visits: countPeople(sheet),
      staff: member.staff,
      recordedAt: context.now(),
    };
    // a sheet that came twice at the same moment is one
    if (!(await insertLateSheet(sql, row))) return;
    for (const line of sheet.lines)
      for (let person = 0; person < line.people; person += 1)
        await writeVisit(context, sql, member, { ...place, sheet: id, day: sheet.day }, line);
    await hint(sql, visitsTopic(place));
  });
  const written = await findLateSheet(context.database.sql, office, key);
  if (!written) throw new Error("a sheet that was just written is not there");
  return ok(written);
}

async function writeVisit(
  context: Context,
  sql: Sql,
  member: StaffMember,
  { sheet, day, ...place }: AtPoint & { sheet: string; day: string },
  { time, purpose, help }: SheetLine,
): Promise<void> {
  const key = { office: place.office, visit: context.newId() };
  const at = atOffice(day, time);
  const number = await nextNumber(sql, place.office, `visit:${place.point}:${day}`);
  const guided = help === "guided";
  await insertVisit(sql, {
    ...key,
    point: place.point,
    day,
    number,
    purpose,
    state: guided ? "helped" : "alone",
    openedBy: "helper",
    visitorName: null,
    peer: help === "peer",
    helper: guided ? member.staff : null,
    openedAt: at,
    servedAt: at,
  });
  await moveVisit(sql, key, "finish", null, at);
  await insertLateVisit(sql, { ...key, sheet });
}

async function pointAt(sql: Sql, place: AtPoint) {
  return (await listPoints(sql)).find(({ office, point }) => office === place.office && point === place.point);
}
