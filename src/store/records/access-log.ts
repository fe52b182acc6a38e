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

/** A look at a dossier as it is told to the person whose it is. */
export interface AccessLine {
  readonly at: Date;
  /** The title and the office of who looked; not their name. */
  readonly title: string;
  readonly what: string;
}

/** Who looked at a dossier, the latest first; looks of one person at the same thing within an hour are one. */
export async function listAccesses(sql: Sql, key: { office: string; dossier: string }, limit: number): Promise<AccessLine[]> {
  return sql<AccessLine[]>`
    select max(at) as at, case when staff.office = access_log.office then title else title || ', ' || offices.name end as title, what
    from access_log join staff on staff.staff = access_log.staff join offices on offices.office = staff.office
    where access_log.office = ${key.office} and dossier = ${key.dossier}
    group by staff.staff, staff.office, access_log.office, offices.name, title, what, date_trunc('hour', at) order by max(at) desc limit ${limit}`;
}
