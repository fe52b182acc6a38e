import type { Sql } from "../database/database.ts";

export interface RetentionConfirmation {
  readonly name: string;
  readonly at: Date;
}

/** Confirming twice is confirming once; who was first stays. */
export async function confirmRetention(sql: Sql, office: string, table: string, by: string, at: Date): Promise<void> {
  await sql`
    insert into retention_confirmations (office, table_sha256, confirmed_by, confirmed_at) values (${office}, ${table}, ${by}, ${at})
    on conflict do nothing`;
}

export async function readConfirmation(sql: Sql, office: string, table: string): Promise<RetentionConfirmation | null> {
  const [row] = await sql<RetentionConfirmation[]>`
    select name, confirmed_at as at from retention_confirmations join staff on staff.office = retention_confirmations.office and staff = confirmed_by
    where retention_confirmations.office = ${office} and table_sha256 = ${table}`;
  return row ?? null;
}

/** The offices in which the table as it stands now was confirmed. */
export async function listConfirmedOffices(sql: Sql, table: string): Promise<string[]> {
  const rows = await sql<{ office: string }[]>`select office from retention_confirmations where table_sha256 = ${table}`;
  return rows.map(({ office }) => office);
}
