import type { Sql } from "../database/database.ts";

/** Who of the staff looked at or fetched what of whose dossier. */
export interface Access {
  readonly office: string;
  readonly access: string;
  readonly staff: string;
  readonly dossier: string;
  /** "dossier", "paper:giay-chung-sinh", "result" … */
  readonly what: string;
}

export async function insertAccess(sql: Sql, access: Access, at: Date): Promise<void> {
  await sql`
    insert into access_log (office, access, at, staff, dossier, what)
    values (${access.office}, ${access.access}, ${at}, ${access.staff}, ${access.dossier}, ${access.what})`;
}
