import type { Status } from "../../domain/dossier/status.ts";
import type { Sql } from "../database/database.ts";
import type { DossierKey } from "../records/dossier-log.ts";
import type { DossierLine, ListPlace } from "./dossier-list.ts";

/** What narrows a list of work. Days are YYYY-MM-DD, both with the list; `words` are folded, and all must be there. */
export interface ListFilter {
  readonly statuses: readonly Status[];
  readonly proposed?: boolean | undefined;
  readonly words: readonly string[];
  /** An officer's; null for nobody's; undefined for anybody's. */
  readonly owner?: string | null | undefined;
  readonly procedure?: string | undefined;
  readonly channel?: string | undefined;
  readonly point?: string | undefined;
  readonly dueFrom?: string | undefined;
  readonly dueTo?: string | undefined;
  /** Only those that wait for somebody's answer. */
  readonly asked?: boolean | undefined;
}

/** The lines of an office that fit, the earliest due first. */
export async function listChosen(
  sql: Sql,
  office: string,
  filter: ListFilter,
  limit: number,
  after: ListPlace | undefined,
): Promise<DossierLine[]> {
  return sql<DossierLine[]>`
    select line.office, line.dossier, status, proposed, procedure, procedure_name as "procedureName", applicant, search_ascii as "searchAscii",
      tracking_code as "trackingCode", dossier_code as "dossierCode", channel, point, lodged_at as "lodgedAt", due_day as "dueDay", due_time as "dueTime"
    from dossier_list line left join dossier_work work using (office, dossier)
    where ${fits(sql, office, filter)}
      ${after ? sql`and (due_day, due_time, line.dossier) > (${after.dueDay}::date, ${after.dueTime}, ${after.dossier}::uuid)` : sql``}
    order by due_day, due_time, line.dossier limit ${limit}`;
}

/** The dossiers before and behind this one in the list, whether it still stands in it or not. */
export async function neighbours(
  sql: Sql,
  filter: ListFilter,
  line: DossierKey & { readonly dueDay: string; readonly dueTime: string },
): Promise<{ before: string | null; after: string | null }> {
  const place = sql`(${line.dueDay}::date, ${line.dueTime}::text, ${line.dossier}::uuid)`;
  const [[before], [after]] = await Promise.all([
    sql<{ dossier: string }[]>`
      select line.dossier from dossier_list line left join dossier_work work using (office, dossier)
      where ${fits(sql, line.office, filter)} and (due_day, due_time, line.dossier) < ${place}
      order by due_day desc, due_time desc, line.dossier desc limit 1`,
    sql<{ dossier: string }[]>`
      select line.dossier from dossier_list line left join dossier_work work using (office, dossier)
      where ${fits(sql, line.office, filter)} and (due_day, due_time, line.dossier) > ${place}
      order by due_day, due_time, line.dossier limit 1`,
  ]);
  return { before: before?.dossier ?? null, after: after?.dossier ?? null };
}

/** What somebody sees at a glance of their office's open work. `today` and `soon` are YYYY-MM-DD. */
export async function countGlance(
  sql: Sql,
  office: string,
  who: { readonly staff: string; readonly statuses: readonly Status[] },
  today: string,
  soon: string,
): Promise<{ late: number; soon: number; mine: number; nobodys: number; asked: number }> {
  const [row] = await sql<{ late: number; soon: number; mine: number; nobodys: number; asked: number }[]>`
    select count(*) filter (where due_day < ${today} and status not in ('supplement-requested', 'fee-due')) as late,
      count(*) filter (where due_day >= ${today} and due_day <= ${soon} and status not in ('supplement-requested', 'fee-due')) as soon,
      count(*) filter (where owner = ${who.staff}) as mine,
      count(*) filter (where owner is null) as nobodys,
      count(*) filter (where asked > 0) as asked
    from dossier_list line left join dossier_work work using (office, dossier)
    where line.office = ${office} and status in ${sql([...who.statuses])}`;
  return row ?? { late: 0, soon: 0, mine: 0, nobodys: 0, asked: 0 };
}

/** The procedures of which an office has dossiers in these statuses. */
export async function listProcedures(sql: Sql, office: string, statuses: readonly Status[]): Promise<{ code: string; name: string }[]> {
  return sql<{ code: string; name: string }[]>`
    select procedure as code, min(procedure_name) as name from dossier_list
    where office = ${office} and status in ${sql([...statuses])} group by procedure order by name`;
}

function fits(sql: Sql, office: string, filter: ListFilter) {
  return sql`line.office = ${office} and status in ${sql([...filter.statuses])}
    ${filter.proposed === undefined ? sql`` : sql`and proposed = ${filter.proposed}`}
    ${filter.owner === undefined ? sql`` : filter.owner === null ? sql`and owner is null` : sql`and owner = ${filter.owner}`}
    ${filter.procedure === undefined ? sql`` : sql`and procedure = ${filter.procedure}`}
    ${filter.channel === undefined ? sql`` : sql`and channel = ${filter.channel}`}
    ${filter.point === undefined ? sql`` : sql`and point = ${filter.point}`}
    ${filter.dueFrom === undefined ? sql`` : sql`and due_day >= ${filter.dueFrom}`}
    ${filter.dueTo === undefined ? sql`` : sql`and due_day <= ${filter.dueTo}`}
    ${filter.asked ? sql`and asked > 0` : sql``}
    ${filter.words.length === 0 ? sql`` : sql`and search_ascii like all (${filter.words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`)})`}`;
}
