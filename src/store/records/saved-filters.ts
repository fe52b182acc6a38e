import type { Sql } from "../database/database.ts";

/** A choice of a list that somebody keeps under a name. */
export interface SavedFilter<Choice> {
  readonly filter: string;
  readonly name: string;
  readonly choice: Choice;
}

interface Whose {
  readonly office: string;
  readonly staff: string;
}

export async function insertFilter<Choice extends object>(sql: Sql, whose: Whose, saved: SavedFilter<Choice>, at: Date): Promise<void> {
  await sql`
    insert into saved_filters (office, staff, filter, name, choice, created_at)
    values (${whose.office}, ${whose.staff}, ${saved.filter}, ${saved.name}, ${sql.json(saved.choice as never)}, ${at}) on conflict do nothing`;
}

export async function listFilters<Choice>(sql: Sql, whose: Whose): Promise<SavedFilter<Choice>[]> {
  return sql<SavedFilter<Choice>[]>`
    select filter, name, choice from saved_filters where office = ${whose.office} and staff = ${whose.staff} order by created_at, filter`;
}

export async function deleteFilter(sql: Sql, whose: Whose, filter: string): Promise<boolean> {
  const rows =
    await sql`delete from saved_filters where office = ${whose.office} and staff = ${whose.staff} and filter = ${filter} returning 1`;
  return rows.length === 1;
}
