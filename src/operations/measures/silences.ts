import { atOffice, officeDay, officeTime } from "../../base/clock.ts";
import { addDays, eachDay, earlierDay, laterDay } from "../../domain/deadlines/days.ts";
import type { Period } from "../../domain/measures/periods.ts";
import { type OpeningPlan, openOn } from "../../domain/point/roster.ts";
import { type Span, silencesOn } from "../../domain/point/silence.ts";
import { listLateSheets } from "../../store/records/late-sheets.ts";
import { type Hearing, type Listening, listHearings, listListening } from "../../store/records/machine-hearings.ts";
import type { Point } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";

/** A day on which a point was open and its machine was not heard from. */
export interface Silence {
  readonly office: string;
  readonly point: string;
  /** The point's name. */
  readonly name: string;
  readonly day: string;
  readonly spans: readonly Span[];
  /** The machine is still silent: what happens at the point is not counted yet. */
  readonly goesOn: boolean;
  /** Somebody typed in what was noted on paper, or said that nobody came: nothing is missing any more. */
  readonly made: boolean;
}

export interface PlannedPoint {
  readonly point: Point;
  readonly plan: OpeningPlan;
}

/** When the machines of these points were silent while the points were open; a point that was never heard from is not listened to, and nothing is said of it. */
export async function readSilences(
  context: Pick<Context, "database" | "now">,
  points: readonly PlannedPoint[],
  period: Period,
): Promise<Silence[]> {
  const { sql } = context.database;
  const keys = points.map(({ point: { office, point } }) => ({ office, point }));
  const now = context.now();
  const last = earlierDay(period.to, officeDay(now));
  const listening = await listListening(sql, keys);
  if (listening.length === 0 || period.from > last) return [];
  const [hearings, sheets] = await Promise.all([
    listHearings(sql, keys, atOffice(period.from, "00:00"), atOffice(addDays(last, 1), "00:00")),
    listLateSheets(sql, keys, { from: period.from, to: last }),
  ]);
  const made = new Set(sheets.map(({ office, point, day }) => `${office} ${point} ${day}`));
  return points.flatMap(({ point, plan }) => {
    const isThis = (one: { office: string; point: string }) => one.office === point.office && one.point === point.point;
    const known = listening.find(isThis);
    if (!known) return [];
    const heard = spansByDay(hearings.filter(isThis));
    return eachDay(laterDay(period.from, officeDay(known.since)), last).flatMap((day) => {
      const until = day === officeDay(now) ? officeTime(now) : "24:00";
      const spans = silencesOn(openOn(plan, day), [...(heard.get(day) ?? []), ...notListened(known, day)], until);
      if (spans.length === 0) return [];
      const { office, point: code, name } = point;
      const entered = made.has(`${office} ${code} ${day}`);
      return [{ office, point: code, name, day, spans, goesOn: spans.at(-1)?.to === until, made: entered }];
    });
  });
}

/** Hearings as parts of days; one that went on over midnight is part of several. */
function spansByDay(hearings: readonly Hearing[]): Map<string, Span[]> {
  const byDay = new Map<string, Span[]>();
  for (const { beganAt, lastAt } of hearings)
    for (const day of eachDay(officeDay(beganAt), officeDay(lastAt))) {
      const from = day === officeDay(beganAt) ? officeTime(beganAt) : "00:00";
      const to = day === officeDay(lastAt) ? officeTime(lastAt) : "24:00";
      byDay.set(day, [...(byDay.get(day) ?? []), { from, to }]);
    }
  return byDay;
}

/** Before its machine was known, and after the last one was forgotten, nobody listened: that is no silence. */
function notListened({ since, until }: Listening, day: string): Span[] {
  const before = day === officeDay(since) ? [{ from: "00:00", to: officeTime(since) }] : [];
  if (until === null || day < officeDay(until)) return before;
  return [...before, { from: day === officeDay(until) ? officeTime(until) : "00:00", to: "24:00" }];
}
