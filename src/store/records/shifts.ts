import type { DayOffAtPoint, OnShift, Shift } from "../../domain/point/roster.ts";
import type { Sql } from "../database/database.ts";

/** A point of an office. */
export interface PointKey {
  readonly office: string;
  readonly point: string;
}

/** The shifts of a point that are or will be on that day or later. */
export async function listShifts(sql: Sql, key: PointKey, from: string): Promise<Shift[]> {
  const rows = await sql<ShiftRow[]>`
    select shift, weekday, day, opens, closes, from_day as "from", until_day as "until" from shifts
    where office = ${key.office} and point = ${key.point} and (until_day is null or until_day >= ${from})
    order by weekday, day, opens, shift`;
  return rows.map(({ weekday, day, ...shift }) => ({ ...shift, on: day === null ? { weekday: weekday ?? 0 } : { day } }));
}

export async function insertShift(sql: Sql, key: PointKey, shift: Shift): Promise<void> {
  const weekday = "weekday" in shift.on ? shift.on.weekday : null;
  const day = "day" in shift.on ? shift.on.day : null;
  await sql`
    insert into shifts (office, shift, point, weekday, day, opens, closes, from_day, until_day)
    values (${key.office}, ${shift.shift}, ${key.point}, ${weekday}, ${day}, ${shift.opens}, ${shift.closes}, ${shift.from}, ${shift.until})`;
}

/** The point that a shift belongs to, while it has not ended before that day; locked, so that changes of it come one after the other. */
export async function lockShift(sql: Sql, office: string, shift: string, today: string): Promise<{ point: string } | null> {
  const [row] = await sql<{ point: string }[]>`
    select point from shifts where office = ${office} and shift = ${shift} and (until_day is null or until_day >= ${today}) for update`;
  return row ?? null;
}

/** Ends a shift: that day is its last. */
export async function endShift(sql: Sql, office: string, shift: string, last: string): Promise<void> {
  await sql`update shifts set until_day = ${last} where office = ${office} and shift = ${shift} and (until_day is null or until_day > ${last})`;
}

/** Who stands by on the shifts of a point on that day or later; people who left the office are not on. */
export async function listShiftPeople(sql: Sql, key: PointKey, from: string): Promise<OnShift[]> {
  return sql<OnShift[]>`
    select shift_people.shift, shift_people.staff, shift_people.from_day as "from", shift_people.until_day as "until"
    from shift_people
      join shifts on shifts.office = shift_people.office and shifts.shift = shift_people.shift
      join staff on staff.office = shift_people.office and staff.staff = shift_people.staff
    where shift_people.office = ${key.office} and shifts.point = ${key.point} and staff.disabled_at is null
      and (shift_people.until_day is null or shift_people.until_day >= ${from})
    order by staff.name, shift_people.staff, shift_people.from_day`;
}

export async function insertShiftPerson(sql: Sql, office: string, person: OnShift): Promise<void> {
  await sql`
    insert into shift_people (office, shift, staff, from_day, until_day)
    values (${office}, ${person.shift}, ${person.staff}, ${person.from}, ${person.until})
    on conflict (office, shift, staff, from_day) do update set until_day = excluded.until_day`;
}

/** From that day on these people are no longer on the shift; what was before stays. */
export async function endShiftPeople(sql: Sql, office: string, shift: string, staff: readonly string[], from: string): Promise<void> {
  await sql`
    delete from shift_people where office = ${office} and shift = ${shift} and staff = any (${[...staff]}::uuid[]) and from_day >= ${from}`;
  await sql`
    update shift_people set until_day = ${from}::date - 1
    where office = ${office} and shift = ${shift} and staff = any (${[...staff]}::uuid[]) and (until_day is null or until_day >= ${from})`;
}

export async function listDaysOff(sql: Sql, key: PointKey, from: string): Promise<DayOffAtPoint[]> {
  return sql<DayOffAtPoint[]>`
    select day, reason from point_days_off where office = ${key.office} and point = ${key.point} and day >= ${from} order by day`;
}

/** Closes a day; said again, the later reason counts. */
export async function saveDayOff(sql: Sql, key: PointKey, off: DayOffAtPoint): Promise<void> {
  await sql`
    insert into point_days_off (office, point, day, reason) values (${key.office}, ${key.point}, ${off.day}, ${off.reason})
    on conflict (office, point, day) do update set reason = excluded.reason`;
}

export async function removeDayOff(sql: Sql, key: PointKey, day: string): Promise<void> {
  await sql`delete from point_days_off where office = ${key.office} and point = ${key.point} and day = ${day}`;
}

interface ShiftRow extends Omit<Shift, "on"> {
  readonly weekday: number | null;
  readonly day: string | null;
}
