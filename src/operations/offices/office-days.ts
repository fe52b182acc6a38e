import { assert } from "../../base/assert.ts";
import { officeDay } from "../../base/clock.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { type Calendar, isWorkingDay, type WorkingHours } from "../../domain/deadlines/calendar.ts";
import { addDays } from "../../domain/deadlines/days.ts";
import type { OwnDay } from "../../domain/deadlines/own-days.ts";
import type { Sql } from "../../store/database/database.ts";
import { listOwnDays, readOfficeHours, saveOfficeHours, saveOwnDay, takeBackOwnDay } from "../../store/records/office-days.ts";
import { type Office, readOffice } from "../../store/records/offices.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import { type Context, calendarOf } from "../context.ts";
import { type Problem, problem } from "../problems.ts";

/** How far back a day may be said: a flood is written down when it is over. And how far a term may reach back that is counted anew. */
const BACK_DAYS = 31;
const REACH_DAYS = 400;
const REASON_LETTERS = 120;

/** The calendar of an office with its own hours and its own days. */
export async function officeCalendar(
  context: Pick<Context, "holidays" | "now">,
  sql: Sql,
  office: Pick<Office, "office" | "kind">,
): Promise<Calendar> {
  const from = addDays(officeDay(context.now()), -REACH_DAYS);
  const [hours, days] = await Promise.all([readOfficeHours(sql, office.office), listOwnDays(sql, office.office, from)]);
  const usual = calendarOf(context, office.kind);
  return { ...usual, hours: hours ?? usual.hours, own: new Map(days.map((own) => [own.day, own])) };
}

/** The calendar of the office at which a member works. */
export async function calendarOfMember(context: Context, member: Pick<StaffMember, "office">): Promise<Calendar> {
  return officeCalendar(context, context.database.sql, await officeOf(context, member));
}

/** What the admin sees: the office's name, its hours, and its days from a month back on. */
export async function readOfficeDays(
  context: Context,
  member: StaffMember,
): Promise<{ readonly office: string; readonly hours: WorkingHours; readonly days: readonly OwnDay[] }> {
  const office = await officeOf(context, member);
  const { hours } = await officeCalendar(context, context.database.sql, office);
  const days = await listOwnDays(context.database.sql, office.office, addDays(officeDay(context.now()), -BACK_DAYS));
  return { office: office.name, hours, days };
}

async function officeOf(context: Context, member: Pick<StaffMember, "office">): Promise<Office> {
  const office = await readOffice(context.database.sql, member.office);
  assert(office !== null, "whoever is signed in works at an office");
  return office;
}

/** A day that the admin's office spends otherwise. Dossiers that were promised already keep their day. */
export async function sayOwnDay(context: Context, member: StaffMember, own: OwnDay): Promise<Result<true, Problem>> {
  const now = context.now();
  const office = await officeOf(context, member);
  const refusal = refusalOf(own, officeDay(now), calendarOf(context, office.kind));
  if (refusal) return refuse(problem("answers-refused", { fields: refusal }));
  const said = { ...own, reason: own.reason.trim().slice(0, REASON_LETTERS) };
  await context.database.transaction((sql) => saveOwnDay(sql, member.office, said, member.staff, now));
  return ok(true);
}

export async function takeOwnDayBack(context: Context, member: StaffMember, day: string): Promise<Result<true, Problem>> {
  const known = day !== "" && (await takeBackOwnDay(context.database.sql, member.office, day, member.staff, context.now()));
  return known ? ok(true) : refuse(problem("own-day-unknown"));
}

export async function sayOfficeHours(context: Context, member: StaffMember, hours: WorkingHours): Promise<Result<true, Problem>> {
  const { morning, afternoon } = hours;
  const times = [morning.opens, morning.closes, afternoon.opens, afternoon.closes];
  const inOrder = times.every((time, place) => time !== "" && (place === 0 || (times[place - 1] ?? "") <= time));
  if (!inOrder || morning.opens === morning.closes || afternoon.opens === afternoon.closes)
    return refuse(
      problem("answers-refused", { fields: { "sang-mo": "Giờ phải theo thứ tự trong ngày. Ví dụ 7:30, 11:30, 13:30, 17:00." } }),
    );
  await saveOfficeHours(context.database.sql, member.office, hours, member.staff, context.now());
  return ok(true);
}

function refusalOf(own: OwnDay, today: string, usual: Calendar): Readonly<Record<string, string>> | null {
  if (own.day < addDays(today, -BACK_DAYS)) return { ngay: "Xin ghi ngày, từ một tháng trước trở đi. Ví dụ 15/5/2027." };
  if (own.reason.trim() === "") return { "vi-sao": "Xin ghi vì sao, bà con sẽ đọc. Ví dụ: nước lũ ngập trụ sở." };
  const working = isWorkingDay(own.day, usual);
  if (own.kind === "extra" && working) return { ngay: "Ngày này vốn là ngày làm việc. Mở thêm là cho ngày nghỉ." };
  if (own.kind !== "extra" && !working) return { ngay: "Ngày này vốn là ngày nghỉ, không cần ghi." };
  if (own.kind === "extra" && !(own.opens < own.closes && own.opens !== ""))
    return { mo: "Xin ghi giờ mở và giờ đóng. Ví dụ 7:30 và 11:00." };
  return null;
}
