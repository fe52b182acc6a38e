import type { Sql } from "../database/database.ts";
import type { DossierKey } from "./dossier-log.ts";

/** A line of a register (sổ): its number of that year, what it is about, and the result that was issued for it. */
export interface RegisterEntry {
  readonly register: string;
  readonly year: number;
  readonly number: number;
  readonly resultCode: string;
  readonly subject: string;
}

export async function insertRegisterEntry(sql: Sql, key: DossierKey, entry: RegisterEntry, at: Date): Promise<void> {
  await sql`
    insert into register_entries (office, register, year, number, dossier, result_code, subject, entered_at)
    values (${key.office}, ${entry.register}, ${entry.year}, ${entry.number}, ${key.dossier}, ${entry.resultCode}, ${entry.subject}, ${at})`;
}

/** Whom or what an entry is about, by the code of its paper. */
export async function readEntrySubject(sql: Sql, office: string, dossier: string, resultCode: string): Promise<string> {
  const [row] = await sql<{ subject: string }[]>`
    select subject from register_entries where office = ${office} and dossier = ${dossier} and result_code = ${resultCode}`;
  return row?.subject ?? "";
}
