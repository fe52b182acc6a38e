import type { Sql } from "../database/database.ts";
import type { DossierKey } from "./dossier-log.ts";

/** What a receipt says of the way in which news comes; the receipt is that of the event with this sequence. */
export async function insertSlipNews(sql: Sql, key: DossierKey, sequence: number, words: string): Promise<void> {
  await sql`
    insert into slip_news (office, dossier, sequence, words) values (${key.office}, ${key.dossier}, ${sequence}, ${words}) on conflict do nothing`;
}

/** Null for receipts from before they said it. */
export async function readSlipNews(sql: Sql, key: DossierKey, sequence: number): Promise<string | null> {
  const [row] = await sql<{ words: string }[]>`
    select words from slip_news where office = ${key.office} and dossier = ${key.dossier} and sequence = ${sequence}`;
  return row?.words ?? null;
}
