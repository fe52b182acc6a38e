import { once } from "node:events";
import type { Writable } from "node:stream";
import type postgres from "postgres";
import type { Database, Sql } from "../../src/store/database/database.ts";

export type CopiedValue = string | number | boolean | Date | null | object;

export interface Copying {
  /** A row, its values in the order of the columns. */
  row(values: readonly CopiedValue[]): void;
  /** Waits while the server is behind. */
  keepUp(): Promise<void>;
  end(): Promise<void>;
}

type Pool = postgres.Sql<{ bigint: number }>;

const CHUNK_LETTERS = 200_000;

/**
 * Writes rows into a table by COPY, on a connection of its own on which foreign keys and ordinary triggers rest: the rows come from a log that is whole already.
 * `table` and `columns` are ours and not escaped.
 */
export async function copyInto(database: Database, table: string, columns: string): Promise<Copying> {
  const connection = await reserve(database.sql);
  await connection`set session_replication_role = replica`;
  await connection`set statement_timeout = 0`;
  const stream: Writable = await connection.unsafe(`copy ${table} (${columns}) from stdin`).writable();
  const failed = once(stream, "error").then(([error]) => Promise.reject(error));
  failed.catch(() => {});
  let waiting = "";
  const push = () => {
    if (waiting !== "") stream.write(waiting);
    waiting = "";
  };
  return {
    row: (values) => {
      waiting += `${values.map(written).join("\t")}\n`;
      if (waiting.length > CHUNK_LETTERS) push();
    },
    keepUp: async () => void (stream.writableNeedDrain && (await Promise.race([once(stream, "drain"), failed]))),
    end: async () => {
      push();
      const finished = once(stream, "finish");
      stream.end();
      await Promise.race([finished, failed]);
      await connection`reset session_replication_role`;
      await connection`reset statement_timeout`;
      connection.release();
    },
  };
}

/** Work on a connection of its own, on which foreign keys and ordinary triggers rest and statements take as long as they take. */
export async function atRest(database: Database, work: (connection: Sql) => Promise<void>): Promise<void> {
  const connection = await reserve(database.sql);
  await connection`set session_replication_role = replica`;
  await connection`set statement_timeout = 0`;
  await connection`set work_mem = '256MB'`;
  await work(connection);
  await connection`reset session_replication_role`;
  await connection`reset statement_timeout`;
  await connection`reset work_mem`;
  connection.release();
}

function reserve(sql: Sql) {
  if (!("reserve" in sql)) throw new Error("rows are copied outside of a transaction");
  return (sql as Pool).reserve();
}

/** As COPY reads it: tab, line break and backslash escaped, NULL as \N. */
function written(value: CopiedValue): string {
  if (value === null) return "\\N";
  if (value instanceof Date) return value.toISOString();
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  return /[\\\t\n\r]/.test(text) ? text.replace(/\\/g, "\\\\").replace(/\t/g, "\\t").replace(/\n/g, "\\n").replace(/\r/g, "\\r") : text;
}

/** Takes the indexes of these tables away while the work is done, and makes them anew: ten times as fast for a million rows. Keys stay. */
export async function withoutIndexes(database: Database, tables: readonly string[], work: () => Promise<void>): Promise<void> {
  const { sql } = database;
  const indexes = await sql<{ name: string; definition: string }[]>`
    select indexname as name, indexdef as definition from pg_indexes
    where schemaname = 'public' and tablename in ${sql([...tables])}
      and not exists (select from pg_constraint where conname = indexname)`;
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  await work();
  // the dearest first
  const dearest = indexes
    .map(({ definition }) => definition)
    .sort((one, other) => Number(other.includes("grams")) - Number(one.includes("grams")));
  await inTurns(dearest, (definition) =>
    atRest(database, async (connection) => {
      await connection`set maintenance_work_mem = '1GB'`;
      await connection.unsafe(definition);
      await connection`reset maintenance_work_mem`;
    }),
  );
}

/** So much at once as the machine has cores. */
const AT_ONCE = 2;

export async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const left = [...items];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
    }),
  );
}
