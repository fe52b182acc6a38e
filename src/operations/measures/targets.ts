import { officeDay } from "../../base/clock.ts";
import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { earlierDay } from "../../domain/deadlines/days.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import { insertTarget, listTargets, removeTarget, type Target } from "../../store/records/targets.ts";
import type { Context } from "../context.ts";
import { type Problem, problem } from "../problems.ts";
import { scopeOfUnit } from "./scope.ts";
import { stateOfTarget, type TargetState } from "./target-state.ts";
import { viewpointOf } from "./viewpoint.ts";

/** What leaders set goals for. */
export const TARGET_MEASURES = ["online-rate", "on-time-rate"] as const;

export interface WantedTarget {
  readonly unit: string;
  readonly measure: string;
  /** 1 to 100 */
  readonly percent: number;
  readonly from: string;
  readonly to: string;
}

/** A leader sets a goal for a unit: the own one, or one below. */
export async function setTarget(context: Context, member: StaffMember, wanted: WantedTarget): Promise<Result<Target, Problem>> {
  const today = officeDay(context.now());
  const usual = { point: "", since: "", hold: "office", from: today, to: today } as const;
  const [scope, home, view] = await Promise.all([
    scopeOfUnit(context, wanted.unit, wanted.from || today, "office"),
    viewpointOf(context, member, { ...usual, unit: "" }),
    viewpointOf(context, member, { ...usual, unit: wanted.unit }),
  ]);
  const theirs = (home.ok && home.value.units.includes(wanted.unit)) || (view.ok && view.value.mayOpen);
  if (scope.ok && !theirs) return refuse(problem("move-not-yours"));
  const day = /^\d{4}-\d{2}-\d{2}$/;
  const fields = {
    ...(scope.ok ? {} : { unit: scope.reason.sentence }),
    ...(TARGET_MEASURES.some((measure) => measure === wanted.measure) ? {} : { measure: "Xin chọn một số trong danh sách." }),
    ...(wanted.percent > 0 && wanted.percent <= 100 ? {} : { percent: "Mục tiêu là một số từ 1 đến 100, ví dụ 50." }),
    ...(day.test(wanted.from) ? {} : { from: "Xin ghi ngày bắt đầu." }),
    ...(day.test(wanted.to) && wanted.to >= wanted.from ? {} : { to: "Ngày cuối không được trước ngày bắt đầu." }),
  };
  if (Object.keys(fields).length > 0) return refuse(problem("answers-refused", { fields }));
  const { unit, measure, from, to } = wanted;
  const target = { office: member.office, target: context.newId(), unit, measure, goal: wanted.percent / 100, from, to };
  await insertTarget(context.database.sql, { ...target, setBy: member.staff }, context.now());
  return ok(target);
}

/** Takes a goal of the own office back; it stays in the table, marked. */
export async function takeTargetBack(context: Context, member: StaffMember, target: string): Promise<Result<true, Problem>> {
  const gone = isUuid(target) && (await removeTarget(context.database.sql, member.office, target, context.now()));
  return gone ? ok(true) : refuse(problem("target-unknown"));
}

/** The goals that hold for the member's unit and those that their office set, each with where it stands. */
export async function readTargets(context: Context, member: StaffMember, units: readonly string[]): Promise<TargetState[]> {
  const { sql } = context.database;
  const targets = await listTargets(sql, units, EVER, member.office);
  const today = officeDay(context.now());
  return Promise.all(
    targets.map(async (target) => {
      const scope = await scopeOfUnit(context, target.unit, earlierDay(target.to, today), "office");
      return stateOfTarget(context, scope.ok ? scope.value : { offices: [] }, target);
    }),
  );
}

const EVER = { from: "1900-01-01", to: "9999-12-31" };
