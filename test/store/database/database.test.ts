import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { openDatabase } from "../../../src/store/database/database.ts";
import { freshDatabase } from "../../support/database.ts";

const database = await freshDatabase({ after });
await database.sql`create table values_of_all_kinds (day date, at timestamptz, number bigint, data jsonb, words text[])`;
await database.sql`create table tallies (name text primary key, number int not null)`;

describe("what goes in and comes out", () => {
  it("keeps a day a day, an instant an instant, a count a number", async () => {
    const at = new Date("2026-11-02T17:30:00.123Z");
    await database.sql`insert into values_of_all_kinds (day, at, number) values (${"2026-11-03"}, ${at}, ${9_007_199_254_740_991})`;
    const [row] = await database.sql`select day, at, number, count(*) over () as count from values_of_all_kinds`;
    assert.deepEqual({ ...row }, { day: "2026-11-03", at, number: 9_007_199_254_740_991, count: 1 });
  });

  it("keeps days in lists and in answers of functions", async () => {
    const [row] =
      await database.sql`select array['2026-11-02'::date] as days, max(day) as last from (values ('2024-02-29'::date)) as v(day)`;
    assert.deepEqual({ ...row }, { days: ["2026-11-02"], last: "2024-02-29" });
  });

  it("keeps Vietnamese letters byte for byte, in text, lists and JSON", async () => {
    const words = ["Nguyễn Thị Ánh", "Bo Bo Văn Thử", "ẵm 'cháu' \\ \"bé\""];
    const [row] = await database.sql<{ words: string[]; data: unknown }[]>`
      insert into values_of_all_kinds (words, data) values (${words}, ${database.sql.json({ words })}) returning words, data`;
    assert.deepEqual(row?.words, words);
    assert.deepEqual(row?.data, { words });
  });
});

describe("a transaction", () => {
  it("answers what the work answers, once it is committed", async () => {
    const answer = await database.transaction(async (sql) => {
      await sql`insert into tallies values ('committed', 1)`;
      return "xong";
    });
    assert.equal(answer, "xong");
    assert.equal(await numberOf("committed"), 1);
  });

  it("leaves nothing when the work throws", async () => {
    const work = database.transaction(async (sql) => {
      await sql`insert into tallies values ('thrown', 1)`;
      throw new Error("hỏng giữa chừng");
    });
    await assert.rejects(work, /hỏng giữa chừng/);
    assert.equal(await numberOf("thrown"), undefined);
  });

  it("is run again when two stood in each other's way, so that both are done", async () => {
    await database.sql`insert into tallies values ('left', 0), ('right', 0)`;
    const meet = meetingOf(2);
    let runs = 0;
    const addToBoth = (first: string, second: string) =>
      database.transaction(async (sql) => {
        runs += 1;
        await sql`update tallies set number = number + 1 where name = ${first}`;
        await meet();
        await sql`update tallies set number = number + 1 where name = ${second}`;
      });
    await Promise.all([addToBoth("left", "right"), addToBoth("right", "left")]);
    assert.deepEqual([await numberOf("left"), await numberOf("right"), runs], [2, 2, 3]);
  });

  it("is given up after three conflicts, and never run again for another fault", async () => {
    let runs = 0;
    const fail = (code: string) =>
      database.transaction(async (sql) => {
        runs += 1;
        await sql.unsafe(`do $$ begin raise exception 'conflict' using errcode = '${code}'; end $$`);
      });
    await assert.rejects(fail("40001"), /conflict/);
    assert.equal(runs, 3);
    await assert.rejects(fail("23505"), /conflict/);
    assert.equal(runs, 4);
  });
});

describe("opening a database", () => {
  it("tells its version", async () => {
    assert.match(await database.version(), /^\d+\.\d+$/);
  });

  it("works by address, as DATABASE_URL gives it", async () => {
    const { host, port, user, password, database: name } = database.connection;
    const url = `postgres://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/${name}`;
    const other = await openDatabase({ connection: { url }, connections: 1 });
    assert.equal(await other.version(), await database.version());
    await other.close();
  });

  it("refuses one that is not UTF8, in words", async () => {
    await database.sql.unsafe("create database not_utf8 template template0 encoding 'SQL_ASCII' locale_provider libc locale 'C'");
    const connection = { ...database.connection, database: "not_utf8" };
    await assert.rejects(openDatabase({ connection }), /phải dùng bảng mã UTF8/);
    await database.sql.unsafe("drop database not_utf8 with (force)");
  });

  it("says that nothing answers, without the password", async () => {
    const opening = openDatabase({ connection: { url: "postgres://ai:bimat@127.0.0.1:9/loc_vung" } });
    await assert.rejects(opening, (error: Error) => /Không nối được/.test(error.message) && !error.message.includes("bimat"));
  });
});

async function numberOf(name: string): Promise<number | undefined> {
  const [row] = await database.sql<{ number: number }[]>`select number from tallies where name = ${name}`;
  return row?.number;
}

/** Lets everybody pass once so many are there; who comes again later passes at once. */
function meetingOf(count: number): () => Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  let present = 0;
  return () => {
    present += 1;
    if (present === count) resolve();
    return promise;
  };
}
