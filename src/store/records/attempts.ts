import type { Sql } from "../database/database.ts";

export interface Attempts {
  readonly failures: number;
  readonly lastAt: Date;
}

export async function readAttempts(sql: Sql, subject: Uint8Array): Promise<Attempts | null> {
  const [row] = await sql<Attempts[]>`select failures, last_at as "lastAt" from attempts where subject = ${subject}`;
  return row ?? null;
}

/** Counts one wrong try; tries that lie further back than `forgetBefore` no longer count. */
export async function countFailure(sql: Sql, subject: Uint8Array, at: Date, forgetBefore: Date): Promise<void> {
  await sql`
    insert into attempts (subject, failures, last_at) values (${subject}, 1, ${at})
    on conflict (subject) do update set
      failures = case when attempts.last_at < ${forgetBefore} then 1 else attempts.failures + 1 end,
      last_at = excluded.last_at`;
}

export async function clearAttempts(sql: Sql, subject: Uint8Array): Promise<void> {
  await sql`delete from attempts where subject = ${subject}`;
}
