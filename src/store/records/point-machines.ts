import type { Sql } from "../database/database.ts";

/** A browser that stands at a point, known by a cookie of its own. */
export async function insertMachine(
  sql: Sql,
  machine: { office: string; machine: string; point: string; tokenHash: Uint8Array; addedBy: string },
  at: Date,
): Promise<void> {
  await sql`
    insert into point_machines (office, machine, point, token_hash, added_by, added_at)
    values (${machine.office}, ${machine.machine}, ${machine.point}, ${machine.tokenHash}, ${machine.addedBy}, ${at})`;
}

export async function findMachine(sql: Sql, tokenHash: Uint8Array): Promise<{ office: string; point: string } | null> {
  const [row] = await sql<{ office: string; point: string }[]>`
    select office, point from point_machines where token_hash = ${tokenHash} and removed_at is null`;
  return row ?? null;
}

/** How many machines stand at each point of an office. */
export async function countMachines(sql: Sql, office: string): Promise<{ point: string; count: number }[]> {
  return sql<{ point: string; count: number }[]>`
    select point, count(*) from point_machines where office = ${office} and removed_at is null group by point`;
}

/** Forgets all machines of a point: after a theft, or when the point moves. */
export async function removeMachines(sql: Sql, office: string, point: string, at: Date): Promise<void> {
  await sql`update point_machines set removed_at = ${at} where office = ${office} and point = ${point} and removed_at is null`;
}
