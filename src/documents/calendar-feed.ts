import { OFFICE_TIME_ZONE } from "../base/clock.ts";

/** One entry of a calendar. Times are HH:MM on the office's clock; `id` is the same for the same turn for ever. */
export interface CalendarEntry {
  readonly id: string;
  readonly day: string;
  readonly opens: string;
  readonly closes: string;
  readonly title: string;
  readonly place: string;
  readonly words: string;
}

/**
 * Entries as iCalendar (RFC 5545), the office's time zone described in it. `at` is when it was written (DTSTAMP, in UTC as 3.8.7.2 wants). Calendar programs
 * are asked to look again every hour (RFC 7986, 5.7, and the older name that others read).
 */
export function writeCalendar(name: string, entries: readonly CalendarEntry[], at: Date): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Loc Vung//Lich truc//VI",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    `X-WR-TIMEZONE:${OFFICE_TIME_ZONE}`,
    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
    "X-PUBLISHED-TTL:PT1H",
    ...TIME_ZONE,
    ...entries.flatMap((entry) => eventLines(entry, at)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join("");
}

function eventLines(entry: CalendarEntry, at: Date): string[] {
  return [
    "BEGIN:VEVENT",
    `UID:${text(entry.id)}`,
    `DTSTAMP:${at.toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;TZID=${OFFICE_TIME_ZONE}:${localTime(entry.day, entry.opens)}`,
    `DTEND;TZID=${OFFICE_TIME_ZONE}:${localTime(entry.day, entry.closes)}`,
    `SUMMARY:${text(entry.title)}`,
    `LOCATION:${text(entry.place)}`,
    `DESCRIPTION:${text(entry.words)}`,
    "END:VEVENT",
  ];
}

/** UTC+7 all year since 1975-06-13 (tz database, Asia/Ho_Chi_Minh). */
const TIME_ZONE = [
  "BEGIN:VTIMEZONE",
  `TZID:${OFFICE_TIME_ZONE}`,
  "BEGIN:STANDARD",
  "DTSTART:19750613T000000",
  "TZOFFSETFROM:+0800",
  "TZOFFSETTO:+0700",
  "TZNAME:+07",
  "END:STANDARD",
  "END:VTIMEZONE",
];

/** 2024-05-15 and 07:30 as 20240515T073000, a form with a time zone beside it (3.3.5). */
function localTime(day: string, time: string): string {
  return `${day.replaceAll("-", "")}T${time.replace(":", "")}00`;
}

/** A TEXT value (3.3.11): what would end it is escaped, control characters are left out. */
function text(words: string): string {
  return words
    .replace(/[\\;,]/g, "\\$&")
    .replace(/\r\n?|\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");
}

/** A line holds 75 octets at most (3.1); the rest goes on behind a space, and no letter is cut in two. */
const LINE_OCTETS = 75;

function fold(line: string): string {
  const lines = [""];
  let octets = 0;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (octets + size > LINE_OCTETS) {
      lines.push("");
      octets = 1;
    }
    lines[lines.length - 1] += letter;
    octets += size;
  }
  return lines.join("\r\n ");
}
