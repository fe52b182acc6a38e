import assert from "node:assert/strict";
import { chmodSync, chownSync, copyFileSync, cpSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { embeddedBinaries } from "../../../src/store/database/embedded/binaries.ts";
import { give } from "../../../src/store/database/embedded/cluster.ts";
import { runAs } from "../../../src/store/database/embedded/run.ts";
import { serverUser } from "../../../src/store/database/embedded/user.ts";
import { type EmbeddedServer, startEmbedded } from "../../../src/store/database/embedded.ts";
import { ownServer, QUICK, temporaryDataFolder } from "../../support/database.ts";
import { readNotes, saveNote } from "./notes.ts";
import { holdServer } from "./program.ts";

const start = (dataFolder: string): Promise<EmbeddedServer> => startEmbedded({ dataFolder, settings: QUICK });

describe("whose database it is", () => {
  it("does not run as root, whoever started the program", async (t) => {
    const { dataFolder } = await ownServer(t, QUICK);
    assert.notEqual(statSync(join(dataFolder, "postgres")).uid, 0);
  });

  it("runs where every folder above the data is closed to others", async () => {
    const dataFolder = await temporaryDataFolder("bên trong");
    mkdirSync(dataFolder, { mode: 0o700 });
    chmodSync(dirname(dataFolder), 0o700);
    const server = await start(dataFolder);
    assert.deepEqual(await saveNote(server, "nhà đóng cửa"), ["nhà đóng cửa"]);
    await server.stop();
  });

  it("runs when its own programs lie in a closed folder, even when they were installed for root alone", async () => {
    const installed = dirname(dirname(embeddedBinaries().initdb));
    const folder = await temporaryDataFolder("closed");
    mkdirSync(join(folder, "bin"), { recursive: true, mode: 0o700 });
    for (const name of ["lib", "share"]) symlinkSync(join(installed, name), join(folder, name));
    for (const [mode, cluster] of [
      [0o755, "a"],
      [0o700, "b"],
    ] as const) {
      for (const name of ["initdb", "postgres"]) {
        copyFileSync(join(installed, "bin", name), join(folder, "bin", name));
        chmodSync(join(folder, "bin", name), mode);
      }
      const user = serverUser(null, folder, join(folder, "bin/initdb"));
      mkdirSync(join(folder, cluster));
      give(user, join(folder, cluster));
      await runAs(user, join(folder, "bin/initdb"), ["-D", join(folder, cluster), "-U", "loc_vung", "--no-sync"]);
      assert.equal(readFileSync(join(folder, cluster, "PG_VERSION"), "utf8"), "18\n");
    }
  });

  it("runs where every folder above the data is open", async () => {
    const dataFolder = await temporaryDataFolder();
    chmodSync(dirname(dataFolder), 0o755);
    const server = await start(dataFolder);
    assert.deepEqual(await saveNote(server, "nhà mở cửa"), ["nhà mở cửa"]);
    await server.stop();
  });

  it("runs for a user who is not root, and afterwards for root on the same data", async () => {
    const dataFolder = await temporaryDataFolder();
    const somebody = serverUser(null, dirname(dataFolder), process.execPath);
    if (somebody.account) chownSync(dirname(dataFolder), somebody.account.uid, somebody.account.gid);
    const theirs = await holdServer(dataFolder, somebody);
    await saveNote(theirs, "của một người thường");
    await theirs.kill();
    const adopted = await start(dataFolder);
    assert.equal(adopted.adopted, true);
    await adopted.stop();
    const ours = await start(dataFolder);
    assert.deepEqual(await readNotes(ours), ["của một người thường"]);
    await ours.stop();
    const owners = ["postgres", "database-password"].map((name) => statSync(join(dataFolder, name)).uid);
    assert.deepEqual(owners, [statSync(dirname(dataFolder)).uid, statSync(dirname(dataFolder)).uid]);
  });

  it("takes data back that root copied from a backup, without its owner and its password", async (t) => {
    const old = await ownServer(t, QUICK);
    await saveNote(old, "trong bản sao");
    await old.stop();
    const dataFolder = await temporaryDataFolder();
    cpSync(join(old.dataFolder, "postgres"), join(dataFolder, "postgres"), { recursive: true });
    chmodSync(join(dataFolder, "postgres"), 0o755);
    const restored = await start(dataFolder);
    assert.deepEqual(await readNotes(restored), ["trong bản sao"]);
    await restored.stop();
    const again = await start(dataFolder);
    assert.deepEqual(await readNotes(again), ["trong bản sao"]);
    await again.stop();
  });

  it("refuses a folder that holds something else, and data of another PostgreSQL, in words", async () => {
    const dataFolder = await temporaryDataFolder();
    mkdirSync(join(dataFolder, "postgres"), { recursive: true });
    writeFileSync(join(dataFolder, "postgres/ảnh.jpg"), "");
    await assert.rejects(start(dataFolder), /có tệp lạ, không phải cơ sở dữ liệu/);
    writeFileSync(join(dataFolder, "postgres/PG_VERSION"), "14\n");
    await assert.rejects(start(dataFolder), /là của PostgreSQL 14, mà chương trình này mang theo PostgreSQL 18/);
  });

  it("says why it does not start", async (t) => {
    const server = await ownServer(t, QUICK);
    await server.stop();
    writeFileSync(join(server.dataFolder, "postgres/postgresql.auto.conf"), "no_such_setting = on\n");
    await assert.rejects(start(server.dataFolder), /PostgreSQL không khởi động được: .*postgres\.log/);
    assert.match(readFileSync(join(server.dataFolder, "postgres.log"), "utf8"), /no_such_setting/);
  });
});
