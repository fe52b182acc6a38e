import type { Leave } from "../../domain/point/roster.ts";
import type { Sql } from "../database/database.ts";

/** A leave as it was said. */
export interface SaidLeave extends Leave {
  readonly leave: string;
  readonly words: string;
}

/** The leaves of an office that last until that day or longer, the first first. */
export async function listLeaves(sql: Sql, office: string, from: string): Promise<SaidLeave[]> {
  return sql<SaidLeave[]>`
    select leave, staff, from_day as "from", until_day as "until", words from leaves
    where office = ${office} and until_day >= ${from} and taken_back_at is null order by from_day, leave`;
}

export async function insertLeave(sql: Sql, office: string, leave: SaidLeave, saidBy: string, at: Date): Promise<void> {
  await sql`
    insert into leaves (office, leave, staff, from_day, until_day, words, said_by, said_at)
    values (${office}, ${leave.leave}, ${leave.staff}, ${leave.from}, ${leave.until}, ${leave.words}, ${saidBy}, ${at})`;
}

/** Takes a leave back, once; of one person only, unless `staff` is null. False when there is no such leave. */
export async function takeLeaveBack(sql: Sql, office: string, leave: string, staff: string | null, at: Date): Promise<boolean> {
  const rows = await sql`
    update leaves set taken_back_at = coalesce(taken_back_at, ${at})
    where office = ${office} and leave = ${leave} and (${staff}::uuid is null or staff = ${staff}::uuid) returning 1`;
  return rows.length === 1;
}
