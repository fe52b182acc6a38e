import type { Sql } from "../database/database.ts";

/** Who of the staff looked at or fetched what of whose dossier. */
export interface Access {
  readonly office: string;
  readonly access: string;
  /** None for the person themselves, who fetched a copy of what is kept of them. */
  readonly staff: string | null;
  /** None for a search, which is of no one dossier. */
  readonly dossier: string | null;
  /** "dossier", "paper:giay-chung-sinh", "pdf:result", "print:slip:receipt", "export", "search:asked" …; in words in operations/dossiers/looks.ts. */
  readonly what: string;
  /** Why somebody searched, in their words; no name of who was searched for. */
  readonly reason?: string;
}

export async function insertAccess(sql: Sql, access: Access, at: Date): Promise<void> {
  await sql`
    insert into access_log (office, access, at, staff, dossier, what, reason)
    values (${access.office}, ${access.access}, ${at}, ${access.staff}, ${access.dossier}, ${access.what}, ${access.reason ?? null})`;
}

/** Many looks at once, with one statement. */
export async function insertAccesses(sql: Sql, accesses: readonly Access[], at: Date): Promise<void> {
  if (accesses.length === 0) return;
  const all = <Value>(of: (access: Access) => Value) => accesses.map(of);
  // the same words for any number of them, so that the server reads the statement once
  await sql`
    insert into access_log (office, access, at, staff, dossier, what, reason)
    select office, access, ${at}, staff, dossier, what, reason
    from unnest(${all(({ office }) => office)}::text[], ${all(({ access }) => access)}::uuid[], ${all(({ staff }) => staff)}::uuid[],
      ${all(({ dossier }) => dossier)}::uuid[], ${all(({ what }) => what)}::text[], ${all(({ reason = null }) => reason)}::text[])
      as looks (office, access, staff, dossier, what, reason)`;
}

/** A look at a dossier as it is told to the person whose it is. */
export interface AccessLine {
  readonly at: Date;
  /** The title of who looked, not their name; none for the person themselves. */
  readonly title: string | null;
  /** Their name, for the office itself. */
  readonly name: string | null;
  readonly what: string;
  /** How often within that hour. */
  readonly times: number;
}

/** Who looked at a dossier, the latest first; looks of one person at the same thing within an hour are one. */
export async function listAccesses(sql: Sql, key: { office: string; dossier: string }, limit: number): Promise<AccessLine[]> {
  return sql<AccessLine[]>`
    select max(at) as at, case when staff.office = access_log.office then title else title || ', ' || offices.name end as title,
      staff.name, what, count(*)::int as times
    from access_log left join staff on staff.staff = access_log.staff left join offices on offices.office = staff.office
    where access_log.office = ${key.office} and dossier = ${key.dossier}
    group by staff.staff, staff.office, access_log.office, offices.name, staff.name, title, what, date_trunc('hour', at) order by max(at) desc limit ${limit}`;
}
