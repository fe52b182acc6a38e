import type { Sql } from "../database/database.ts";

/** The time stamp on the seal of an office's day. */
export interface DayStamp {
  /** YYYY-MM-DD */
  readonly day: string;
  /** The seal that it should be over, hex. */
  readonly seal: string;
  /** TimeStampToken (RFC 3161), DER. */
  readonly token: Uint8Array;
}

export async function insertStamp(sql: Sql, office: string, day: string, token: Uint8Array, at: Date): Promise<void> {
  await sql`insert into day_stamps (office, day, token, stamped_at) values (${office}, ${day}, ${token}, ${at}) on conflict do nothing`;
}

export async function listStamps(sql: Sql, office: string): Promise<DayStamp[]> {
  return sql<DayStamp[]>`
    select day, seal, token from day_stamps join day_seals using (office, day) where office = ${office} order by day`;
}

/** Seals without a stamp, the newest first: each holds all before it. */
export async function listUnstamped(sql: Sql, limit: number): Promise<{ office: string; day: string; seal: string }[]> {
  return sql<{ office: string; day: string; seal: string }[]>`
    select office, day, seal from day_seals
    where not exists (select 1 from day_stamps where day_stamps.office = day_seals.office and day_stamps.day = day_seals.day)
    order by day desc, office limit ${limit}`;
}
