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

/** For what may take longer than any page, and for what cannot run in a transaction. */
export async function onOwnConnection(database: Database, work: (connection: Sql) => Promise<void>): Promise<void> {
  const connection = await reserve(database.sql);
  await connection`set statement_timeout = 0`;
  await work(connection);
  await connection`reset statement_timeout`;
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
  await database.transaction(async (inside) => {
    await inside`set local statement_timeout = 0`;
    await inside`set local maintenance_work_mem = '512MB'`;
    for (const { definition } of indexes) await inside.unsafe(definition);
  });
}
