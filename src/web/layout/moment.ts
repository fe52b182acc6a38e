import { officeDay, officeTime } from "../../base/clock.ts";
import { dayWithWeekday } from "../../domain/people/dates.ts";

/** An instant (ISO 8601) as people read it: "09:36 thứ Hai 7/12/2026". */
export function moment(iso: string): string {
  const instant = new Date(iso);
  return `${officeTime(instant)} ${dayWithWeekday(officeDay(instant))}`;
}
