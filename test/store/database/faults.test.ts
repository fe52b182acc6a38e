import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { type Database, openDatabase } from "../../../src/store/database/database.ts";
import { startEmbedded } from "../../../src/store/database/embedded.ts";
import { ownServer, QUICK, temporaryDataFolder } from "../../support/database.ts";
import { readNotes, saveNote } from "./notes.ts";
import { holdServer } from "./program.ts";

describe("when things die", () => {
  it("takes over the server of a program that was killed, with everything in it", async () => {
    const dataFolder = await temporaryDataFolder();
    const killed = await holdServer(dataFolder);
    await saveNote(killed, "trước khi tắt");
    await killed.kill();
    const next = await startEmbedded({ dataFolder, settings: QUICK });
    assert.equal(next.adopted, true);
    assert.deepEqual(await readNotes(next), ["trước khi tắt"]);
    await next.stop();
    await assert.rejects(readNotes(next), /Không nối được/);
  });

  it("starts at once after program and database were killed together", async () => {
    const dataFolder = await temporaryDataFolder();
    const killed = await holdServer(dataFolder);
    await saveNote(killed, "trước khi mất điện");
    await killed.kill();
    process.kill(postmasterOf(dataFolder), "SIGKILL");
    const next = await startEmbedded({ dataFolder, settings: QUICK });
    assert.equal(next.adopted, false);
    assert.deepEqual(await readNotes(next), ["trước khi mất điện"]);
    await next.stop();
  });

  it("starts the database again when it is killed, loses nothing acknowledged, and open pools go on", async (t) => {
    const server = await ownServer(t);
    const database = await openDatabase({ connection: server.connection, connections: 4 });
    await database.sql`create table acts (number int primary key)`;
    const acknowledged = await writeWhileKilling(database, () => process.kill(postmasterOf(server.dataFolder), "SIGKILL"));
    const rows = await database.sql<{ number: number }[]>`select number from acts`;
    const kept = new Set(rows.map(({ number }) => number));
    assert.deepEqual(
      acknowledged.filter((number) => !kept.has(number)),
      [],
    );
    await database.close();
  });

  it("comes back at the same place though its path is long and it was killed twice", async (t) => {
    const server = await ownServer(t, {}, "một thư mục có tên rất dài".repeat(4));
    await saveNote(server, "1");
    for (const note of ["2", "3"]) {
      process.kill(postmasterOf(server.dataFolder), "SIGKILL");
      await until(() => saveNote(server, note));
    }
    assert.deepEqual(await readNotes(server), ["1", "2", "3"]);
  });

  it("goes on when the connections alone are cut", async (t) => {
    const server = await ownServer(t, QUICK);
    const database = await openDatabase({ connection: server.connection, connections: 2 });
    await database.sql`select 1`;
    await saveNote(server, "còn đó");
    await database.sql`select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and usename = current_user`;
    await Promise.all([1, 2, 3, 4].map(() => until(() => database.sql`select 1`)));
    await database.close();
  });

  it("does not believe a lock whose number now belongs to another program", async (t) => {
    const { dataFolder, connection, stop } = await ownServer(t, QUICK);
    await saveNote({ connection }, "đã lưu");
    const lock = readFileSync(join(dataFolder, "postgres/postmaster.pid"), "utf8");
    await stop();
    await writeFile(join(dataFolder, "postgres/postmaster.pid"), lock.replace(/^\d+/, String(process.pid)), { mode: 0o600 });
    const next = await startEmbedded({ dataFolder, settings: QUICK });
    assert.equal(next.adopted, false);
    assert.deepEqual(await readNotes(next), ["đã lưu"]);
    await next.stop();
  });

  it("makes a cluster anew whose first making was cut off", async () => {
    const dataFolder = await temporaryDataFolder();
    const making = join(dataFolder, "postgres.making");
    await mkdir(making, { recursive: true });
    await writeFile(join(making, "PG_VERSION"), "18\n");
    const server = await startEmbedded({ dataFolder, settings: QUICK });
    assert.deepEqual(await saveNote(server, "mới"), ["mới"]);
    await server.stop();
  });
});

function postmasterOf(dataFolder: string): number {
  return Number(readFileSync(join(dataFolder, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
}

/** Four writers; after a hundred acts the deed is done, after a hundred more they stop. Answers what was acknowledged. */
async function writeWhileKilling({ sql }: Database, deed: () => void): Promise<number[]> {
  const acknowledged: number[] = [];
  let next = 0;
  let done = false;
  const writer = async () => {
    while (acknowledged.length < 200) {
      next += 1;
      const number = next;
      await sql`insert into acts values (${number})`.then(
        () => acknowledged.push(number),
        () => sleep(20),
      );
      if (!done && acknowledged.length >= 100) {
        done = true;
        deed();
      }
    }
  };
  await Promise.all([writer(), writer(), writer(), writer()]);
  return acknowledged;
}

/** Tries until it works; the time limit of the test run is the only other end. */
async function until<Value>(work: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await work();
    } catch {
      await sleep(50);
    }
  }
}
