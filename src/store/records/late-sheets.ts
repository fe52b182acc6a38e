import type { Sql } from "../database/database.ts";
import type { PointKey } from "./shifts.ts";

/** A sheet of visits that were typed in late; without a visit it says that nobody came that day. */
export interface LateSheet extends PointKey {
  readonly sheet: string;
  /** YYYY-MM-DD, on which the visits happened */
  readonly day: string;
  readonly visits: number;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

/** Writes the sheet down; `false` when it is there already, by its key. */
export async function insertLateSheet(sql: Sql, sheet: Omit<LateSheet, "recordedBy"> & { key: string; staff: string }): Promise<boolean> {
  const rows = await sql`
    insert into late_sheets (office, sheet, point, day, key, visits, recorded_by, recorded_at)
    values (${sheet.office}, ${sheet.sheet}, ${sheet.point}, ${sheet.day}, ${sheet.key}, ${sheet.visits}, ${sheet.staff}, ${sheet.recordedAt})
    on conflict (office, key) do nothing returning 1`;
  return rows.length === 1;
}

export async function findLateSheet(sql: Sql, office: string, key: string): Promise<LateSheet | null> {
  const [row] = await sql<LateSheet[]>`${listed(sql)} where late_sheets.office = ${office} and key = ${key}`;
  return row ?? null;
}

/** A visit that stands already came from this sheet. */
export async function insertLateVisit(sql: Sql, late: { office: string; visit: string; sheet: string }): Promise<void> {
  await sql`insert into late_visits (office, visit, sheet) values (${late.office}, ${late.visit}, ${late.sheet})`;
}

/** Takes a sheet back with all its visits; `false` when it is not of this point, or was taken back before. */
export async function withdrawLateSheet(sql: Sql, key: PointKey, sheet: string, staff: string, at: Date): Promise<boolean> {
  const rows = await sql`
    update late_sheets set withdrawn_by = ${staff}, withdrawn_at = ${at}
    where office = ${key.office} and point = ${key.point} and sheet = ${sheet} and withdrawn_at is null returning 1`;
  if (rows.length === 0) return false;
  const visits = await sql<{ visit: string }[]>`delete from late_visits where office = ${key.office} and sheet = ${sheet} returning visit`;
  if (visits.length > 0) await sql`delete from visits where office = ${key.office} and visit in ${sql(visits.map(({ visit }) => visit))}`;
  return true;
}

/** The sheets of these points about these days (YYYY-MM-DD, both included) that stand, the latest first. */
export async function listLateSheets(sql: Sql, points: readonly PointKey[], days: { from: string; to: string }): Promise<LateSheet[]> {
  if (points.length === 0) return [];
  return sql<LateSheet[]>`
    ${listed(sql)} where (late_sheets.office, point) in (
      select * from unnest(${points.map(({ office }) => office)}::text[], ${points.map(({ point }) => point)}::text[]))
      and day between ${days.from} and ${days.to} and withdrawn_at is null
    order by recorded_at desc`;
}

function listed(sql: Sql) {
  return sql`
    select late_sheets.office, point, sheet, day, visits, staff.name as "recordedBy", recorded_at as "recordedAt"
    from late_sheets join staff on staff.office = late_sheets.office and staff.staff = late_sheets.recorded_by`;
}
