import { atOffice } from "../../base/clock.ts";
import type { Calendar } from "./calendar.ts";
import type { OfficeMoment } from "./opening.ts";
import type { Pause } from "./pauses.ts";
import { afterWorking, workingMinutes } from "./working-time.ts";

/** From when the time is shared, until when it was promised then, and until when it is promised now. */
export interface SharedTerm {
  readonly from: Date;
  readonly promised: OfficeMoment;
  readonly due: OfficeMoment;
}

/**
 * The moments by which the steps of a dossier should be over, one after another. The working time between `from` and the day promised then is shared by the
 * parts; each step ends where its part and those before it are used up. So a step that is over early leaves its time to the next, and one that is late takes it
 * from the next. A pause moves what lies behind it by as long as it lasted. The last step ends with the whole term, and none ends after it.
 */
export function stepDues(term: SharedTerm, parts: readonly number[], calendar: Calendar, pauses: readonly Pause[] = []): OfficeMoment[] {
  const dueAt = sharing(term, parts, calendar, pauses);
  return parts.map((_part, place) => dueAt(place));
}

/** One of them alone: lists show one of many dossiers each. */
export function stepDue(
  term: SharedTerm,
  parts: readonly number[],
  place: number,
  calendar: Calendar,
  pauses: readonly Pause[] = [],
): OfficeMoment {
  return place === parts.length - 1 ? term.due : sharing(term, parts, calendar, pauses)(place);
}

function sharing({ from, promised, due }: SharedTerm, parts: readonly number[], calendar: Calendar, pauses: readonly Pause[]) {
  const whole = workingMinutes(from, atOffice(promised.day, promised.time), calendar);
  const sumOf = (some: readonly number[]) => some.reduce((total, part) => total + part, 0);
  return (place: number): OfficeMoment => {
    if (place === parts.length - 1) return due;
    const minutes = Math.floor((whole * sumOf(parts.slice(0, place + 1))) / sumOf(parts));
    return earlier(afterWorking(from, minutes, calendar, pauses), due);
  };
}

function earlier(one: OfficeMoment, other: OfficeMoment): OfficeMoment {
  return isBefore(one, other) ? one : other;
}

/** Whether the one moment comes before the other. */
export function isBefore(one: OfficeMoment, other: OfficeMoment): boolean {
  return `${one.day} ${one.time}` < `${other.day} ${other.time}`;
}
