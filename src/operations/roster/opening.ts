import { officeDay, officeTime } from "../../base/clock.ts";
import { addDays } from "../../domain/deadlines/days.ts";
import { hoursInWords, nearDay, openingInWords, weekInWords } from "../../domain/point/opening-words.ts";
import { collectFrom, gaps, type Roster } from "../../domain/point/roster.ts";
import type { Sql } from "../../store/database/database.ts";
import { listPoints as listPointsIn, type Point } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";
import { listPoints } from "../offices/places.ts";
import { readOpening, readRoster } from "./read-roster.ts";

/** How far ahead a gap is warned of: today and thirteen days. */
export const WARNING_DAYS = 14;

export interface Opening {
  readonly point: Point;
  /** "Hôm nay điểm mở cửa …" or when it opens again. */
  readonly words: string;
}

/** What the door of a point says now; null for a point that is unknown or has no plan. */
export async function openingNow(context: Context, place: { office: string; point: string | null }): Promise<Opening | null> {
  const point = (await listPoints(context)).find((known) => known.office === place.office && known.point === place.point);
  if (!point) return null;
  const now = context.now();
  const words = openingInWords(await readOpening(context, context.database.sql, point), officeDay(now), officeTime(now));
  return words === null ? null : { point, words };
}

/** The point's week in words, for its poster. */
export async function weekOf(context: Context, point: Point): Promise<ReturnType<typeof weekInWords>> {
  return weekInWords(await readOpening(context, context.database.sql, point), officeDay(context.now()));
}

/**
 * The point at which a dossier came in. It names the point only: that of its own office, or else, for an office without one of that name (the police at the
 * commune's table), the only point of that name.
 */
export async function pointOfDossier(sql: Sql, office: string, point: string | null): Promise<Point | null> {
  if (point === null) return null;
  const named = (await listPointsIn(sql)).filter((known) => known.point === point);
  return named.find((known) => known.office === office) ?? (named.length === 1 ? (named[0] ?? null) : null);
}

/** The first day from today on, on which a result due then can be had at the point where the dossier came in; null when it came in at none. */
export async function collectDay(
  context: Pick<Context, "holidays" | "now">,
  sql: Sql,
  dossier: { readonly office: string; readonly point: string | null },
  due: { readonly day: string; readonly time: string },
): Promise<string | null> {
  const point = await pointOfDossier(sql, dossier.office, dossier.point);
  if (!point) return null;
  const today = officeDay(context.now());
  return collectFrom(due.day < today ? { day: today, time: "00:00" } : due, await readOpening(context, sql, point));
}

/** The turns of the coming two weeks on which nobody is on, in words: "thứ Tư 15/5, 7:30–11:00". */
export async function gapWarnings(context: Context, place: { office: string; point: string }): Promise<string[]> {
  const point = (await listPoints(context)).find((known) => known.office === place.office && known.point === place.point);
  if (!point) return [];
  const { roster } = await readRoster(context, context.database.sql, point);
  return gapsInWords(roster, context.now());
}

export function gapsInWords(roster: Roster, now: Date): string[] {
  const today = officeDay(now);
  return gaps(roster, today, addDays(today, WARNING_DAYS - 1))
    .filter(({ day, hours }) => day > today || hours.closes > officeTime(now))
    .map(({ day, hours }) => `${nearDay(day)}, ${hoursInWords([hours])}`);
}
