import type { Sql } from "../database/database.ts";

/** A search over all dossiers of an office: who and why, never for what. */
export interface DossierSearch {
  readonly office: string;
  readonly search: string;
  readonly staff: string;
  readonly reason: string;
  readonly words: string;
  readonly found: number;
}

export async function insertSearch(sql: Sql, search: DossierSearch, at: Date): Promise<void> {
  await sql`
    insert into dossier_searches (office, search, at, staff, reason, words, found)
    values (${search.office}, ${search.search}, ${at}, ${search.staff}, ${search.reason}, ${search.words}, ${search.found})`;
}
