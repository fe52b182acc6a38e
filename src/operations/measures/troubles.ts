import { officeDay } from "../../base/clock.ts";
import { closedBecause } from "../../domain/deadlines/calendar.ts";
import { eachDay, earlierDay, weekday } from "../../domain/deadlines/days.ts";
import type { Period } from "../../domain/measures/periods.ts";
import { type OpeningPlan, openOn } from "../../domain/point/roster.ts";
import { type LateSheet, listLateSheets } from "../../store/records/late-sheets.ts";
import { listPoints, type Point } from "../../store/records/offices.ts";
import { listOutagesIn, type OutageLine } from "../../store/records/outages.ts";
import type { Context } from "../context.ts";
import { readOpening } from "../roster/read-roster.ts";
import type { Scope } from "./read-figures.ts";
import { readSilences, type Silence } from "./silences.ts";

/** What explains a drop: outages, days off, silent machines, and days on which a point should have been open and nobody came. */
export interface Troubles {
  readonly outages: readonly (OutageLine & { readonly pointName: string })[];
  readonly quietDays: readonly { readonly point: string; readonly day: string }[];
  readonly daysOff: readonly { readonly point: string; readonly day: string; readonly reason: string }[];
  /** Public holidays on which a point would have been open. */
  readonly holidays: readonly { readonly day: string; readonly name: string }[];
  readonly silences: readonly Silence[];
  /** What was typed in later than it happened. */
  readonly lateSheets: readonly LateSheet[];
}

/** Visits of a point on a day on which there were any. */
export interface VisitDay {
  readonly point: string;
  readonly day: string;
  readonly n: number;
}

/** With more points than these the days of each are not looked at: the map and the table say where to look. */
export const MOST_POINTS = 12;

export async function pointsOf(context: Pick<Context, "database">, scope: Scope): Promise<Point[]> {
  const points = await listPoints(context.database.sql);
  return points.filter(({ office, point }) => scope.offices.includes(office) && (scope.point === undefined || scope.point === point));
}

export async function readTroubles(
  context: Context,
  points: readonly Point[],
  period: Period,
  visits: readonly VisitDay[],
): Promise<Troubles> {
  const { sql } = context.database;
  const [found, lateSheets] = await Promise.all([listOutagesIn(sql, points, period), listLateSheets(sql, points, period)]);
  const nameOf = (line: OutageLine) =>
    points.find(({ office, point }) => office === line.office && point === line.point)?.name ?? line.point;
  const outages = found.map((line) => ({ ...line, pointName: nameOf(line) }));
  if (points.length > MOST_POINTS) return { outages, lateSheets, quietDays: [], daysOff: [], holidays: [], silences: [] };
  const last = earlierDay(period.to, officeDay(context.now()));
  const visited = new Set(visits.map(({ point, day }) => `${point} ${day}`));
  const plans = await Promise.all(points.map(async (point) => ({ point, plan: await readOpening(context, sql, point, period.from) })));
  return {
    outages,
    lateSheets,
    holidays: holidaysIn(plans, { from: period.from, to: last }),
    silences: await readSilences(context, plans, period),
    quietDays: plans.flatMap(({ point, plan }) =>
      eachDay(period.from, last)
        .filter((day) => openOn(plan, day).length > 0 && !visited.has(`${point.point} ${day}`))
        .map((day) => ({ point: point.name, day })),
    ),
    daysOff: plans.flatMap(({ point, plan }) =>
      plan.daysOff
        .filter(({ day }) => day >= period.from && day <= period.to)
        .map(({ day, reason }) => ({ point: point.name, day, reason })),
    ),
  };
}

function holidaysIn(plans: readonly { readonly plan: OpeningPlan }[], { from, to }: Period): Troubles["holidays"] {
  return eachDay(from, to).flatMap((day) => {
    const usual = plans.some(
      ({ plan }) => day >= plan.openedOn && plan.shifts.some(({ on }) => "weekday" in on && on.weekday === weekday(day)),
    );
    const closed = usual && plans[0] ? closedBecause(day, plans[0].plan.calendar) : null;
    return closed?.kind === "holiday" || closed?.kind === "substitute" ? [{ day, name: closed.name }] : [];
  });
}
