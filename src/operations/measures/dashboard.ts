import { officeDay } from "../../base/clock.ts";
import { type Drop, findDrops } from "../../domain/measures/drops.ts";
import { countIn } from "../../domain/measures/measures.ts";
import { monthsOf, type Period, periodBefore } from "../../domain/measures/periods.ts";
import { type Savings, savingsOf } from "../../domain/measures/savings.ts";
import type { LadderSummary } from "../../domain/point/ladder.ts";
import { countFeedback, type FeedbackCounts } from "../../store/records/feedback-counts.ts";
import { listTargets } from "../../store/records/targets.ts";
import { countByDueDay, countOpen } from "../../store/views/dossier-facts.ts";
import type { Context } from "../context.ts";
import { readLadderSummary } from "../ladder/ladder.ts";
import { type Figures, readFigures, readFiguresBy, type Scope } from "./read-figures.ts";
import { type Sums, sumCells } from "./sum-cells.ts";
import { stateOfTarget, type TargetState } from "./target-state.ts";
import { pointsOf, readTroubles, type Troubles, type VisitDay } from "./troubles.ts";

/** Before and after a day: as many days before it as there are from it to the end of the period. */
export interface Comparison {
  readonly since: string;
  readonly before: Period;
  readonly figures: Figures;
  readonly after: Figures;
}

export interface Dashboard {
  readonly period: Period;
  readonly figures: Figures;
  readonly months: readonly { readonly month: string; readonly figures: Figures | null }[];
  readonly comparison: Comparison | null;
  readonly visits: { readonly days: readonly { readonly day: string; readonly n: number }[]; readonly openDays: number };
  readonly open: { readonly open: number; readonly overdue: number; readonly asleep: number };
  readonly due: readonly { readonly day: string; readonly n: number }[];
  readonly feedback: FeedbackCounts;
  /** Of one office only, and only where enough people agreed. */
  readonly ladder: LadderSummary | null;
  readonly savings: Savings;
  readonly targets: readonly TargetState[];
  readonly troubles: Troubles;
  /** Months in which less came in than in the month before, or fewer people came. */
  readonly drops: readonly Drop[];
}

/** Everything that the dashboard of an office, a point or a unit shows; `units` are the codes whose goals hold for it, `since` the day to compare with. */
export async function readDashboard(
  context: Context,
  scope: Scope,
  period: Period,
  asked: { units: readonly string[]; since: string | null },
): Promise<Dashboard> {
  const { sql } = context.database;
  const today = officeDay(context.now());
  const [figures, byMonth, visitDays, open, due, feedback, targets, comparison, points] = await Promise.all([
    readFigures(context, scope, period),
    readFiguresBy(context, scope, period, "month"),
    readVisitDays(context, scope, period),
    countOpen(sql, scope, today),
    countByDueDay(sql, scope),
    countFeedback(sql, scope, period),
    listTargets(sql, asked.units, period),
    asked.since === null ? null : compare(context, scope, asked.since, period),
    pointsOf(context, scope),
  ]);
  const [office, ...others] = scope.offices;
  const months = monthsOf(period).map((month) => ({ month, figures: byMonth.get(month) ?? null }));
  return {
    period,
    figures,
    months,
    comparison,
    visits: { days: sumByDay(visitDays), openDays: new Set(visitDays.map(({ point, day }) => `${point} ${day}`)).size },
    open,
    due,
    feedback,
    ladder: office !== undefined && others.length === 0 && scope.point === undefined ? await readLadderSummary(context, office) : null,
    savings: savingsOf({ all: countIn(figures.online), atPoint: countIn(figures["at-point"]) }, context.savingFactors),
    // a goal is the unit's, also on the page of a point
    targets: await Promise.all(targets.map((target) => stateOfTarget(context, { offices: scope.offices }, target))),
    troubles: await readTroubles(context, points, period, visitDays),
    drops: findDrops(
      months.map(({ month, figures: those }) => ({ month, received: countIn(those?.received), visits: countIn(those?.visits) })),
      period,
    ),
  };
}

/** Visits of each point and day on which there were any. */
async function readVisitDays(context: Sums, scope: Scope, period: Period): Promise<VisitDay[]> {
  const cells = await sumCells(context, { ...scope, ...period, kinds: ["visit"], by: ["day", "point"] });
  return cells.map(({ day = "", point = "", n }) => ({ day, point, n }));
}

function sumByDay(visits: readonly VisitDay[]): { day: string; n: number }[] {
  return [...Map.groupBy(visits, ({ day }) => day)]
    .map(([day, those]) => ({ day, n: those.reduce((sum, { n }) => sum + n, 0) }))
    .sort((one, other) => (one.day < other.day ? -1 : 1));
}

async function compare(context: Context, scope: Scope, since: string, { to }: Period): Promise<Comparison> {
  const after = { from: since, to };
  const before = periodBefore(after);
  const [figures, later] = await Promise.all([readFigures(context, scope, before), readFigures(context, scope, after)]);
  return { since, before, figures, after: later };
}
