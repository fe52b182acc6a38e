import type postgres from "postgres";

/**
 * "Something changed there", from one web process to all others, by PostgreSQL's NOTIFY. It is a hint and no more: it carries no data, and one that
 * is lost (a line breaks) is made good by whoever listens looking again from time to time.
 */
const CHANNEL = "loc_vung_hints";

/** Says inside a transaction what it changes; heard once it is committed. */
export async function hint(sql: postgres.ISql<{ bigint: number }>, topic: string): Promise<void> {
  await sql`select pg_notify(${CHANNEL}, ${topic})`;
}

export interface Hints {
  /** Calls back at each hint on the topic, until what it answers is called. */
  subscribe(topic: string, changed: () => void): () => void;
}

/** What `openHints` needs of the driver's pool. */
interface Listener {
  listen(channel: string, heard: (topic: string) => void): Promise<unknown>;
}

/** One connection of the pool listens; everybody in this process who waits for a topic is told. */
export async function openHints(pool: Listener): Promise<Hints> {
  const waiting = new Map<string, Set<() => void>>();
  await pool.listen(CHANNEL, (topic) => {
    for (const changed of waiting.get(topic) ?? []) changed();
  });
  return {
    subscribe: (topic, changed) => {
      const set = waiting.get(topic) ?? new Set();
      waiting.set(topic, set.add(changed));
      return () => {
        set.delete(changed);
        if (set.size === 0 && waiting.get(topic) === set) waiting.delete(topic);
      };
    },
  };
}
