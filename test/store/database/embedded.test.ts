import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, it } from "node:test";
import { openDatabase } from "../../../src/store/database/database.ts";
import { livingServer } from "../../../src/store/database/embedded/lock.ts";
import { startEmbedded } from "../../../src/store/database/embedded.ts";
import { ownServer, QUICK } from "../../support/database.ts";
import { readNotes, saveNote, withDatabase } from "./notes.ts";

describe("the database that comes along", () => {
  it("keeps what was saved over a stop and a start", async (t) => {
    const first = await ownServer(t, QUICK);
    await saveNote(first, "đã lưu");
    await first.stop();
    const second = await startEmbedded({ dataFolder: first.dataFolder, settings: QUICK });
    assert.equal(second.adopted, false);
    assert.deepEqual(await readNotes(second), ["đã lưu"]);
    await second.stop();
  });

  it("leaves no process behind after a stop, and stopping twice is no fault", async (t) => {
    const server = await ownServer(t, QUICK);
    await server.stop();
    assert.equal(livingServer(join(server.dataFolder, "postgres")), null);
    assert.equal(existsSync(join(server.dataFolder, "postgres/postmaster.pid")), false);
    await server.stop();
  });

  it("lives in a folder with Vietnamese letters, spaces and a comma", async (t) => {
    const server = await ownServer(t, QUICK, "Dữ liệu, xã (bản 1)");
    assert.deepEqual(await saveNote(server, "ở xã"), ["ở xã"]);
  });

  it("lives at the end of a path too long for a socket, and takes its short folder away again", async (t) => {
    const server = await ownServer(t, QUICK, join("một thư mục có tên rất dài".repeat(3), "dữ liệu của điểm hỗ trợ dịch vụ công"));
    assert.ok(Buffer.byteLength(server.connection.host) < 60);
    assert.deepEqual(await saveNote(server, "ở xa"), ["ở xa"]);
    await server.stop();
    assert.equal(existsSync(server.connection.host), false);
  });

  it("listens nowhere on the network and asks for its password", async (t) => {
    const server = await ownServer(t, QUICK);
    const [row] = await withDatabase(server, ({ sql }) => sql`select current_setting('listen_addresses') as addresses`);
    assert.equal(row?.addresses, "");
    await assert.rejects(openDatabase({ connection: { ...server.connection, password: "sai" } }), /password authentication failed/);
  });

  it("is as durable as PostgreSQL can be unless a test says otherwise", async (t) => {
    const server = await ownServer(t);
    const settings = await withDatabase(
      server,
      ({ sql }) => sql<{ name: string; setting: string }[]>`select name, setting from pg_settings where name in
        ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums') order by name`,
    );
    assert.deepEqual(
      settings.map(({ name, setting }) => `${name} ${setting}`),
      ["data_checksums on", "fsync on", "full_page_writes on", "synchronous_commit on"],
    );
  });

  it("keeps the password, the data and the socket to their owner", async (t) => {
    const { dataFolder } = await ownServer(t, QUICK);
    const mode = (name: string) => (statSync(join(dataFolder, name)).mode & 0o777).toString(8);
    assert.deepEqual(["database-password", "postgres", "postgres-socket"].map(mode), ["600", "700", "700"]);
  });

  it("writes nothing that people typed into its log", async (t) => {
    const server = await ownServer(t, QUICK);
    await withDatabase(server, async ({ sql }) => {
      await sql`create table people (number text primary key)`;
      await sql`insert into people values ('096193009999')`;
      await assert.rejects(sql`insert into people values ('096193009999')`, /duplicate key/);
      await assert.rejects(sql.unsafe("select * from people where number = '096193009999' and nothing"), /nothing/);
    });
    assert.doesNotMatch(readFileSync(join(server.dataFolder, "postgres.log"), "utf8"), /096193009999/);
  });
});
