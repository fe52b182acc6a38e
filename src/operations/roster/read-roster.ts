import { officeDay } from "../../base/clock.ts";
import type { OpeningPlan, Roster } from "../../domain/point/roster.ts";
import type { Sql } from "../../store/database/database.ts";
import { listLeaves, type SaidLeave } from "../../store/records/leaves.ts";
import type { Point } from "../../store/records/offices.ts";
import { type AskedSwap, listSwaps } from "../../store/records/shift-swaps.ts";
import { listDaysOff, listShiftPeople, listShifts } from "../../store/records/shifts.ts";
import { type Context, calendarOf } from "../context.ts";

/** When a point is open, from today on or from the day given. Points stand under the commune's calendar, whoever keeps them. */
export async function readOpening(
  context: Pick<Context, "holidays" | "now">,
  sql: Sql,
  point: Point,
  from = officeDay(context.now()),
): Promise<OpeningPlan> {
  const [shifts, daysOff] = await Promise.all([listShifts(sql, point, from), listDaysOff(sql, point, from)]);
  return { openedOn: point.openedOn, shifts, daysOff, calendar: calendarOf(context, "commune") };
}

/** The roster of a point from that day on, with what is asked and not answered beside it. */
export interface RosterRead {
  readonly roster: Roster;
  readonly leaves: readonly SaidLeave[];
  readonly asked: readonly AskedSwap[];
}

export async function readRoster(
  context: Pick<Context, "holidays" | "now">,
  sql: Sql,
  point: Point,
  from = officeDay(context.now()),
): Promise<RosterRead> {
  const [plan, people, leaves, swaps] = await Promise.all([
    readOpening(context, sql, point, from),
    listShiftPeople(sql, point, from),
    listLeaves(sql, point.office, from),
    listSwaps(sql, point, from),
  ]);
  const agreed = swaps.filter(({ state }) => state === "agreed");
  return { roster: { ...plan, people, leaves, swaps: agreed }, leaves, asked: swaps.filter(({ state }) => state === "asked") };
}
