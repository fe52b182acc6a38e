import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { livingServer } from "../../../src/store/database/embedded/lock.ts";
import { whyNot } from "../../../src/store/database/embedded/why-not.ts";

const folder = mkdtempSync(join(tmpdir(), "loc-vung-test-"));
after(() => rmSync(folder, { recursive: true }));

describe("the lock of a server", () => {
  it("is none where there is no file, or one without a number", () => {
    assert.equal(livingServer(folder), null);
    writeFileSync(join(folder, "postmaster.pid"), "");
    assert.equal(livingServer(folder), null);
  });

  it("is left to PostgreSQL when its process is gone", () => {
    writeFileSync(join(folder, "postmaster.pid"), `${NO_PROCESS}\n${folder}\n0\n54320\n/tmp\n\n0\nready   \n`);
    assert.equal(livingServer(folder), null);
    assert.equal(existsSync(join(folder, "postmaster.pid")), true);
  });
});

describe("why the database does not start", () => {
  const log = join(folder, "postgres.log");

  it("is a full disk, in words", () => {
    writeFileSync(log, "LOG:  starting\nFATAL:  could not write lock file: No space left on device\nLOG:  shut down\n");
    assert.match(whyNot(log)?.sentence ?? "", /Ổ đĩa đã đầy/);
  });

  it("is the last complaint of the log, and passes only when another server is in the way", () => {
    writeFileSync(log, "2026-11-02 UTC [7] FATAL:  data directory has invalid permissions\n");
    assert.match(whyNot(log)?.sentence ?? "", /^data directory has invalid permissions/);
    assert.equal(whyNot(log)?.passes, false);
    writeFileSync(log, "FATAL:  pre-existing shared memory block (key 1, ID 2) is still in use\n");
    assert.equal(whyNot(log)?.passes, true);
  });

  it("is not what an earlier start complained of", () => {
    const earlier = "FATAL:  data directory has invalid permissions\n";
    writeFileSync(log, `${earlier}LOG:  starting\n`);
    assert.equal(whyNot(log, earlier.length), null);
  });
});

/** Larger than any process number of the systems we run on. */
const NO_PROCESS = 2 ** 30;
