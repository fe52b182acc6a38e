import { officeDay, officeTime } from "../../base/clock.ts";
import { type Calendar, hoursOn, withoutIntakeOnly } from "./calendar.ts";
import { addDays } from "./days.ts";

/** A moment on the office's clock: a day and HH:MM. */
export interface OfficeMoment {
  readonly day: string;
  readonly time: string;
}

/** When the office takes up what comes at that instant: at once until it closes (before it opens: that day), else at the next opening. */
export function takenUp(instant: Date, calendar: Calendar): OfficeMoment {
  const day = officeDay(instant);
  const time = officeTime(instant);
  const hours = hoursOn(day, calendar);
  return hours && time <= hours.closes ? { day, time } : nextOpening(day, calendar);
}

/** The same on working days only: hours at which dossiers are merely taken in do not make the clock go. */
export function countedAt(instant: Date, calendar: Calendar): OfficeMoment {
  return takenUp(instant, withoutIntakeOnly(calendar));
}

function nextOpening(after: string, calendar: Calendar): OfficeMoment {
  const day = addDays(after, 1);
  const hours = hoursOn(day, calendar);
  return hours ? { day, time: hours.opens } : nextOpening(day, calendar);
}
