import { officeDay } from "../../base/clock.ts";
import { earlierDay } from "../../domain/deadlines/days.ts";
import type { Figure } from "../../domain/measures/measures.ts";
import { type Outlook, outlookOf } from "../../domain/measures/outlook.ts";
import { monthsOf } from "../../domain/measures/periods.ts";
import type { Target } from "../../store/records/targets.ts";
import type { Context } from "../context.ts";
import { type Figures, readFigures, readFiguresBy, type Scope } from "./read-figures.ts";

/** A goal with where it stands and whether today's course gets there. */
export interface TargetState {
  readonly target: Target;
  readonly figure: Figure;
  readonly outlook: Outlook;
}

/** A goal is judged over its own days until today, whatever period the page shows. */
export async function stateOfTarget(context: Context, scope: Scope, target: Target): Promise<TargetState> {
  const today = officeDay(context.now());
  const period = { from: target.from, to: earlierDay(target.to, today) };
  const [whole, byMonth] = await Promise.all([readFigures(context, scope, period), readFiguresBy(context, scope, period, "month")]);
  const measure = target.measure === "on-time-rate" ? "on-time-rate" : "online-rate";
  const rateIn = (figures: Figures | undefined) => (figures?.[measure].unit === "share" ? figures[measure].rate : null);
  const rates = monthsOf(period).map((month) => ({ month, rate: rateIn(byMonth.get(month)) }));
  return { target, figure: whole[measure], outlook: outlookOf(rates, whole[measure], target.goal) };
}
