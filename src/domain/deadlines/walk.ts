import { type Calendar, closedBecause, isWorkingDay } from "./calendar.ts";
import { addDays, eachDay } from "./days.ts";
import type { ExplainStep } from "./explain.ts";

/** A day reached, and the steps that led there. */
export interface Reckoned {
  readonly day: string;
  readonly steps: readonly ExplainStep[];
}

/** So many working days on from a day, which is not counted itself; the days off and the exchanged days on the way are told. */
export function walk(from: string, workingDays: number, calendar: Calendar): Reckoned {
  let day = from;
  for (let left = workingDays; left > 0; ) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  const passed = eachDay(addDays(from, 1), day);
  const off = passed.flatMap((each) => {
    const because = closedBecause(each, calendar);
    return because ? [{ day: each, because }] : [];
  });
  const worked = passed.filter((each) => calendar.worked.has(each));
  return {
    day,
    steps: [
      ...(off.length > 0 ? [{ kind: "days-off", days: off } as const] : []),
      ...(worked.length > 0 ? [{ kind: "worked-in-exchange", days: worked } as const] : []),
    ],
  };
}
