import { minutesOf, timeOf } from "../deadlines/minutes.ts";
import type { Shift } from "./roster.ts";

/** A part of a day, HH:MM on the office's clock; up to 24:00. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** A machine that is started anew, or a page that is changed slowly, is not silent yet. */
export const SILENT_MINUTES = 15;

/**
 * When, while a point was open, no machine of it was heard from: power, line or machine were out, or nobody had switched it on. `heard` may overlap and come in any order. Of a day
 * that is not over only what lies before `until` is looked at (HH:MM; 24:00 for days that are over).
 */
export function silencesOn(opening: readonly Pick<Shift, "opens" | "closes">[], heard: readonly Span[], until: string): Span[] {
  const spans = heard.map(({ from, to }) => ({ from: minutesOf(from), to: minutesOf(to) })).sort((one, other) => one.from - other.from);
  return openHours(opening)
    .flatMap(({ from, to }) => gapsIn({ from, to: Math.min(to, minutesOf(until)) }, spans))
    .filter(({ from, to }) => to - from >= SILENT_MINUTES)
    .map(({ from, to }) => ({ from: timeOf(from), to: timeOf(to) }));
}

/** "9:10–10:40, 13:30–14:00" */
export function spansInWords(spans: readonly Span[]): string {
  return spans.map(({ from, to }) => `${shortTime(from)}–${shortTime(to)}`).join(", ");
}

/** 09:10 as "9:10". */
export function shortTime(time: string): string {
  return time.replace(/^0(?=\d)/, "");
}

interface Minutes {
  readonly from: number;
  readonly to: number;
}

/** Shifts that overlap or follow each other at once are one opening. */
function openHours(opening: readonly Pick<Shift, "opens" | "closes">[]): Minutes[] {
  const hours: { from: number; to: number }[] = [];
  const shifts = opening.map(({ opens, closes }) => ({ from: minutesOf(opens), to: minutesOf(closes) }));
  for (const shift of shifts.sort((one, other) => one.from - other.from)) {
    const last = hours.at(-1);
    if (last && shift.from <= last.to) last.to = Math.max(last.to, shift.to);
    else hours.push(shift);
  }
  return hours;
}

function gapsIn({ from, to }: Minutes, heard: readonly Minutes[]): Minutes[] {
  const gaps: Minutes[] = [];
  let known = from;
  for (const span of heard) {
    if (span.from >= to) break;
    if (span.from > known) gaps.push({ from: known, to: span.from });
    known = Math.max(known, span.to);
  }
  if (known < to) gaps.push({ from: known, to });
  return gaps;
}
