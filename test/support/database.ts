import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rename, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { uuidV7 } from "../../src/base/ids.ts";
import { openKeySafe } from "../../src/documents/keys/key-safe.ts";
import { setUpPractice } from "../../src/operations/offices/practice.ts";
import { type Database, openDatabase } from "../../src/store/database/database.ts";
import type { Settings } from "../../src/store/database/embedded/start-server.ts";
import { type ConnectionOptions, type EmbeddedServer, startEmbedded } from "../../src/store/database/embedded.ts";
import { migrate } from "../../src/store/database/migrate.ts";
import { sweepAfter } from "./sweep.ts";

/** Who calls us when the test, the suite or the file is over: a test's context, or `{ after }` of node:test. */
export interface Ending {
  after(work: () => Promise<void>): void;
}

export interface TestDatabase extends Database {
  readonly connection: ConnectionOptions;
}

/**
 * A database of its own with all tables, copied from a template in some 30 ms and dropped at the end.
 *
 *     const database = await freshDatabase({ after }); // at the top of a file, not in a `before`
 *
 * The server is shared by all test files of a run and does not sync to disk: what must survive a fault is tested on `ownServer`.
 */
export async function freshDatabase(ending: Ending, connections = 4): Promise<TestDatabase> {
  const { connection, drop } = await copyOf(TEMPLATE);
  const database = await openDatabase({ connection, connections });
  ending.after(async () => {
    await database.close();
    await drop();
  });
  return { ...database, connection };
}

export interface DatabaseCopy {
  readonly connection: ConnectionOptions;
  drop(): Promise<void>;
}

/** A database that already holds the practice set-up, for a whole program that opens it by itself; to be dropped once that has stopped. */
export function practiceDatabase(): Promise<DatabaseCopy> {
  return copyOf(PRACTICE_TEMPLATE);
}

async function copyOf(template: string): Promise<DatabaseCopy> {
  const server = await sharedServer();
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await withAdmin(server, (admin) => admin.sql.unsafe(`create database ${name} template ${template}`));
  return {
    connection: { ...server, database: name },
    drop: () => withAdmin(server, (admin) => admin.sql.unsafe(`drop database ${name} with (force)`)),
  };
}

export interface OwnServer extends EmbeddedServer {
  readonly dataFolder: string;
}

/**
 * A server nobody else uses, on a folder of its own, as durable as the real one unless the settings are `QUICK`. May be killed.
 * `name` is that of its data folder.
 */
export async function ownServer(ending: Ending, settings: Settings = {}, name?: string): Promise<OwnServer> {
  const dataFolder = await temporaryDataFolder(name);
  const server = await startEmbedded({ dataFolder, settings });
  ending.after(server.stop);
  return { ...server, dataFolder };
}

/** For servers whose data need not survive anything but a stop: nothing waits for the disk. */
export const QUICK: Settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", shared_buffers: "32MB" };

/** Where a server may keep its data; goes away once this process has ended, together with a server that still runs on it. */
export async function temporaryDataFolder(name = "data"): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), "loc-vung-test-"));
  sweepAfter(process.pid, parent, join(parent, name));
  return join(parent, name);
}

let sharing: Promise<ConnectionOptions> | null = null;

/** Under which the keys of the practice set-up lie sealed in the template, and in every copy of it. */
export const PRACTICE_SIGNING_SECRET: Uint8Array = Buffer.alloc(32, "thực hành");

const TEMPLATE = "loc_vung_template";
const PRACTICE_TEMPLATE = "loc_vung_practice";
const PATIENCE_MS = 60_000;

/** The first test file of the run makes the server, the others wait for it. The run is the process that started the test files. */
function sharedServer(): Promise<ConnectionOptions> {
  sharing ??= (async () => {
    const run = process.env.NODE_TEST_CONTEXT ? process.ppid : process.pid;
    const folder = join(tmpdir(), `loc-vung-test-run-${run}`);
    const first = await mkdir(folder, { mode: 0o700 }).then(
      () => true,
      () => false,
    );
    if (first) await makeSharedServer(run, folder);
    return readNote(folder);
  })();
  return sharing;
}

async function makeSharedServer(run: number, folder: string): Promise<void> {
  sweepAfter(run, folder);
  const { connection } = await startEmbedded({ dataFolder: folder, settings: { ...QUICK, max_connections: "80" } });
  await makeTemplate(connection, TEMPLATE, "template1", migrate);
  const clock = { now: () => new Date(), newId: () => uuidV7() };
  const signing = { safe: openKeySafe({ secret: PRACTICE_SIGNING_SECRET }) };
  await makeTemplate(connection, PRACTICE_TEMPLATE, TEMPLATE, (database) => setUpPractice({ database, signing, ...clock }));
  await writeFile(join(folder, "unfinished"), JSON.stringify(connection), { mode: 0o600 });
  await rename(join(folder, "unfinished"), join(folder, NOTE));
}

async function makeTemplate(connection: ConnectionOptions, name: string, from: string, fill: (database: Database) => Promise<unknown>) {
  await withAdmin(connection, (admin) => admin.sql.unsafe(`create database ${name} template ${from}`));
  const database = await openDatabase({ connection: { ...connection, database: name }, connections: 1 });
  await fill(database);
  await database.close();
}

const NOTE = "connection.json";

async function readNote(folder: string): Promise<ConnectionOptions> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (!existsSync(join(folder, NOTE))) {
    if (Date.now() > giveUpAt) throw new Error(`no database server for this test run; see ${folder}/postgres.log`);
    await sleep(20);
  }
  return JSON.parse(readFileSync(join(folder, NOTE), "utf8")) as ConnectionOptions;
}

async function withAdmin(connection: ConnectionOptions, work: (admin: Database) => Promise<unknown>): Promise<void> {
  const admin = await openDatabase({ connection: { ...connection, database: "postgres" }, connections: 1 });
  try {
    await work(admin);
  } finally {
    await admin.close();
  }
}
