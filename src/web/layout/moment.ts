import { officeMoment } from "../../base/clock.ts";
import { dayWithWeekday } from "../../domain/people/dates.ts";

/** An instant (ISO 8601) as people read it: "09:36 thứ Hai 7/12/2026". */
export function moment(iso: string): string {
  const { day, time } = officeMoment(new Date(iso));
  return `${time} ${dayWithWeekday(day)}`;
}
