import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Database, Sql } from "./database.ts";

export const MIGRATIONS_FOLDER = join(import.meta.dirname, "../migrations");

/**
 * Brings the tables up to date: each file NNNN-name.sql of the folder in the order of its number, once, in one transaction of its own, under a
 * lock so that two programs do not do it at the same time. Answers the names applied now.
 *
 * The tables must be what the files say, on every machine. So it stops with a sentence when an applied file was changed, when one is gone (the
 * database is newer than the program), and when a new one has a number that is already behind.
 */
export async function migrate(database: Database, folder = MIGRATIONS_FOLDER): Promise<string[]> {
  const migrations = readMigrations(folder);
  await database.transaction(makeTable);
  const applied: string[] = [];
  for (const migration of migrations) {
    if (await database.transaction((sql) => applyNext(sql, migration, migrations))) applied.push(migration.name);
  }
  return applied;
}

interface Migration {
  readonly name: string;
  readonly text: string;
  readonly sha256: string;
}

function readMigrations(folder: string): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort();
  for (const [place, name] of names.entries()) {
    if (!/^\d{4}-[a-z0-9-]+\.sql$/.test(name)) throw new Error(`Tệp ${name} phải có tên như 0007-ten-viec.sql.`);
    if (names[place + 1]?.slice(0, 4) === name.slice(0, 4)) throw new Error(`Hai tệp ${name} và ${names[place + 1]} trùng số.`);
  }
  return names.map((name) => {
    const text = readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n"); // git on Windows may change line ends
    return { name, text, sha256: createHash("sha256").update(text).digest("hex") };
  });
}

/** Any number will do, as long as it is always this one. */
const MIGRATION_LOCK = 4_051_968;

/** Until the transaction ends. Neither waiting for another program nor a long migration is a hanging statement. */
async function lock(sql: Sql): Promise<void> {
  await sql`set local statement_timeout = 0`;
  await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`;
}

async function makeTable(sql: Sql): Promise<void> {
  await lock(sql);
  await sql`create table if not exists migrations (name text primary key, sha256 text not null, applied_at timestamptz not null default now())`;
}

async function applyNext(sql: Sql, migration: Migration, all: readonly Migration[]): Promise<boolean> {
  await lock(sql);
  const known = await sql<{ name: string; sha256: string }[]>`select name, sha256 from migrations order by name collate "C"`;
  const complaint = contradiction(known, all);
  if (complaint) throw new Error(complaint);
  if (known.some(({ name }) => name === migration.name)) return false;
  await sql.unsafe(migration.text);
  await sql`insert into migrations (name, sha256) values (${migration.name}, ${migration.sha256})`;
  return true;
}

function contradiction(known: readonly { name: string; sha256: string }[], all: readonly Migration[]): string | null {
  for (const { name, sha256 } of known) {
    const file = all.find((migration) => migration.name === name);
    if (!file)
      return `Cơ sở dữ liệu đã chạy ${name} mà chương trình không có tệp ấy: dữ liệu mới hơn chương trình. Xin nâng cấp chương trình.`;
    if (file.sha256 !== sha256) return `Tệp ${name} đã bị sửa sau khi chạy. Xin trả lại nội dung cũ và viết thay đổi vào một tệp mới.`;
  }
  const last = known.at(-1)?.name ?? "";
  const late = all.find(({ name }) => name < last && !known.some((applied) => applied.name === name));
  return late ? `Tệp ${late.name} đến sau mà số lại đứng trước ${last}. Xin cho nó số lớn hơn.` : null;
}
