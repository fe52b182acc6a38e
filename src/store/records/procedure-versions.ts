import { type Procedure, procedureSchema } from "../../domain/catalogue/procedure.ts";
import type { Sql } from "../database/database.ts";

/** A version of a procedure that was published here. */
export interface PublishedVersion {
  readonly office: string;
  readonly procedure: string;
  readonly version: string;
  readonly validFrom: string;
  readonly changes: readonly string[];
  readonly publishedAt: Date;
  readonly withdrawnAt: Date | null;
}

export async function insertVersion(
  sql: Sql,
  office: string,
  body: Procedure,
  by: { readonly staff: string; readonly changes: readonly string[] },
  at: Date,
): Promise<void> {
  await sql`
    insert into procedure_versions (office, procedure, version, valid_from, body, changes, published_by, published_at)
    values (${office}, ${body.code}, ${body.version}, ${body.validFrom}, ${sql.json(body as never)}, ${[...by.changes]}, ${by.staff}, ${at})`;
}

/** Takes back a version that has not begun on `today`; `false` when it has, or is not there, or was taken back already. */
export async function withdrawVersion(
  sql: Sql,
  office: string,
  version: { readonly procedure: string; readonly version: string },
  today: string,
  at: Date,
): Promise<boolean> {
  const rows = await sql`
    update procedure_versions set withdrawn_at = ${at}
    where office = ${office} and procedure = ${version.procedure} and version = ${version.version} and valid_from > ${today} and withdrawn_at is null
    returning 1`;
  return rows.length === 1;
}

/** The versions that an office published of a procedure, the newest first. */
export async function listVersions(sql: Sql, procedure: string): Promise<PublishedVersion[]> {
  return sql<PublishedVersion[]>`
    select office, procedure, version, valid_from as "validFrom", changes, published_at as "publishedAt", withdrawn_at as "withdrawnAt"
    from procedure_versions where procedure = ${procedure} order by valid_from desc, published_at desc`;
}

/** The names of every version that counts, the one published last first, and of the previews. */
export async function listVersionNames(sql: Sql): Promise<{ version: string; preview: boolean }[]> {
  return sql<{ version: string; preview: boolean }[]>`
    select version, preview from (
      select version, false as preview, published_at as at from procedure_versions where withdrawn_at is null
      union all select version, true, made_at from procedure_previews) as known
    order by at desc`;
}

/**
 * What these versions and previews say. Bodies are read by the schema of today: it must go on reading what it once read (decision 54); of one that it does
 * not read there is null.
 */
export async function readBodies(sql: Sql, versions: readonly string[]): Promise<{ version: string; body: Procedure | null }[]> {
  if (versions.length === 0) return [];
  const rows = await sql<{ version: string; body: unknown }[]>`
    select version, body from procedure_versions where version = any(${[...versions]})
    union all select version, body from procedure_previews where version = any(${[...versions]})`;
  return rows.map(({ version, body }) => ({ version, body: procedureSchema.safeParse(body).data ?? null }));
}

export async function insertPreview(sql: Sql, office: string, body: Procedure, at: Date): Promise<void> {
  await sql`
    insert into procedure_previews (office, procedure, version, body, made_at)
    values (${office}, ${body.code}, ${body.version}, ${sql.json(body as never)}, ${at})`;
}

export async function deleteOldPreviews(sql: Sql, before: Date): Promise<void> {
  await sql`delete from procedure_previews where made_at < ${before}`;
}
