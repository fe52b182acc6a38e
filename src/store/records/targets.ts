import type { Sql } from "../database/database.ts";

/** A goal (0 to 1) for a share of a unit over some days (YYYY-MM-DD, both included). */
export interface Target {
  readonly office: string;
  readonly target: string;
  readonly unit: string;
  readonly measure: string;
  readonly goal: number;
  readonly from: string;
  readonly to: string;
}

export async function insertTarget(sql: Sql, target: Target & { readonly setBy: string }, at: Date): Promise<void> {
  await sql`
    insert into targets (office, target, unit, measure, goal, from_day, to_day, set_by, set_at)
    values (${target.office}, ${target.target}, ${target.unit}, ${target.measure}, ${target.goal}, ${target.from}, ${target.to}, ${target.setBy}, ${at})`;
}

export async function removeTarget(sql: Sql, office: string, target: string, at: Date): Promise<boolean> {
  const rows =
    await sql`update targets set removed_at = ${at} where office = ${office} and target = ${target} and removed_at is null returning 1`;
  return rows.length === 1;
}

/** The goals of these units whose days meet these, and with `setBy` those that an office set for whatever unit; the latest end first. */
export async function listTargets(
  sql: Sql,
  units: readonly string[],
  days: { from: string; to: string },
  setBy: string | null = null,
): Promise<Target[]> {
  return sql<Target[]>`
    select office, target, unit, measure, goal::float8 as goal, from_day as from, to_day as to from targets
    where (unit = any (${[...units]}::text[]) or office = ${setBy}) and removed_at is null and from_day <= ${days.to} and to_day >= ${days.from} order by to_day desc, measure, unit`;
}
