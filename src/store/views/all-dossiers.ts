import type { Status } from "../../domain/dossier/status.ts";
import type { Sql } from "../database/database.ts";
import type { DossierKey } from "../records/dossier-log.ts";
import { areRare, behindOffice, codeBegins, filledOnAWalk, holdsGrams, holdsWords, soughtCode } from "./words.ts";

/** A dossier that was found, whether it is open, over, or was handed on (`toName`). */
export interface FoundDossier extends DossierKey {
  readonly applicant: string;
  readonly procedureName: string;
  readonly code: string;
  readonly status: Status | null;
  readonly toName: string | null;
  readonly at: Date;
}

/**
 * All dossiers of an office, open, over or handed on, that hold all these folded words; the newest first, `limit` at most. Words that many dossiers hold fill the page
 * on a short walk from the newest on; those that do not are held by few, and found over the index of words. The beginning of a code is looked up among the codes, the latest
 * first. Either way the work has an end.
 */
export async function findEverywhere(sql: Sql, office: string, words: readonly string[], limit: number): Promise<FoundDossier[]> {
  const [own, handedOn] = await Promise.all([findOwn(sql, office, words, limit), findHandedOn(sql, office, words, limit)]);
  return [...own, ...handedOn].sort(newestFirst).slice(0, limit);
}

async function findOwn(sql: Sql, office: string, words: readonly string[], limit: number): Promise<FoundDossier[]> {
  const code = await soughtCode(sql, office, words);
  if (code !== null) return findCoded(sql, office, words, code, limit);
  const met = areRare(words) ? null : await filledOnAWalk(limit, (lines) => walk(sql, office, words, limit, lines));
  if (met !== null) return met;
  return sql<FoundDossier[]>`
    with held as materialized (select * from dossier_list where ${holdsGrams(sql, office, words)})
    select ${own(sql)} from held where office = ${office} and ${holdsWords(sql, words)}
    order by lodged_at desc, dossier limit ${limit}`;
}

/** In the order of codes, as far as the page goes: nearly all whose code begins so hold the words, which the planner would not believe. */
function findCoded(sql: Sql, office: string, words: readonly string[], code: string, limit: number): Promise<FoundDossier[]> {
  return sql<FoundDossier[]>`
    select ${own(sql)} from dossier_list
    where office = ${office} and ${codeBegins(sql, code)} and (case when ${holdsWords(sql, words)} then true else false end)
    order by ${behindOffice(sql)} desc limit ${limit}`;
}

function walk(sql: Sql, office: string, words: readonly string[], limit: number, lines: number): Promise<FoundDossier[]> {
  return sql<FoundDossier[]>`
    select ${own(sql)} from (select * from dossier_list where office = ${office} order by lodged_at desc, dossier limit ${lines}) newest
    where ${holdsWords(sql, words)} order by lodged_at desc, dossier limit ${limit}`;
}

function findHandedOn(sql: Sql, office: string, words: readonly string[], limit: number): Promise<FoundDossier[]> {
  return sql<FoundDossier[]>`
    select office, dossier, applicant, procedure_name as "procedureName", coalesce(dossier_code, tracking_code) as code, null as status,
      to_name as "toName", transferred_at as at
    from transferred_list where office = ${office} and ${holdsGrams(sql, office, words)} and ${holdsWords(sql, words)}
    order by transferred_at desc, dossier limit ${limit}`;
}

function own(sql: Sql) {
  return sql`office, dossier, applicant, procedure_name as "procedureName", coalesce(dossier_code, tracking_code) as code, status,
    null::text as "toName", lodged_at as at`;
}

function newestFirst(one: FoundDossier, other: FoundDossier): number {
  return other.at.getTime() - one.at.getTime() || (one.dossier < other.dossier ? -1 : 1);
}
