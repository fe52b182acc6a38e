import type { Sql } from "../database/database.ts";

/** Views with a line, or several, of each dossier; dossier_facts is not among them, because tallies follow each of its changes. */
const VIEWS = [
  "dossier_list",
  "dossier_steps",
  "dossier_work",
  "dossier_files",
  "transferred_list",
  "result_list",
  "register_list",
  "paper_codes",
  "galley_list",
  "papers_due",
  "dossier_subjects",
  "duplicate_keys",
] as const;

/** Takes the lines of these dossiers away, before they are written anew in the same transaction. */
export async function takeLinesAway(sql: Sql, office: string, dossiers: readonly string[]): Promise<void> {
  const ids = [...dossiers];
  await Promise.all(VIEWS.map((view) => sql`delete from ${sql(view)} where office = ${office} and dossier = any(${ids}::uuid[])`));
  await sql`delete from question_list where asker_office = ${office} and dossier = any(${ids}::uuid[])`;
}

/** Takes lines away that no dossier of the office stands behind. */
export async function takeStrayLinesAway(sql: Sql, office: string): Promise<void> {
  const stray = sql`not exists (select from dossiers where dossiers.office = ${office} and dossiers.dossier = line.dossier)`;
  const views = [...VIEWS, "dossier_facts"];
  await Promise.all(views.map((view) => sql`delete from ${sql(view)} as line where office = ${office} and ${stray}`));
  await sql`delete from question_list as line where asker_office = ${office} and ${stray}`;
  await sql`
    delete from duplicate_verdicts as line where office = ${office} and (
      not exists (select from dossiers where office = ${office} and dossier = one) or not exists (select from dossiers where office = ${office} and dossier = other))`;
}

/** How far an office has come. */
export interface RebuildPart {
  readonly office: string;
  readonly last: string | null;
  readonly done: number;
  readonly finished: boolean;
}

/**
 * The parts of the work, some done already when it was interrupted within the last day; `afresh` begins anew in any case. After a day the program may be another one, which
 * makes views in another way.
 */
export async function beginRebuild(sql: Sql, afresh: boolean): Promise<RebuildPart[]> {
  await sql`
    delete from view_rebuilds
    where ${afresh} or not exists (select from view_rebuilds where finished_at is null) or exists (select from view_rebuilds where begun_at < now() - interval '1 day')`;
  await sql`insert into view_rebuilds (office) select office from offices on conflict do nothing`;
  return sql<RebuildPart[]>`
    select office, last_dossier as last, done, finished_at is not null as finished from view_rebuilds order by office`;
}

export async function noteRebuilt(sql: Sql, office: string, last: string, more: number): Promise<void> {
  await sql`update view_rebuilds set last_dossier = ${last}, done = done + ${more} where office = ${office}`;
}

export async function finishRebuild(sql: Sql, office: string): Promise<void> {
  await sql`update view_rebuilds set finished_at = now() where office = ${office}`;
}
