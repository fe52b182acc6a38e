import type { Sql } from "../database/database.ts";
import type { DossierKey } from "../records/dossier-log.ts";

/** Writes down which bytes of the content store belong to the dossier; those that are known stay. */
export async function putDossierFiles(sql: Sql, key: DossierKey, hashes: readonly string[]): Promise<void> {
  if (hashes.length === 0) return;
  await sql`
    insert into dossier_files (office, dossier, sha256)
    select ${key.office}, ${key.dossier}, sha256 from unnest(${[...new Set(hashes)]}::text[]) as file (sha256) on conflict do nothing`;
}

/** The dossier holds these bytes no more. */
export async function dropDossierFiles(sql: Sql, key: DossierKey, hashes: readonly string[]): Promise<void> {
  await sql`delete from dossier_files where office = ${key.office} and dossier = ${key.dossier} and sha256 = any(${[...hashes]})`;
}
