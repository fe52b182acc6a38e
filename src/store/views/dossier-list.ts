import type { Status } from "../../domain/dossier/status.ts";
import type { Sql } from "../database/database.ts";
import type { DossierKey } from "../records/dossier-log.ts";

/** A dossier as a line of a list. `searchAscii` is folded (no accents, small letters). */
export interface DossierLine extends DossierKey {
  readonly status: Status;
  readonly proposed: boolean;
  readonly procedure: string;
  readonly procedureName: string;
  readonly applicant: string;
  readonly searchAscii: string;
  readonly trackingCode: string;
  readonly dossierCode: string | null;
  readonly channel: string;
  readonly point: string | null;
  readonly lodgedAt: Date;
  readonly dueDay: string;
  readonly dueTime: string;
}

/** Writes the line anew; called in the transaction of every event, and when the view is rebuilt. */
export async function putDossierLine(sql: Sql, line: DossierLine): Promise<void> {
  await sql`
    insert into dossier_list (office, dossier, status, proposed, procedure, procedure_name, applicant, search_ascii, tracking_code, dossier_code, channel, point,
      lodged_at, due_day, due_time)
    values (${line.office}, ${line.dossier}, ${line.status}, ${line.proposed}, ${line.procedure}, ${line.procedureName}, ${line.applicant}, ${line.searchAscii},
      ${line.trackingCode}, ${line.dossierCode}, ${line.channel}, ${line.point}, ${line.lodgedAt}, ${line.dueDay}, ${line.dueTime})
    on conflict (office, dossier) do update set
      status = excluded.status, proposed = excluded.proposed, search_ascii = excluded.search_ascii, dossier_code = excluded.dossier_code,
      due_day = excluded.due_day, due_time = excluded.due_time`;
}

/** Takes a line out: the dossier went on at another office, and is counted there. */
export async function takeDossierLineAway(sql: Sql, key: DossierKey): Promise<void> {
  await sql`delete from dossier_list where office = ${key.office} and dossier = ${key.dossier}`;
}

export async function readDossierLine(sql: Sql, key: DossierKey): Promise<DossierLine | null> {
  const [line] = await sql<
    DossierLine[]
  >`select ${columns(sql)} from dossier_list where office = ${key.office} and dossier = ${key.dossier}`;
  return line ?? null;
}

/** The lines of an office in these statuses, the earliest due first; `words` (folded) narrows to lines that hold all of them. */
export async function listByDue(
  sql: Sql,
  office: string,
  filter: { statuses: readonly Status[]; proposed?: boolean | undefined; words: string; limit: number; offset: number },
): Promise<DossierLine[]> {
  return sql<DossierLine[]>`
    select ${columns(sql)} from dossier_list
    where office = ${office} and status in ${sql([...filter.statuses])}
      ${filter.proposed === undefined ? sql`` : sql`and proposed = ${filter.proposed}`}
      ${filter.words === "" ? sql`` : sql`and search_ascii like ${`%${filter.words.replace(/[\\%_]/g, "\\$&")}%`}`}
    order by due_day, due_time, dossier limit ${filter.limit} offset ${filter.offset}`;
}

/** How many dossiers of an office stand in each status; `proposed` ones are counted as a status of their own. */
export async function countByStatus(sql: Sql, office: string): Promise<{ status: Status; proposed: boolean; count: number }[]> {
  return sql<{ status: Status; proposed: boolean; count: number }[]>`
    select status, proposed, count(*) from dossier_list where office = ${office} group by status, proposed`;
}

export async function clearDossierList(sql: Sql, office: string): Promise<void> {
  await sql`delete from dossier_list where office = ${office}`;
}

function columns(sql: Sql) {
  return sql`office, dossier, status, proposed, procedure, procedure_name as "procedureName", applicant, search_ascii as "searchAscii",
    tracking_code as "trackingCode", dossier_code as "dossierCode", channel, point, lodged_at as "lodgedAt", due_day as "dueDay", due_time as "dueTime"`;
}
