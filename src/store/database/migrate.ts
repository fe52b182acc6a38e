import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Database, Sql } from "./database.ts";

export const MIGRATIONS_FOLDER = join(import.meta.dirname, "../migrations");

/**
 * Brings the tables up to date: each file of the folder in the order of its number, once, in one transaction of its own, under a lock so that
 * two processes do not do it at the same time. A file that was changed after it was applied stops everything. Answers the names applied now.
 */
export async function migrate(database: Database, folder = MIGRATIONS_FOLDER): Promise<string[]> {
  await database.sql`create table if not exists migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`;
  const applied: string[] = [];
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort()) {
    if (await database.transaction((sql) => applyOnce(sql, name, readFileSync(join(folder, name), "utf8")))) applied.push(name);
  }
  return applied;
}

/** Any number will do, as long as it is always this one. */
const MIGRATION_LOCK = 4_051_968;

async function applyOnce(sql: Sql, name: string, text: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
  const sha256 = createHash("sha256").update(text).digest("hex");
  const [known] = await sql<{ sha256: string }[]>`select sha256 from migrations where name = ${name}`;
  if (known && known.sha256 !== sha256) {
    throw new Error(`Tệp ${name} đã bị sửa sau khi chạy. Xin trả lại nội dung cũ và viết thay đổi vào một tệp mới.`);
  }
  if (known) return false;
  await sql.unsafe(text);
  await sql`insert into migrations (name, sha256) values (${name}, ${sha256})`;
  return true;
}
