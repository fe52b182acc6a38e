import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, beforeEach, describe, it } from "node:test";
import { openDatabase } from "../../../src/store/database/database.ts";
import { migrate } from "../../../src/store/database/migrate.ts";
import { freshDatabase } from "../../support/database.ts";

const database = await freshDatabase({ after });
const folder = mkdtempSync(join(tmpdir(), "loc-vung-test-"));
after(() => rmSync(folder, { recursive: true }));

beforeEach(async () => {
  await database.sql.unsafe("drop schema public cascade; create schema public");
  for (const file of readdirSync(folder)) rmSync(join(folder, file));
  write("0001-offices.sql", "create table offices (office text primary key);");
});

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);

describe("bringing the tables up to date", () => {
  it("applies each file once, in the order of its number", async () => {
    write("0002-points.sql", "create table points (office text references offices); insert into offices values ('H32');");
    assert.deepEqual(await migrate(database, folder), ["0001-offices.sql", "0002-points.sql"]);
    write("0003-more.sql", "insert into offices values ('H33')");
    assert.deepEqual(await migrate(database, folder), ["0003-more.sql"]);
    assert.deepEqual(await migrate(database, folder), []);
    assert.equal(await countOf("offices"), 2);
  });

  it("keeps the name and the fingerprint of what it applied", async () => {
    await migrate(database, folder);
    const [row] = await database.sql<{ name: string; sha256: string }[]>`select name, sha256 from migrations`;
    assert.equal(row?.name, "0001-offices.sql");
    assert.match(row?.sha256 ?? "", /^[0-9a-f]{64}$/);
  });

  it("leaves nothing of a file that fails, and goes on from there once it is mended", async () => {
    write("0002-points.sql", "create table points (office text); create table points (office text);");
    await assert.rejects(migrate(database, folder), /already exists/);
    assert.equal(await isThere("points"), false);
    write("0002-points.sql", "create table points (office text);");
    assert.deepEqual(await migrate(database, folder), ["0002-points.sql"]);
  });

  it("stops when an applied file was changed, but not when git changed its line ends", async () => {
    write("0001-offices.sql", "create table offices (\n  office text primary key\n);\n");
    await migrate(database, folder);
    write("0001-offices.sql", "create table offices (\r\n  office text primary key\r\n);\r\n");
    assert.deepEqual(await migrate(database, folder), []);
    write("0001-offices.sql", "create table offices (office text, name text);");
    write("0002-points.sql", "create table points (office text);");
    await assert.rejects(migrate(database, folder), /Tệp 0001-offices.sql đã bị sửa sau khi chạy/);
    assert.equal(await isThere("points"), false);
  });

  it("stops when the database is newer than the program", async () => {
    write("0002-points.sql", "create table points (office text);");
    await migrate(database, folder);
    rmSync(join(folder, "0002-points.sql"));
    await assert.rejects(migrate(database, folder), /Xin nâng cấp chương trình/);
  });

  it("stops at a file that comes late with an early number", async () => {
    write("0003-points.sql", "create table points (office text);");
    await migrate(database, folder);
    write("0002-shifts.sql", "create table shifts (office text);");
    await assert.rejects(migrate(database, folder), /Xin cho nó số lớn hơn/);
    assert.equal(await isThere("shifts"), false);
  });

  it("stops at two files of one number, and at a name that has none", async () => {
    write("0001-points.sql", "select 1");
    await assert.rejects(migrate(database, folder), /trùng số/);
    rmSync(join(folder, "0001-points.sql"));
    write("points.sql", "select 1");
    await assert.rejects(migrate(database, folder), /points\.sql phải có tên như/);
  });

  it("is done once by two programs that start together", async () => {
    write("0002-slow.sql", "insert into offices values ('H32'); select pg_sleep(0.2);");
    const other = await openDatabase({ connection: database.connection, connections: 1 });
    const [here, there] = await Promise.all([migrate(database, folder), migrate(other, folder)]);
    await other.close();
    assert.deepEqual([...here, ...there].sort(), ["0001-offices.sql", "0002-slow.sql"]);
    assert.equal(await countOf("offices"), 1);
  });

  it("waits as long as a migration takes, longer than any page may", async () => {
    const hasty = await openDatabase({ connection: database.connection, connections: 1 });
    await hasty.sql`set statement_timeout = 50`;
    write("0002-slow.sql", "select pg_sleep(0.2);");
    assert.deepEqual(await migrate(hasty, folder), ["0001-offices.sql", "0002-slow.sql"]);
    await hasty.close();
  });
});

describe("the tables of the program", () => {
  it("find Vietnamese names without accents, fast: pg_trgm and unaccent are there", async () => {
    await migrate(database);
    const [row] = await database.sql<{ folded: string; near: number }[]>`
      select unaccent('Cao Thị Mẫu') as folded, similarity('khai sinh', 'khai sih') as near`;
    assert.equal(row?.folded, "Cao Thi Mau");
    assert.ok((row?.near ?? 0) > 0.5);
  });
});

async function countOf(table: string): Promise<number> {
  const [row] = await database.sql<{ count: number }[]>`select count(*) as count from ${database.sql(table)}`;
  return row?.count ?? -1;
}

async function isThere(table: string): Promise<boolean> {
  const [row] = await database.sql<{ there: boolean }[]>`select to_regclass(${table}) is not null as there`;
  return row?.there ?? false;
}
