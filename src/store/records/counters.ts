import type { Sql } from "../database/database.ts";

/**
 * The next number of a counter, starting at 1. It is taken inside the transaction that uses it: whoever comes at the same time waits for
 * the row, and a transaction that fails gives its number back, so there are no gaps.
 */
export async function nextNumber(sql: Sql, office: string, name: string): Promise<number> {
  const [row] = await sql<{ last: number }[]>`
    insert into counters (office, name, last) values (${office}, ${name}, 1)
    on conflict (office, name) do update set last = counters.last + 1
    returning last`;
  return row?.last ?? 1;
}
