import type { Subject } from "../../domain/duplicates/subject.ts";
import type { Sql } from "../database/database.ts";
import type { DossierKey } from "../records/dossier-log.ts";

/** Writes what a dossier is about, and its keys, anew. */
export async function putSubject(sql: Sql, key: DossierKey, subject: Subject, keys: readonly string[]): Promise<void> {
  await sql`
    insert into dossier_subjects (office, dossier, kind, subject) values (${key.office}, ${key.dossier}, ${subject.kind}, ${sql.json(subject as never)})
    on conflict (office, dossier) do update set kind = excluded.kind, subject = excluded.subject`;
  await sql`delete from duplicate_keys where office = ${key.office} and dossier = ${key.dossier}`;
  await sql`
    insert into duplicate_keys (office, kind, key, dossier)
    select ${key.office}, ${subject.kind}, key, ${key.dossier} from unnest(${[...keys]}::text[]) as given (key)`;
}

/** Dossiers of the office that are about a thing of the kind and share a key, the newest first (ids are in the order of time). */
export async function findSubjects(
  sql: Sql,
  { office, dossier }: DossierKey,
  kind: string,
  keys: readonly string[],
  limit: number,
): Promise<{ dossier: string; subject: Subject }[]> {
  return sql<{ dossier: string; subject: Subject }[]>`
    select dossier, subject from dossier_subjects
    where office = ${office} and dossier in (
      select distinct candidate.dossier from unnest(${[...keys]}::text[]) as wanted (wanted_key)
        cross join lateral (
          select dossier from duplicate_keys where office = ${office} and kind = ${kind} and key = wanted_key order by dossier desc limit ${limit}) as candidate)
      and dossier <> ${dossier}
    order by dossier desc limit ${limit}`;
}

/** What somebody said of a pair. */
export interface Verdict {
  readonly other: string;
  readonly same: boolean;
  readonly reason: string;
}

/** What is said first of a pair stands; `false` when something was said before. */
export async function putVerdict(sql: Sql, { office, dossier }: DossierKey, { other, same, reason }: Verdict): Promise<boolean> {
  const [one, two] = [dossier, other].sort();
  const rows = await sql`
    insert into duplicate_verdicts (office, one, other, same, reason) values (${office}, ${one ?? ""}, ${two ?? ""}, ${same}, ${reason})
    on conflict do nothing returning 1`;
  return rows.length === 1;
}

/** What was said of the dossier and others. */
export async function listVerdicts(sql: Sql, { office, dossier }: DossierKey): Promise<Verdict[]> {
  return sql<Verdict[]>`
    select other, same, reason from duplicate_verdicts where office = ${office} and one = ${dossier}
    union all select one as other, same, reason from duplicate_verdicts where office = ${office} and other = ${dossier}`;
}

/** Takes away what was said of these pairs, before it is written anew. */
export async function dropVerdicts(sql: Sql, { office, dossier }: DossierKey, verdicts: readonly Verdict[]): Promise<void> {
  for (const { other } of verdicts) {
    const [one, two] = [dossier, other].sort();
    await sql`delete from duplicate_verdicts where office = ${office} and one = ${one ?? ""} and other = ${two ?? ""}`;
  }
}
