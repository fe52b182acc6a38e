import { officeDay } from "../../base/clock.ts";
import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { type CalendarEntry, writeCalendar } from "../../documents/calendar-feed.ts";
import { addDays } from "../../domain/deadlines/days.ts";
import { turnsBetween, whoIsOn } from "../../domain/point/roster.ts";
import { listPoints, type Point } from "../../store/records/offices.ts";
import { findFeed, insertFeed, listFeeds, type RosterFeed, revokeFeed } from "../../store/records/roster-feeds.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { newToken, tokenHash } from "../identity/secrets.ts";
import { type Problem, problem } from "../problems.ts";
import { type Colleague, colleaguesOf } from "./colleagues.ts";
import { readRoster } from "./read-roster.ts";

/** A calendar shows the month that was and a quarter ahead. */
const DAYS_BEHIND = 28;
const DAYS_AHEAD = 92;

/** The token of a new address for one's own turns, or (with a point) for everybody's there. It is shown once; one's earlier address of that kind ends. */
export async function makeFeed(context: Context, member: StaffMember, point: string | null): Promise<string> {
  const token = newToken();
  const feed = { office: member.office, feed: context.newId(), staff: member.staff, point };
  await context.database.transaction((sql) => insertFeed(sql, feed, tokenHash(token), context.now()));
  return token;
}

/** One's own addresses that work; what they are is known, the addresses themselves are not kept. */
export function feedsOf(context: Context, member: StaffMember): Promise<RosterFeed[]> {
  return listFeeds(context.database.sql, member.office, member.staff);
}

export async function endFeed(context: Context, member: StaffMember, feed: string): Promise<Result<true, Problem>> {
  const ended = isUuid(feed) && (await revokeFeed(context.database.sql, member.office, member.staff, feed, context.now()));
  return ended ? ok(true) : refuse(problem("feed-unknown"));
}

/** The calendar behind an address, as iCalendar. */
export async function readFeed(context: Context, token: string): Promise<Result<string, Problem>> {
  const feed = await findFeed(context.database.sql, tokenHash(token));
  if (!feed) return refuse(problem("feed-unknown"));
  const points = (await listPoints(context.database.sql)).filter(
    (point) => point.office === feed.office && (feed.point === null || feed.point === point.point),
  );
  const people = await colleaguesOf(context, feed.office);
  const entries = await Promise.all(points.map((point) => entriesOf(context, point, people, feed.point === null ? feed.staff : null)));
  const name = feed.point === null ? "Lịch trực của tôi" : `Lịch trực ${points[0]?.name ?? ""}`;
  return ok(writeCalendar(name, entries.flat(), context.now()));
}

async function entriesOf(context: Context, point: Point, people: readonly Colleague[], staff: string | null): Promise<CalendarEntry[]> {
  const today = officeDay(context.now());
  const first = addDays(today, -DAYS_BEHIND);
  const { roster } = await readRoster(context, context.database.sql, point, first);
  const turns = turnsBetween(roster, first, addDays(today, DAYS_AHEAD)).map((turn) => ({ ...turn, on: whoIsOn(roster, turn) }));
  return turns
    .filter(({ on }) => staff === null || on.includes(staff))
    .map(({ shift, day, hours, on }) => {
      const names = people.filter((one) => on.includes(one.staff)).map((one) => one.name);
      const words = names.length > 0 ? `Trực: ${names.join(", ")}` : "Chưa có ai trực";
      return {
        id: `${shift}-${day}${staff ? `-${staff}` : ""}@loc-vung`,
        day,
        opens: hours.opens,
        closes: hours.closes,
        title: staff ? `Trực ${point.name}` : words,
        place: [point.name, point.place].filter(Boolean).join(", "),
        words,
      };
    });
}
