import type { WorkingHours } from "../../domain/deadlines/calendar.ts";
import type { OwnDay } from "../../domain/deadlines/own-days.ts";
import type { Sql } from "../database/database.ts";

/** The hours that an office said of itself; null where it works as its kind does. */
export async function readOfficeHours(sql: Sql, office: string): Promise<WorkingHours | null> {
  const [row] = await sql<HoursRow[]>`
    select morning_opens as "morningOpens", morning_closes as "morningCloses", afternoon_opens as "afternoonOpens", afternoon_closes as "afternoonCloses",
      saturday_mornings as "saturdayMornings" from office_hours where office = ${office}`;
  if (!row) return null;
  return {
    weekdays: [1, 2, 3, 4, 5],
    mornings: row.saturdayMornings ? [6] : [],
    morning: { opens: row.morningOpens, closes: row.morningCloses },
    afternoon: { opens: row.afternoonOpens, closes: row.afternoonCloses },
  };
}

export async function saveOfficeHours(sql: Sql, office: string, hours: WorkingHours, staff: string, at: Date): Promise<void> {
  const { morning, afternoon } = hours;
  await sql`
    insert into office_hours (office, morning_opens, morning_closes, afternoon_opens, afternoon_closes, saturday_mornings, said_by, said_at)
    values (${office}, ${morning.opens}, ${morning.closes}, ${afternoon.opens}, ${afternoon.closes}, ${hours.mornings.includes(6)}, ${staff}, ${at})
    on conflict (office) do update set morning_opens = excluded.morning_opens, morning_closes = excluded.morning_closes,
      afternoon_opens = excluded.afternoon_opens, afternoon_closes = excluded.afternoon_closes, saturday_mornings = excluded.saturday_mornings,
      said_by = excluded.said_by, said_at = excluded.said_at`;
}

/** The days that hold, from that day on, in their order. */
export async function listOwnDays(sql: Sql, office: string, from: string): Promise<OwnDay[]> {
  const rows = await sql<DayRow[]>`
    select day, kind, opens, closes, reason from office_days
    where office = ${office} and day >= ${from} and taken_back_at is null order by day`;
  return rows.map(({ day, kind, opens, closes, reason }) =>
    kind === "extra" ? { day, reason, kind, opens: opens ?? "", closes: closes ?? "" } : { day, reason, kind },
  );
}

/** Says a day; what was said of it before is taken back. */
export async function saveOwnDay(sql: Sql, office: string, own: OwnDay, staff: string, at: Date): Promise<void> {
  await takeBackOwnDay(sql, office, own.day, staff, at);
  const [opens, closes] = own.kind === "extra" ? [own.opens, own.closes] : [null, null];
  await sql`
    insert into office_days (office, day, said_at, kind, opens, closes, reason, said_by)
    values (${office}, ${own.day}, ${at}, ${own.kind}, ${opens}, ${closes}, ${own.reason}, ${staff})`;
}

/** The day is as usual again; answers whether the office had said anything of it. */
export async function takeBackOwnDay(sql: Sql, office: string, day: string, staff: string, at: Date): Promise<boolean> {
  await sql`
    update office_days set taken_back_at = ${at}, taken_back_by = ${staff}
    where office = ${office} and day = ${day} and taken_back_at is null`;
  return (await sql`select 1 from office_days where office = ${office} and day = ${day} limit 1`).length === 1;
}

interface HoursRow {
  readonly morningOpens: string;
  readonly morningCloses: string;
  readonly afternoonOpens: string;
  readonly afternoonCloses: string;
  readonly saturdayMornings: boolean;
}

interface DayRow {
  readonly day: string;
  readonly kind: OwnDay["kind"];
  readonly opens: string | null;
  readonly closes: string | null;
  readonly reason: string;
}
