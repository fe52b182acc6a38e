import { officeDay } from "../../base/clock.ts";
import { hoursInWords, nearDay, weekdayWords } from "../../domain/point/opening-words.ts";
import type { DayOffAtPoint } from "../../domain/point/roster.ts";
import type { Point } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";
import { type Colleague, colleaguesOf } from "./colleagues.ts";
import { readRoster } from "./read-roster.ts";

/** The week of a point and its exceptions, to be edited. */
export interface WeekPage {
  readonly shifts: readonly {
    readonly shift: string;
    readonly words: string;
    readonly weekly: boolean;
    readonly people: readonly string[];
  }[];
  readonly daysOff: readonly DayOffAtPoint[];
  readonly colleagues: readonly Colleague[];
}

export async function readWeekPage(context: Context, point: Point): Promise<WeekPage> {
  const [{ roster }, colleagues] = await Promise.all([
    readRoster(context, context.database.sql, point),
    colleaguesOf(context, point.office),
  ]);
  const today = officeDay(context.now());
  return {
    shifts: roster.shifts.map((shift) => {
      const begins = shift.from > today && "weekday" in shift.on ? ` (từ ${nearDay(shift.from)})` : "";
      return {
        shift: shift.shift,
        words: `${"day" in shift.on ? nearDay(shift.on.day) : weekdayWords(shift.on.weekday)}, ${hoursInWords([shift])}${begins}`,
        weekly: "weekday" in shift.on,
        people: roster.people.filter((row) => row.shift === shift.shift).map((row) => row.staff),
      };
    }),
    daysOff: roster.daysOff,
    colleagues,
  };
}
