import { officeDay } from "../../base/clock.ts";
import { addDays, eachDay } from "../../domain/deadlines/days.ts";
import { hoursInWords, nearDay } from "../../domain/point/opening-words.ts";
import { assigned, isAway, openOn, type Roster, type Turn, turnsBetween, whoIsOn } from "../../domain/point/roster.ts";
import { listPoints, type Point } from "../../store/records/offices.ts";
import type { AskedSwap } from "../../store/records/shift-swaps.ts";
import { listStaff } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { type Colleague, colleaguesOf } from "./colleagues.ts";
import { gapsInWords } from "./opening.ts";
import { readRoster } from "./read-roster.ts";

/** How many days the page shows, and how far ahead turns can be exchanged. */
const SHOWN_DAYS = 14;
const EXCHANGED_DAYS = 28;

/** Two weeks of a point for those who stand by there, and what they can do about it. */
export interface RosterPage {
  readonly point: Point;
  readonly days: readonly RosterDay[];
  /** Turns on which nobody is on, in words. */
  readonly gaps: readonly string[];
  readonly mine: readonly TurnInWords[];
  /** Turns of others that can be asked for: each with whose it is. */
  readonly others: readonly (TurnInWords & { readonly whose: Colleague })[];
  readonly colleagues: readonly Colleague[];
  readonly leaves: readonly {
    readonly leave: string;
    readonly name: string;
    readonly from: string;
    readonly until: string;
    readonly mine: boolean;
  }[];
  readonly askedOfMe: readonly SwapInWords[];
  readonly askedByMe: readonly SwapInWords[];
}

export interface RosterDay {
  readonly day: string;
  readonly turns: readonly {
    readonly hours: string;
    readonly on: readonly string[];
    readonly away: readonly string[];
    readonly mine: boolean;
  }[];
}

export interface TurnInWords extends Turn {
  readonly words: string;
}

export interface SwapInWords {
  readonly swap: string;
  readonly asker: string;
  readonly asked: string;
  readonly gives: string;
  readonly takes: string | null;
  readonly words: string;
}

export async function readRosterPage(context: Context, member: StaffMember, point: Point): Promise<RosterPage> {
  const { sql } = context.database;
  const [{ roster, leaves, asked }, colleagues, staff] = await Promise.all([
    readRoster(context, sql, point),
    colleaguesOf(context, member.office),
    listStaff(sql, member.office),
  ]);
  const today = officeDay(context.now());
  const nameOf = (id: string) => staff.find((one) => one.staff === id)?.name ?? "người đã thôi việc";
  const turns = turnsBetween(roster, today, addDays(today, EXCHANGED_DAYS - 1));
  const inWords = ({ shift, day, hours }: (typeof turns)[number]): TurnInWords => ({ shift, day, words: turnInWords(day, hours) });
  return {
    point,
    days: eachDay(today, addDays(today, SHOWN_DAYS - 1)).map((day) => dayOf(roster, day, member.staff, nameOf)),
    gaps: gapsInWords(roster, context.now()),
    mine: turns.filter((turn) => assigned(roster, turn).includes(member.staff)).map(inWords),
    others: turns.flatMap((turn) =>
      assigned(roster, turn).includes(member.staff)
        ? []
        : colleagues.filter((one) => whoIsOn(roster, turn).includes(one.staff)).map((whose) => ({ ...inWords(turn), whose })),
    ),
    colleagues: colleagues.filter((one) => one.staff !== member.staff),
    leaves: leaves.map(({ leave, from, until, staff: whose }) => ({
      leave,
      from,
      until,
      name: nameOf(whose),
      mine: whose === member.staff,
    })),
    askedOfMe: asked.filter((swap) => swap.asked === member.staff).map((swap) => swapInWords(roster, swap, nameOf)),
    askedByMe: asked.filter((swap) => swap.asker === member.staff).map((swap) => swapInWords(roster, swap, nameOf)),
  };
}

/** The points of somebody's office. */
export async function pointsOf(context: Context, member: StaffMember): Promise<Point[]> {
  return (await listPoints(context.database.sql)).filter((point) => point.office === member.office);
}

function dayOf(roster: Roster, day: string, me: string, nameOf: (staff: string) => string): RosterDay {
  const turns = openOn(roster, day).map((shift) => {
    const turn = { shift: shift.shift, day };
    const on = whoIsOn(roster, turn);
    const away = assigned(roster, turn).filter((staff) => isAway(roster, staff, day));
    return { hours: hoursInWords([shift]), on: on.map(nameOf), away: away.map(nameOf), mine: on.includes(me) };
  });
  return { day, turns };
}

function swapInWords(roster: Roster, swap: AskedSwap, nameOf: (staff: string) => string): SwapInWords {
  const turn = ({ shift, day }: Turn) => {
    const hours = roster.shifts.find((known) => known.shift === shift);
    return hours ? turnInWords(day, hours) : nearDay(day);
  };
  const { swap: id, asker, asked, gives, takes, words } = swap;
  return { swap: id, asker: nameOf(asker), asked: nameOf(asked), gives: turn(gives), takes: takes ? turn(takes) : null, words };
}

/** "thứ Tư 15/5, 7:30–11:00" */
function turnInWords(day: string, hours: { readonly opens: string; readonly closes: string }): string {
  return `${nearDay(day)}, ${hoursInWords([hours])}`;
}
