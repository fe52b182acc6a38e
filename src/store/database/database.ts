import postgres from "postgres";
import type { ConnectionOptions } from "./embedded.ts";

/** What SQL is written with: the pool outside a transaction, the transaction's own connection inside. */
export type Sql = postgres.ISql<{ bigint: number }>;

export interface Database {
  readonly sql: Sql;
  /** Runs the work in one transaction and answers what it answers, once it is committed and durable. */
  transaction<Value>(work: (sql: Sql) => Promise<Value>): Promise<Value>;
  /** "18.4", for the health page. */
  version(): Promise<string>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly connection: ConnectionOptions | { readonly url: string };
  readonly connections?: number;
}

/** Opens a pool. Refuses servers older than PostgreSQL 15: the SQL here is written in its dialect. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { connection } = options;
  const settings = {
    max: options.connections ?? 12,
    onnotice: () => {},
    idle_timeout: 0,
    connect_timeout: 20,
    types: TYPES,
    connection: { application_name: "loc-vung", statement_timeout: STATEMENT_TIMEOUT_MS, timezone: "UTC" },
  };
  const pool = "url" in connection ? postgres(connection.url, settings) : postgres({ ...connection, ...settings });
  const [row] = await pool<{ number: string }[]>`select current_setting('server_version_num') as number`;
  if (Number(row?.number) < OLDEST_VERSION) {
    await pool.end();
    throw new Error(`Cần PostgreSQL 15 trở lên; máy chủ này là ${row?.number}. Xin nâng cấp rồi chạy lại.`);
  }
  return {
    sql: pool,
    transaction: (work) => transact(pool, work),
    version: async () => {
      const [answer] = await pool<{ version: string }[]>`select split_part(current_setting('server_version'), ' ', 1) as version`;
      return answer?.version ?? "";
    },
    close: () => pool.end({ timeout: 5 }),
  };
}

const OLDEST_VERSION = 150_000;
/** Longer than any page should need, shorter than somebody's patience. */
const STATEMENT_TIMEOUT_MS = 30_000;

/** Days stay days (YYYY-MM-DD), never instants; counts are numbers. */
const TYPES = {
  date: { to: 1082, from: [1082], serialize: (day: string) => day, parse: (day: string) => day },
  bigint: { to: 20, from: [20], serialize: (number: number) => String(number), parse: (digits: string) => Number(digits) },
};

const RETRIES = 3;
/** serialization_failure and deadlock_detected: the same work, tried again, can go through. */
const TRANSIENT = new Set(["40001", "40P01"]);

async function transact<Value>(pool: postgres.Sql<{ bigint: number }>, work: (sql: Sql) => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await pool.begin((sql) => work(sql))) as Value;
    } catch (error) {
      const transient = error instanceof postgres.PostgresError && TRANSIENT.has(error.code);
      if (!transient || attempt === RETRIES) throw error;
    }
  }
}
