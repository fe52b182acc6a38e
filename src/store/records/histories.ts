import type { Sql } from "../database/database.ts";

/** Begins to write an office's past down; `false` when that was begun before. */
export async function beginHistory(sql: Sql, office: string, at: Date): Promise<boolean> {
  const rows = await sql`insert into histories (office, begun_at) values (${office}, ${at}) on conflict do nothing returning 1`;
  return rows.length === 1;
}

export async function endHistory(sql: Sql, office: string, at: Date): Promise<void> {
  await sql`update histories set done_at = ${at} where office = ${office}`;
}

/** The offices whose past is not whole yet. */
export async function unfinishedHistories(sql: Sql): Promise<string[]> {
  const rows = await sql<{ office: string }[]>`select office from histories where done_at is null`;
  return rows.map(({ office }) => office);
}
