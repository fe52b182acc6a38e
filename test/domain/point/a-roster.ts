import { COMMUNE_HOURS } from "../../../src/domain/deadlines/calendar.ts";
import type { Roster, Shift } from "../../../src/domain/point/roster.ts";
import { contentCalendar } from "../deadlines/content-calendar.ts";

const FROM = "2023-11-21";

/** Mornings and afternoons of those days of the week, named "1-sang" for Monday's morning. */
export function weekly(...weekdays: readonly number[]): Shift[] {
  return weekdays.flatMap((weekday) => [
    { shift: `${weekday}-sang`, on: { weekday }, opens: "07:30", closes: "11:00", from: FROM, until: null },
    { shift: `${weekday}-chieu`, on: { weekday }, opens: "13:30", closes: "16:30", from: FROM, until: null },
  ]);
}

/** Monday, Wednesday, Friday, as at the first point; `on` says who stands by on which shift. */
export function aRoster(on: Readonly<Record<string, readonly string[]>> = {}, more: Partial<Roster> = {}): Roster {
  return {
    openedOn: FROM,
    shifts: weekly(1, 3, 5),
    daysOff: [],
    calendar: contentCalendar(COMMUNE_HOURS),
    people: Object.entries(on).flatMap(([shift, staff]) => staff.map((one) => ({ shift, staff: one, from: FROM, until: null }))),
    leaves: [],
    swaps: [],
    ...more,
  };
}
