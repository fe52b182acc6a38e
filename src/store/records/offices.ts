import type { OfficeKind } from "../../domain/catalogue/procedure.ts";
import type { Sql } from "../database/database.ts";
import { insertOfficeUnit } from "./office-units.ts";

export interface Office {
  readonly office: string;
  readonly name: string;
  /** District and province offices receive nothing; their leaders see the figures of all that stands below. */
  readonly kind: OfficeKind | "district" | "province";
  readonly province: string;
  readonly commune: string;
  readonly identifier: string;
  readonly address: string;
  readonly phone: string;
  readonly practice: boolean;
}

export interface Point {
  readonly office: string;
  readonly point: string;
  readonly name: string;
  readonly place: string;
  readonly openedOn: string;
}

/** Since when there are two levels of units (Decision 19/2025/QĐ-TTg). */
const TWO_LEVELS_SINCE = "2025-07-01";

/** A new office; it serves its commune (a province office its province) from `served.from` on, since 2025-07-01 if nothing else is said. */
export async function insertOffice(
  sql: Sql,
  office: Office,
  at: Date,
  served: { readonly unit?: string; readonly from: string; readonly to: string | null } = { from: TWO_LEVELS_SINCE, to: null },
): Promise<void> {
  await sql`
    insert into offices (office, name, kind, province, commune, identifier, address, phone, practice, created_at)
    values (${office.office}, ${office.name}, ${office.kind}, ${office.province}, ${office.commune}, ${office.identifier}, ${office.address}, ${office.phone},
      ${office.practice}, ${at})`;
  await insertOfficeUnit(sql, { office: office.office, unit: served.unit ?? office.commune, from: served.from, to: served.to });
}

export async function listOffices(sql: Sql): Promise<Office[]> {
  return sql<Office[]>`select ${columns(sql)} from offices order by created_at, office`;
}

export async function readOffice(sql: Sql, office: string): Promise<Office | null> {
  const [row] = await sql<Office[]>`select ${columns(sql)} from offices where office = ${office}`;
  return row ?? null;
}

function columns(sql: Sql) {
  return sql`office, name, kind, province, commune, identifier, address, phone, practice`;
}

export async function insertPoint(sql: Sql, point: Point): Promise<void> {
  await sql`
    insert into points (office, point, name, place, opened_on)
    values (${point.office}, ${point.point}, ${point.name}, ${point.place}, ${point.openedOn})`;
}

export async function listPoints(sql: Sql): Promise<Point[]> {
  return sql<Point[]>`select office, point, name, place, opened_on as "openedOn" from points order by opened_on, office, point`;
}
