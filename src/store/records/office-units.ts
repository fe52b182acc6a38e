import type { Sql } from "../database/database.ts";

/** Which unit an office served, from which day to which (YYYY-MM-DD; null: still). */
export interface OfficeUnit {
  readonly office: string;
  readonly unit: string;
  readonly from: string;
  readonly to: string | null;
}

export async function insertOfficeUnit(sql: Sql, served: OfficeUnit): Promise<void> {
  await sql`
    insert into office_units (office, unit, valid_from, valid_to) values (${served.office}, ${served.unit}, ${served.from}, ${served.to})
    on conflict (office, unit, valid_from) do update set valid_to = excluded.valid_to`;
}

export async function listOfficeUnits(sql: Sql): Promise<OfficeUnit[]> {
  return sql<OfficeUnit[]>`select office, unit, valid_from as from, valid_to as to from office_units order by office, valid_from`;
}
