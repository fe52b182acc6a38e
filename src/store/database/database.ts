import postgres from "postgres";
import type { ConnectionOptions } from "./embedded.ts";
import { type Hints, openHints } from "./hints.ts";

/** What SQL is written with: the pool outside a transaction, the transaction's own connection inside. */
export type Sql = postgres.ISql<{ bigint: number }>;

export interface Database {
  readonly sql: Sql;
  /**
   * Runs the work in one transaction and answers what it answers, once it is committed and durable. When the server asks for it (two
   * transactions stood in each other's way) the work is run again, three times at most: it must do nothing but SQL.
   */
  transaction<Value>(work: (sql: Sql) => Promise<Value>): Promise<Value>;
  /** Hears what other processes changed. */
  readonly hints: Hints;
  /** "18.4", for the health page. */
  version(): Promise<string>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  readonly connection: ConnectionOptions | { readonly url: string };
  /** How many connections are held at most. */
  readonly connections?: number;
}

/**
 * Opens a pool. Refuses, with a sentence for the person at the machine, a server that cannot be reached, is older than PostgreSQL 15 (the SQL here is written
 * in its dialect) or keeps another encoding than UTF8. Connections that break are made again; only what was under way on them fails.
 */
export async function openDatabase({ connection, connections = 12 }: DatabaseOptions): Promise<Database> {
  const settings = { ...SETTINGS, max: connections };
  const pool =
    "url" in connection ? postgres(connection.url, { ...settings, ...socketOf(connection.url) }) : postgres({ ...connection, ...settings });
  try {
    await checkServer(pool);
  } catch (error) {
    await pool.end({ timeout: 0 });
    throw error;
  }
  return {
    sql: pool,
    transaction: (work) => transact(pool, work),
    hints: await openHints(pool),
    version: async () => {
      const [answer] = await pool<{ version: string }[]>`select split_part(current_setting('server_version'), ' ', 1) as version`;
      return answer?.version ?? "";
    },
    close: () => pool.end({ timeout: CLOSE_PATIENCE_S }),
  };
}

/** The folder of a unix socket, which a PostgreSQL address writes escaped in the place of the host (RFC 3986); the driver takes it unescaped only. */
function socketOf(url: string): { host?: string } {
  const host = decodeURIComponent(new URL(url).hostname);
  return host.startsWith("/") ? { host } : {};
}

type Pool = postgres.Sql<{ bigint: number }>;

const OLDEST_VERSION = 150_000;

async function checkServer(pool: Pool): Promise<void> {
  const [row] = await pool<{ number: string; version: string; encoding: string }[]>`
    select current_setting('server_version_num') as number, current_setting('server_version') as version,
      current_setting('server_encoding') as encoding`.catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      `Không nối được với cơ sở dữ liệu: ${error.message || error.code}. Xin xem lại DATABASE_URL, và máy chủ có đang chạy không.`,
      {
        cause: error,
      },
    );
  });
  if (!row || Number(row.number) < OLDEST_VERSION)
    throw new Error(`Cần PostgreSQL 15 trở lên; máy chủ này là ${row?.version}. Xin nâng cấp rồi chạy lại.`);
  if (row.encoding !== "UTF8") throw new Error(`Cơ sở dữ liệu phải dùng bảng mã UTF8; cơ sở dữ liệu này dùng ${row.encoding}.`);
}

/** Days stay days (YYYY-MM-DD), never instants; counts are numbers. */
const TYPES = {
  date: { to: 1082, from: [1082], serialize: (day: string) => day, parse: (day: string) => day },
  bigint: { to: 20, from: [20], serialize: (number: number) => String(number), parse: (digits: string) => Number(digits) },
};

const CLOSE_PATIENCE_S = 5;

const SETTINGS = {
  onnotice: () => {},
  types: TYPES,
  connect_timeout: 20,
  // a server that died is back within a second: do not wait longer for it, however often it was tried
  backoff: (tries: number) => Math.min(2 ** tries / 100, 1),
  connection: {
    application_name: "loc-vung",
    timezone: "UTC",
    // longer than any page should need, shorter than somebody's patience
    statement_timeout: 30_000,
    // what pages ask is answered before helpers would have started; two cores have other people to serve
    max_parallel_workers_per_gather: "0",
    // a plan for the values that are asked for: one for any values reads all of an office to show a page of it
    plan_cache_mode: "force_custom_plan",
    // a transaction that its program forgot must not keep its locks
    idle_in_transaction_session_timeout: 60_000,
  },
};

const ATTEMPTS = 3;
/** serialization_failure and deadlock_detected: the same work, tried again, can go through. */
const TRANSIENT = new Set(["40001", "40P01"]);

async function transact<Value>(pool: Pool, work: (sql: Sql) => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await pool.begin((sql) => work(sql))) as Value;
    } catch (error) {
      const transient = error instanceof postgres.PostgresError && TRANSIENT.has(error.code);
      if (!transient || attempt === ATTEMPTS) throw error;
    }
  }
}
