import { officeDay } from "../../base/clock.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { addDays } from "../../domain/deadlines/days.ts";
import type { Period } from "../../domain/measures/periods.ts";
import { type Hold, NATION } from "../../domain/units/territory.ts";
import { unitOn } from "../../domain/units/unit-table.ts";
import { listOfficeUnits } from "../../store/records/office-units.ts";
import { listOffices, listPoints, type Office } from "../../store/records/offices.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";
import { type Problem, problem } from "../problems.ts";
import { unitTable } from "../units/unit-table.ts";
import type { Scope } from "./read-figures.ts";
import { scopeOfUnit } from "./scope.ts";

/** What a dashboard looks at, as its address says it. */
export interface Looking {
  /** A unit's code, or "" for the member's own office. */
  readonly unit: string;
  /** A point of the member's own office, or "". */
  readonly point: string;
  readonly from: string;
  readonly to: string;
  /** The day to compare with, or "" for the usual one: the opening of the point. */
  readonly since: string;
  readonly hold: Hold;
}

/** Where the member stands: whose figures they see, down to which rows they may look, and what lies below. */
export interface Viewpoint {
  readonly name: string;
  readonly level: "point" | "office" | "commune" | "district" | "province" | "nation";
  readonly scope: Scope;
  readonly period: Period;
  readonly since: string | null;
  /** The codes of units whose goals hold here. */
  readonly units: readonly string[];
  readonly wider: boolean;
  /** Names of people may be seen: the dossiers are the member's own office's. */
  readonly own: boolean;
  /** The dossiers may be looked at, without names where they are not the own office's. */
  readonly mayOpen: boolean;
}

/**
 * Counts are for everybody at work. The dossiers behind them are for whoever answers for them: an office sees its own with names; a district's or a province's office
 * sees those of the offices below, without names.
 */
export async function viewpointOf(context: Context, member: StaffMember, looking: Looking): Promise<Result<Viewpoint, Problem>> {
  const { sql } = context.database;
  const [offices, served, points, table] = await Promise.all([listOffices(sql), listOfficeUnits(sql), listPoints(sql), unitTable(context)]);
  const office = offices.find((candidate) => candidate.office === member.office);
  const today = officeDay(context.now());
  const period = { from: looking.from, to: looking.to };
  const home = served.find((service) => service.office === member.office);
  if (!office || !home) return refuse(problem("no-office"));
  const above = isAbove(office);
  const below = above ? await scopeOfUnit(context, home.unit, home.to ?? today, "territory") : null;
  const answersFor = new Set(below?.ok ? below.value.offices : [office.office]);

  if (looking.unit === "" && !above) {
    const point = points.find((known) => known.office === office.office && known.point === looking.point);
    if (looking.point !== "" && !point) return refuse(problem("point-unknown"));
    const own = points.filter((known) => known.office === office.office);
    const usual = point?.openedOn ?? (own.length === 1 ? own[0]?.openedOn : undefined);
    return ok({
      name: point?.name ?? office.name,
      level: point ? "point" : "office",
      scope: { offices: [office.office], point: point?.point },
      period,
      since: sinceIn(looking.since || usual, period),
      units: [home.unit],
      wider: false,
      own: true,
      mayOpen: true,
    });
  }
  const code = looking.unit || home.unit;
  const scope = await scopeOfUnit(context, code, looking.to, looking.hold);
  if (!scope.ok) return scope;
  const unit = scope.value.unit ?? unitOn(code, looking.to, table);
  return ok({
    name: code === NATION ? "Cả nước" : (unit?.name ?? code),
    level: code === NATION ? "nation" : (unit?.level ?? "commune"),
    scope: { offices: scope.value.offices },
    period,
    since: sinceIn(looking.since || undefined, period),
    units: [code],
    wider: scope.value.wider,
    own: holds(scope.value.offices, (known) => known === office.office),
    mayOpen: holds(scope.value.offices, (known) => answersFor.has(known)),
  });
}

/** Of every office, and there is one: where nobody works there is nothing to open. */
function holds(offices: readonly string[], test: (office: string) => boolean): boolean {
  return offices.length > 0 && offices.every(test);
}

function isAbove({ kind }: Office): boolean {
  return kind === "district" || kind === "province";
}

/** A day outside the period compares nothing. */
function sinceIn(day: string | undefined, { from, to }: Period): string | null {
  return day !== undefined && day >= addDays(from, -3650) && day <= to ? day : null;
}
