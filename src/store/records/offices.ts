import type { OfficeKind } from "../../domain/catalogue/procedure.ts";
import type { Sql } from "../database/database.ts";

export interface Office {
  readonly office: string;
  readonly name: string;
  readonly kind: OfficeKind;
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

export async function insertOffice(sql: Sql, office: Office, at: Date): Promise<void> {
  await sql`
    insert into offices (office, name, kind, province, commune, identifier, address, phone, practice, created_at)
    values (${office.office}, ${office.name}, ${office.kind}, ${office.province}, ${office.commune}, ${office.identifier}, ${office.address}, ${office.phone},
      ${office.practice}, ${at})`;
}

export async function listOffices(sql: Sql): Promise<Office[]> {
  return sql<Office[]>`
    select office, name, kind, province, commune, identifier, address, phone, practice from offices order by created_at, office`;
}

export async function insertPoint(sql: Sql, point: Point): Promise<void> {
  await sql`
    insert into points (office, point, name, place, opened_on)
    values (${point.office}, ${point.point}, ${point.name}, ${point.place}, ${point.openedOn})`;
}

export async function listPoints(sql: Sql): Promise<Point[]> {
  return sql<Point[]>`select office, point, name, place, opened_on as "openedOn" from points order by opened_on, office, point`;
}
