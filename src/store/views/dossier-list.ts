import type { Status } from "../../domain/dossier/status.ts";
import type { Sql } from "../database/database.ts";
import type { DossierKey } from "../records/dossier-log.ts";

/** A dossier as a list shows it. */
export interface ListedDossier extends DossierKey {
  readonly status: Status;
  readonly proposed: boolean;
  readonly procedure: string;
  readonly procedureName: string;
  readonly applicant: string;
  readonly trackingCode: string;
  readonly dossierCode: string | null;
  readonly channel: string;
  readonly dueDay: string;
  readonly dueTime: string;
}

/** The whole line. `searchAscii` is folded (no accents, small letters). */
export interface DossierLine extends ListedDossier {
  readonly searchAscii: string;
  readonly point: string | null;
  readonly lodgedAt: Date;
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
  const [line] = await sql<DossierLine[]>`
    select ${listed(sql)}, search_ascii as "searchAscii", point, lodged_at as "lodgedAt" from dossier_list where office = ${key.office} and dossier = ${key.dossier}`;
  return line ?? null;
}

/** Lines that stand together in a list: of a status, whether or not a decision is proposed, or both (undefined). */
export interface ListPart {
  readonly statuses: readonly Status[];
  readonly proposed?: boolean | undefined;
}

/** The last line of the page before, as a place to go on from. */
export interface ListPlace {
  readonly dueDay: string;
  readonly dueTime: string;
  readonly dossier: string;
}

export interface ListWish extends ListPart {
  readonly limit: number;
  /** The earliest due first, or the latest: what is over is looked at from its end. */
  readonly order: "earliest" | "latest";
  readonly after?: ListPlace | undefined;
}

/**
 * A page of an office's list. Each status is read in the order of the index as far as the page goes and no farther, so that it takes the same
 * time however many dossiers lie behind.
 */
export async function listByDue(sql: Sql, office: string, wish: ListWish): Promise<ListedDossier[]> {
  const { after, limit } = wish;
  const beyond = after
    ? sql`and (due_day, due_time, dossier) ${farther(sql, wish)} (${after.dueDay}, ${after.dueTime}, ${after.dossier})`
    : sql``;
  return sql<ListedDossier[]>`
    select line.* from unnest(${[...wish.statuses]}::text[]) as wanted (wanted_status)
      cross join unnest(${proposedOf(wish).map(String)}::text[]::boolean[]) as other (wanted_proposed)
      cross join lateral (
        select ${listed(sql)} from dossier_list where office = ${office} and status = wanted_status and proposed = wanted_proposed ${beyond}
        order by ${byDue(sql, wish)} limit ${limit}) as line
    order by ${byDue(sql, wish, "line")} limit ${limit}`;
}

/** How many lines stand in these statuses, apart by whether a result was proposed; of what is over nobody asks, for there may be any number of it. */
export async function countStanding(
  sql: Sql,
  office: string,
  statuses: readonly Status[],
): Promise<{ status: Status; proposed: boolean; n: number }[]> {
  return sql<{ status: Status; proposed: boolean; n: number }[]>`
    select status, proposed, count(*) as n from dossier_list where office = ${office} and status in ${sql([...statuses])} group by status, proposed`;
}

export function proposedOf({ proposed }: Pick<ListPart, "proposed">): boolean[] {
  return proposed === undefined ? [false, true] : [proposed];
}

export function farther(sql: Sql, { order }: Pick<ListWish, "order">) {
  return order === "earliest" ? sql`>` : sql`<`;
}

export function byDue(sql: Sql, { order }: Pick<ListWish, "order">, from: "line" | null = null) {
  const [day, time] = from === null ? [sql`due_day`, sql`due_time`] : [sql`line."dueDay"`, sql`line."dueTime"`];
  return order === "earliest" ? sql`${day}, ${time}, dossier` : sql`${day} desc, ${time} desc, dossier desc`;
}

/** What a list shows of a line: a page of sixty is read in less time without what it does not show. */
export function listed(sql: Sql) {
  return sql`office, dossier, status, proposed, procedure, procedure_name as "procedureName", applicant, tracking_code as "trackingCode",
    dossier_code as "dossierCode", channel, due_day as "dueDay", due_time as "dueTime"`;
}
