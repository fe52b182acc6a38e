import { addDays } from "../deadlines/days.ts";
import type { Period } from "./periods.ts";

/** A month's sums. `month` is YYYY-MM. */
export interface MonthSums {
  readonly month: string;
  readonly received: number;
  readonly visits: number;
}

export interface Drop {
  readonly month: string;
  readonly of: "received" | "visits";
  readonly from: number;
  readonly to: number;
}

/** By a fifth or more: smaller changes are chance. */
const WORTH_SAYING = 0.2;
/** Of fewer than so many nothing can be said. */
const ENOUGH = 10;

/** The whole months of the period in which a fifth less came in, or a fifth fewer people came, than in the whole month before; the latest first. */
export function findDrops(months: readonly MonthSums[], period: Period): Drop[] {
  const whole = months.filter(
    ({ month }) => period.from <= `${month}-01` && addDays(`${addDays(`${month}-28`, 4).slice(0, 7)}-01`, -1) <= period.to,
  );
  return whole
    .flatMap((now, index) => {
      const before = whole[index - 1];
      if (!before) return [];
      return (["visits", "received"] as const)
        .map((of) => ({ month: now.month, of, from: before[of], to: now[of] }))
        .filter(({ from, to }) => from >= ENOUGH && to <= from * (1 - WORTH_SAYING));
    })
    .reverse();
}
