import { officeDay } from "../../base/clock.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { addDays } from "../../domain/deadlines/days.ts";
import type { Point } from "../../store/records/offices.ts";
import {
  endShift,
  endShiftPeople,
  insertShift,
  insertShiftPerson,
  listShiftPeople,
  lockShift,
  removeDayOff,
  saveDayOff,
} from "../../store/records/shifts.ts";
import type { Context } from "../context.ts";
import { type Problem, problem } from "../problems.ts";
import { colleaguesOf } from "./colleagues.ts";

/** A shift to be added: every week from a day on, or on one extra day. Times are HH:MM; empty where what was typed is none. */
export interface WantedShift {
  readonly on: { readonly weekday: number } | { readonly day: string };
  readonly opens: string;
  readonly closes: string;
  /** YYYY-MM-DD, for weekly ones; null for today on */
  readonly from: string | null;
  readonly people: readonly string[];
}

/** Adds a shift to a point of the admin's office, with who stands by on it. */
export async function addShift(context: Context, point: Point, wanted: WantedShift): Promise<Result<true, Problem>> {
  const today = officeDay(context.now());
  const fields: Record<string, string> = {};
  if (wanted.opens === "") fields.mo = "Xin ghi giờ mở cửa, ví dụ 7:30.";
  if (wanted.closes <= wanted.opens) fields.dong = "Xin ghi giờ đóng cửa, sau giờ mở, ví dụ 11:00.";
  if ("day" in wanted.on && wanted.on.day < today) fields.ngay = "Xin ghi ngày mở thêm, từ hôm nay trở đi.";
  if (wanted.from === "") fields.tu = "Xin ghi ngày bắt đầu, hoặc để trống. Ví dụ 15/5/2027.";
  if ("weekday" in wanted.on && !(wanted.on.weekday >= 1 && wanted.on.weekday <= 7)) fields.thu = "Xin chọn thứ trong tuần.";
  if (Object.keys(fields).length > 0) return refuse(problem("answers-refused", { fields }));
  const { on, opens, closes } = wanted;
  const from = "day" in on ? on.day : ([today, wanted.from ?? today].sort().at(-1) ?? today);
  const until = "day" in on ? on.day : null;
  const people = await known(context, point.office, wanted.people);
  const shift = context.newId();
  await context.database.transaction(async (sql) => {
    await insertShift(sql, point, { shift, on, opens, closes, from, until });
    for (const staff of people) await insertShiftPerson(sql, point.office, { shift, staff, from, until: null });
  });
  return ok(true);
}

/** Who stands by on a shift, from today on. */
export async function setShiftPeople(
  context: Context,
  point: Point,
  shift: string,
  wanted: readonly string[],
): Promise<Result<true, Problem>> {
  const today = officeDay(context.now());
  const people = await known(context, point.office, wanted);
  return context.database.transaction(async (sql) => {
    const there = await lockShift(sql, point.office, shift, today);
    if (there?.point !== point.point) return refuse(problem("shift-unknown"));
    const now = (await listShiftPeople(sql, point, today)).filter((row) => row.shift === shift).map((row) => row.staff);
    const gone = now.filter((staff) => !people.includes(staff));
    await endShiftPeople(sql, point.office, shift, gone, today);
    for (const staff of people.filter((one) => !now.includes(one)))
      await insertShiftPerson(sql, point.office, { shift, staff, from: today, until: null });
    return ok(true);
  });
}

/** Takes a shift out of the week, from today on. */
export async function dropShift(context: Context, point: Point, shift: string): Promise<Result<true, Problem>> {
  const today = officeDay(context.now());
  return context.database.transaction(async (sql) => {
    const there = await lockShift(sql, point.office, shift, today);
    if (there?.point !== point.point) return refuse(problem("shift-unknown"));
    await endShift(sql, point.office, shift, addDays(today, -1));
    return ok(true);
  });
}

const REASON_LIMIT = 100;

/** Closes the point on a day, whatever the week says; people read the reason. */
export async function closeDay(context: Context, point: Point, day: string, reason: string): Promise<Result<true, Problem>> {
  if (day < officeDay(context.now()))
    return refuse(problem("answers-refused", { fields: { "ngay-nghi": "Xin ghi ngày nghỉ, từ hôm nay trở đi. Ví dụ 15/5/2027." } }));
  await saveDayOff(context.database.sql, point, { day, reason: reason.trim().slice(0, REASON_LIMIT) });
  return ok(true);
}

export async function openDayAgain(context: Context, point: Point, day: string): Promise<void> {
  await removeDayOff(context.database.sql, point, day);
}

async function known(context: Context, office: string, wanted: readonly string[]): Promise<string[]> {
  return (await colleaguesOf(context, office)).map(({ staff }) => staff).filter((staff) => wanted.includes(staff));
}
