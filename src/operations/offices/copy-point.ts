import { officeDay } from "../../base/clock.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { fold } from "../../domain/people/names.ts";
import { insertLaunchLink, listLaunchLinks } from "../../store/records/launch-links.ts";
import { insertPoint, type Point } from "../../store/records/offices.ts";
import { insertShift, listShifts } from "../../store/records/shifts.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { type Problem, problem } from "../problems.ts";
import { listPoints } from "./places.ts";

/** What is asked for a new point; the rest comes from the one that it is a copy of. */
export interface NewPoint {
  readonly name: string;
  readonly place: string;
  /** YYYY-MM-DD */
  readonly openedOn: string;
}

/**
 * Opens a point as a copy of one of the office's, with its launch page and its week. Machines, devices and people are not copied: they stand where they
 * stand. Voices belong to the office, so the new point speaks with them at once.
 */
export async function copyPoint(context: Context, member: StaffMember, from: string, wanted: NewPoint): Promise<Result<Point, Problem>> {
  const points = await listPoints(context);
  const source = points.find((point) => point.office === member.office && point.point === from);
  if (!source) return refuse(problem("point-unknown"));
  const name = wanted.name.trim();
  const fields: Record<string, string> = {};
  if (name === "") fields.ten = "Xin ghi tên điểm, ví dụ: Điểm hỗ trợ Nhà văn hóa thôn Suối Thơm.";
  if (wanted.place.trim() === "") fields.noi = "Xin ghi nơi đặt điểm, ví dụ: thôn Suối Thơm.";
  if (!/^\d{4}-\d{2}-\d{2}$/.test(wanted.openedOn)) fields.ngay = "Xin ghi ngày mở cửa.";
  if (Object.keys(fields).length > 0) return refuse(problem("answers-refused", { fields }));

  const base = slug(name);
  const taken = new Set(points.filter((point) => point.office === member.office).map((point) => point.point));
  const id = [base, ...Array.from({ length: 99 }, (_, index) => `${base}-${index + 2}`)].find((candidate) => !taken.has(candidate)) ?? base;
  const point = { office: member.office, point: id, name, place: wanted.place.trim(), openedOn: wanted.openedOn };
  const links = await listLaunchLinks(context.database.sql, member.office, from);
  const week = (await listShifts(context.database.sql, source, officeDay(context.now()))).filter(({ on }) => "weekday" in on);
  await context.database.transaction(async (sql) => {
    await insertPoint(sql, point);
    for (const link of links) await insertLaunchLink(sql, { ...link, link: context.newId(), point: id });
    for (const shift of week) await insertShift(sql, point, { ...shift, shift: context.newId(), from: point.openedOn, until: null });
  });
  return ok(point);
}

/** "Điểm hỗ trợ Suối Thơm" → "suoi-thom": short, readable, for addresses. */
function slug(name: string): string {
  const words = fold(name)
    .replace(/^diem ho tro( dich vu cong)?( truc tuyen)?/, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return words.slice(0, 40) || "diem";
}
