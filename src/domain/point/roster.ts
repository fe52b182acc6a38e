import { type Calendar, closedBecause } from "../deadlines/calendar.ts";
import { addDays, eachDay, weekday } from "../deadlines/days.ts";

/**
 * When a point is open and who is on. *Shifts* come week by week or once. A weekly shift rests on public holidays and on the point's own *days off*; a shift
 * for one day is an extra day and rests on days off only. People stand by on shifts; an agreed *swap* puts one in the other's place, for one day; whoever is
 * on *leave* is not on. Nobody on is a *gap*: the door is announced as open, and somebody must be found. Days are YYYY-MM-DD at the office, never instants.
 */
export interface OpeningPlan {
  /** Not open before this day. */
  readonly openedOn: string;
  readonly shifts: readonly Shift[];
  readonly daysOff: readonly DayOffAtPoint[];
  /** Public holidays are the office's; its weekends are not the point's. */
  readonly calendar: Calendar;
}

export interface Shift {
  readonly shift: string;
  /** 1 Monday … 7 Sunday for every week, or the one day. */
  readonly on: { readonly weekday: number } | { readonly day: string };
  /** HH:MM on the office's clock. */
  readonly opens: string;
  readonly closes: string;
  /** Both with it; an open end is null. */
  readonly from: string;
  readonly until: string | null;
}

export interface DayOffAtPoint {
  readonly day: string;
  readonly reason: string;
}

export interface Roster extends OpeningPlan {
  readonly people: readonly OnShift[];
  readonly leaves: readonly Leave[];
  /** Agreed ones only, in the order in which they were agreed. */
  readonly swaps: readonly Swap[];
}

/** Somebody stands by on a shift from one day until another, both with it. */
export interface OnShift {
  readonly shift: string;
  readonly staff: string;
  readonly from: string;
  readonly until: string | null;
}

export interface Leave {
  readonly staff: string;
  readonly from: string;
  readonly until: string;
}

/** A shift on a day. */
export interface Turn {
  readonly shift: string;
  readonly day: string;
}

/** The asker gives a turn to the asked, and takes one of theirs for it, or none. */
export interface Swap {
  readonly asker: string;
  readonly asked: string;
  readonly gives: Turn;
  readonly takes: Turn | null;
}

/** Beyond this many days nobody looks for the next open day: a point that rests so long has no plan. */
const HORIZON_DAYS = 400;

/** The shifts of a day in the order of the clock; none when the point is closed. */
export function openOn(plan: OpeningPlan, day: string): Shift[] {
  if (day < plan.openedOn || plan.daysOff.some((off) => off.day === day)) return [];
  const closed = closedBecause(day, plan.calendar);
  const holiday = closed !== null && closed.kind !== "weekend";
  return plan.shifts
    .filter((shift) => isIn(day, shift) && ("day" in shift.on ? shift.on.day === day : !holiday && shift.on.weekday === weekday(day)))
    .sort((a, b) => (a.opens === b.opens ? 0 : a.opens < b.opens ? -1 : 1));
}

/** The first open day after that day; null where none is planned. */
export function nextOpen(plan: OpeningPlan, after: string): string | null {
  for (let ahead = 1; ahead <= HORIZON_DAYS; ahead += 1) {
    const day = addDays(after, ahead);
    if (openOn(plan, day).length > 0) return day;
  }
  return null;
}

/**
 * The first day on which a result due at the office can be had at the point: the due day, when the point is still open at that time; else the next open
 * one. Null where none is planned. `time` is HH:MM.
 */
export function collectFrom(due: { readonly day: string; readonly time: string }, plan: OpeningPlan): string | null {
  return openOn(plan, due.day).some((shift) => shift.closes > due.time) ? due.day : nextOpen(plan, due.day);
}

/** Who is on at a turn, without those on leave. */
export function whoIsOn(roster: Roster, turn: Turn): string[] {
  return assigned(roster, turn).filter((staff) => !isAway(roster, staff, turn.day));
}

/** Who should be on at a turn by pattern and swaps, leave or not. */
export function assigned({ people, swaps }: Pick<Roster, "people" | "swaps">, turn: Turn): string[] {
  const pattern = people.filter((row) => row.shift === turn.shift && isIn(turn.day, row)).map((row) => row.staff);
  return swaps
    .flatMap(replacements)
    .reduce((on, { at, out, by }) => (sameTurn(at, turn) ? inPlaceOf(on, out, by) : on), [...new Set(pattern)]);
}

export function isAway({ leaves }: Pick<Roster, "leaves">, staff: string, day: string): boolean {
  return leaves.some((leave) => leave.staff === staff && isIn(day, leave));
}

/** Every turn from the first day to the last, both with it, in the order of the clock. */
export function turnsBetween(plan: OpeningPlan, first: string, last: string): (Turn & { readonly hours: Shift })[] {
  return eachDay(first, last).flatMap((day) => openOn(plan, day).map((hours) => ({ shift: hours.shift, day, hours })));
}

/** The turns between two days on which the point is announced as open and nobody is on. */
export function gaps(roster: Roster, first: string, last: string): (Turn & { readonly hours: Shift })[] {
  return turnsBetween(roster, first, last).filter((turn) => whoIsOn(roster, turn).length === 0);
}

export function sameTurn(a: Turn, b: Turn): boolean {
  return a.shift === b.shift && a.day === b.day;
}

function replacements({ asker, asked, gives, takes }: Swap): { at: Turn; out: string; by: string }[] {
  return [{ at: gives, out: asker, by: asked }, ...(takes ? [{ at: takes, out: asked, by: asker }] : [])];
}

/** One in the other's place, so that as many are on as before; nothing changes where that makes no sense any more. */
function inPlaceOf(on: readonly string[], out: string, by: string): string[] {
  return on.includes(out) && !on.includes(by) ? on.map((staff) => (staff === out ? by : staff)) : [...on];
}

function isIn(day: string, { from, until }: { readonly from: string; readonly until: string | null }): boolean {
  return from <= day && (until === null || day <= until);
}
