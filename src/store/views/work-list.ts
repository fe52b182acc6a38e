import type { Status } from "../../domain/dossier/status.ts";
import type { Sql } from "../database/database.ts";
import type { DossierKey } from "../records/dossier-log.ts";
import { byDue, farther, type ListedDossier, type ListPlace, listed, proposedOf } from "./dossier-list.ts";
import { areRare, codeBegins, codeMet, filledOnAWalk, holdsGrams, holdsWords, soughtCode, yearOfCode } from "./words.ts";

/** What narrows a list of work. Days are YYYY-MM-DD, both with the list; `words` are folded, and all must be there. */
export interface ListFilter {
  readonly statuses: readonly Status[];
  readonly proposed?: boolean | undefined;
  /** The earliest due first, for what is open; the latest, for what is over. */
  readonly order: "earliest" | "latest";
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

/** Most of what is over fits: two or three pages of codes fill one of the list. */
const CODED_LINES = 200;
/** "-26" */
const YEAR_OF_CODE = 3;
/** "-2601" */
const MONTH_OF_CODE = 5;

/**
 * The lines of an office that fit, in the order of the list. What is open is little, and read in the order of its index. What is over may be all that the office ever did:
 * a short walk from its end fills the page for most filters; words that it does not meet often enough are rare, and found over their index.
 */
export async function listChosen(
  sql: Sql,
  office: string,
  filter: ListFilter,
  limit: number,
  after: ListPlace | undefined,
): Promise<ListedDossier[]> {
  if (filter.order === "earliest") return inBranches(sql, office, filter, limit, after);
  const code = await soughtCode(sql, office, filter.words);
  if (code !== null) return overCodes(sql, office, filter, code, limit, after);
  const met = areRare(filter.words) ? null : await filledOnAWalk(limit, (lines) => walk(sql, office, filter, limit, after, lines));
  if (met !== null) return met;
  return filter.words.length > 0 ? overWords(sql, office, filter, limit, after) : inBranches(sql, office, filter, limit, after);
}

/** Each status in the order of its index, as far as the page goes. */
function inBranches(sql: Sql, office: string, filter: ListFilter, limit: number, after: ListPlace | undefined): Promise<ListedDossier[]> {
  return sql<ListedDossier[]>`
    select line.* from unnest(${[...filter.statuses]}::text[]) as wanted (wanted_status)
      cross join unnest(${proposedOf(filter).map(String)}::text[]::boolean[]) as other (wanted_proposed)
      cross join lateral (
        select ${listed(sql)} from dossier_list left join dossier_work using (office, dossier)
        where office = ${office} and status = wanted_status and proposed = wanted_proposed and ${narrowed(sql, filter)} ${beyond(sql, filter, after)}
        order by ${byDue(sql, filter)} limit ${limit}) as line
    order by ${byDue(sql, filter, "line")} limit ${limit}`;
}

/** Over lines of these statuses in the order of due days; that they are so many the planner must not see, or it would gather all of them and sort. */
function walk(
  sql: Sql,
  office: string,
  filter: ListFilter,
  limit: number,
  after: ListPlace | undefined,
  lines: number,
): Promise<ListedDossier[]> {
  return sql<ListedDossier[]>`
    select ${listed(sql)} from (
      select * from dossier_list where office = ${office} and case when ${ofStatus(sql, filter)} then true else false end ${beyond(sql, filter, after)}
      order by ${byDue(sql, filter)} limit ${lines}) last
    left join dossier_work using (office, dossier)
    where ${narrowed(sql, filter)} order by ${byDue(sql, filter)} limit ${limit}`;
}

/** Those whose code begins so. Of a year they stand in the order of due days in an index of their own, of years together in that of all due days; of a month or a day they are few, and sorted. */
async function overCodes(
  sql: Sql,
  office: string,
  filter: ListFilter,
  code: string,
  limit: number,
  after: ListPlace | undefined,
): Promise<ListedDossier[]> {
  const { of, first } = coding(sql, code);
  const found: ListedDossier[] = [];
  for (let place = after; found.length < limit; ) {
    const begun = await sql<(ListedDossier & { fits: boolean })[]>`
      with coded as materialized (
        select office, dossier from dossier_list
        where office = ${office} and ${of} ${beyond(sql, filter, place)} order by ${first} ${byDue(sql, filter)} limit ${CODED_LINES})
      select ${listed(sql)}, (${ofStatus(sql, filter)} and ${narrowed(sql, filter)}) as fits
      from coded join dossier_list using (office, dossier) left join dossier_work using (office, dossier) order by ${byDue(sql, filter)}`;
    for (const { fits, ...line } of begun) if (fits) found.push(line);
    place = begun.at(-1);
    if (begun.length < CODED_LINES) break;
  }
  return found.slice(0, limit);
}

/** Which lines are of such codes, and what comes before the day in their order: asked for a range, though of one year, the planner goes by the index of years. */
function coding(sql: Sql, code: string) {
  if (code.length >= MONTH_OF_CODE) return { of: codeBegins(sql, code), first: sql`` };
  if (code.length < YEAR_OF_CODE) return { of: codeMet(sql, code), first: sql`` };
  const year = code.slice(0, YEAR_OF_CODE);
  return { of: sql`${yearOfCode(sql)} between ${year} and ${year} and ${codeMet(sql, code)}`, first: sql`${yearOfCode(sql)} desc,` };
}

function overWords(sql: Sql, office: string, filter: ListFilter, limit: number, after: ListPlace | undefined): Promise<ListedDossier[]> {
  return sql<ListedDossier[]>`
    with held as materialized (select * from dossier_list where ${holdsGrams(sql, office, filter.words)})
    select ${listed(sql)} from held left join dossier_work using (office, dossier)
    where office = ${office} and ${ofStatus(sql, filter)} and ${narrowed(sql, filter)} ${beyond(sql, filter, after)}
    order by ${byDue(sql, filter)} limit ${limit}`;
}

/** The dossiers before and behind this one in the list, whether it still stands in it or not. */
export async function neighbours(
  sql: Sql,
  filter: ListFilter,
  line: DossierKey & { readonly dueDay: string; readonly dueTime: string },
): Promise<{ before: string | null; after: string | null }> {
  const backwards: ListFilter = { ...filter, order: filter.order === "earliest" ? "latest" : "earliest" };
  const [[before], [after]] = await Promise.all([
    inBranches(sql, line.office, backwards, 1, line),
    inBranches(sql, line.office, filter, 1, line),
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
    select late, soon, mine, nobodys, asked from (
      select count(*) filter (where due_day < ${today}) as late, count(*) filter (where due_day >= ${today} and due_day <= ${soon}) as soon
      from dossier_list where office = ${office} and status in ${sql([...who.statuses])} and status not in ('supplement-requested', 'fee-due')
    ) as due cross join (
      select count(*) filter (where owner = ${who.staff}) as mine, count(*) filter (where owner is null) as nobodys, count(*) filter (where asked > 0) as asked
      from dossier_work where office = ${office} and open
    ) as work`;
  return row ?? { late: 0, soon: 0, mine: 0, nobodys: 0, asked: 0 };
}

/** The procedures of which an office has dossiers in these statuses. */
export async function listProcedures(sql: Sql, office: string, statuses: readonly Status[]): Promise<{ code: string; name: string }[]> {
  return sql<{ code: string; name: string }[]>`
    select procedure as code, min(procedure_name) as name from dossier_list
    where office = ${office} and status in ${sql([...statuses])} group by procedure order by name`;
}

function beyond(sql: Sql, filter: ListFilter, place: ListPlace | undefined) {
  if (!place) return sql``;
  return sql`and (due_day, due_time, dossier) ${farther(sql, filter)} (${place.dueDay}::date, ${place.dueTime}::text, ${place.dossier}::uuid)`;
}

function ofStatus(sql: Sql, filter: ListFilter) {
  return sql`status in ${sql([...filter.statuses])} and proposed in ${sql(proposedOf(filter))}`;
}

function narrowed(sql: Sql, filter: ListFilter) {
  return sql`true
    ${filter.owner === undefined ? sql`` : filter.owner === null ? sql`and owner is null` : sql`and owner = ${filter.owner}`}
    ${filter.procedure === undefined ? sql`` : sql`and procedure = ${filter.procedure}`}
    ${filter.channel === undefined ? sql`` : sql`and channel = ${filter.channel}`}
    ${filter.point === undefined ? sql`` : sql`and point = ${filter.point}`}
    ${filter.dueFrom === undefined ? sql`` : sql`and due_day >= ${filter.dueFrom}`}
    ${filter.dueTo === undefined ? sql`` : sql`and due_day <= ${filter.dueTo}`}
    ${filter.asked ? sql`and asked > 0` : sql``}
    ${filter.words.length === 0 ? sql`` : sql`and ${holdsWords(sql, filter.words)}`}`;
}
