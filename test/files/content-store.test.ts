import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { type FileHandle, mkdtemp, open, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { after, before, describe, it } from "node:test";
import { type ContentStore, type Disk, openContentStore } from "../../src/files/content-store.ts";

const LIMIT_BYTES = 3_000_000;

describe("the content store", () => {
  let folder: string;
  let store: ContentStore;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "loc-vung-content-"));
    store = await openContentStore(folder);
  });
  after(() => rm(folder, { recursive: true }));

  const incoming = () => readdir(join(folder, "incoming"));

  it("gives back what was put, under the hash of what it holds", async () => {
    const bytes = randomBytes(1_234_567);
    const stored = await store.put(inPieces(bytes, 65_536), LIMIT_BYTES);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    assert.deepEqual(stored, { ok: true, value: { sha256, sizeBytes: bytes.length } });
    assert.deepEqual(await store.read(sha256), bytes);
    assert.deepEqual(await buffer(store.stream(sha256)), bytes);
    assert.equal(await store.has(sha256), true);
    assert.deepEqual(await incoming(), []);
  });

  it("keeps the same content once, however often and however many at once put it", async () => {
    const bytes = randomBytes(200_000);
    const all = await Promise.all(Array.from({ length: 12 }, () => store.putBytes(bytes)));
    const hashes = new Set(all.map((stored) => (stored.ok ? stored.value.sha256 : stored.reason)));
    assert.equal(hashes.size, 1);
    const [sha256 = ""] = hashes;
    assert.deepEqual(await readdir(join(store.path(sha256), "..")), [sha256]);
    assert.deepEqual(await store.read(sha256), bytes);
    assert.deepEqual(await incoming(), []);
  });

  it("refuses more than the limit, and nothing at all", async () => {
    assert.deepEqual(await store.put(inPieces(Buffer.alloc(LIMIT_BYTES + 1), 100_000), LIMIT_BYTES), { ok: false, reason: "too-large" });
    assert.deepEqual(await store.put(inPieces(Buffer.alloc(0), 10), LIMIT_BYTES), { ok: false, reason: "empty" });
    assert.equal((await store.put(inPieces(randomBytes(LIMIT_BYTES), 100_000), LIMIT_BYTES)).ok, true);
    assert.deepEqual(await incoming(), []);
  });

  it("stops reading a source that is over the limit", async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 65_536;
        yield Buffer.alloc(65_536);
      }
    }
    assert.deepEqual(await store.put(endless(), LIMIT_BYTES), { ok: false, reason: "too-large" });
    assert.ok(given < LIMIT_BYTES * 2, `${given} bytes were taken`);
  });

  it("keeps nothing of a source that breaks off", async () => {
    const broken = Readable.from(inPieces(randomBytes(900_000), 65_536));
    broken.once("data", () => broken.destroy(new Error("the line fell")));
    broken.pause();
    assert.deepEqual(await store.put(broken, LIMIT_BYTES), { ok: false, reason: "interrupted" });
    assert.deepEqual(await incoming(), []);
  });

  it("forgets what is removed; removing it twice is no fault", async () => {
    const stored = await store.putBytes(randomBytes(1000));
    assert.ok(stored.ok);
    await store.removeOlder(stored.value.sha256, new Date(Date.now() + 1_000));
    await store.removeOlder(stored.value.sha256, new Date(Date.now() + 1_000));
    assert.equal(await store.has(stored.value.sha256), false);
  });

  it("takes no name for a hash that is none", () => {
    for (const name of ["", "../../etc/passwd", "a".repeat(63), `${"a".repeat(63)}/`, "A".repeat(64)]) {
      assert.throws(() => store.path(name), /not a content hash/);
    }
  });

  it("sweeps away what a power cut left half, and leaves what is just coming in", async () => {
    const [old, young] = [join(folder, "incoming", "old"), join(folder, "incoming", "young")];
    await writeFile(old, "half");
    await writeFile(young, "half");
    await utimes(old, new Date("2026-01-01"), new Date("2026-01-01"));
    await utimes(young, new Date("2026-01-03"), new Date("2026-01-03"));
    assert.equal(await store.sweepIncoming(new Date("2026-01-02")), 1);
    assert.deepEqual(await incoming(), ["young"]);
    await rm(young);
  });

  it("opens again on the same folder with all that it held", async () => {
    const stored = await store.putBytes(Buffer.from("Sổ đăng ký khai sinh"));
    assert.ok(stored.ok);
    const again = await openContentStore(folder);
    assert.equal((await again.read(stored.value.sha256)).toString(), "Sổ đăng ký khai sinh");
  });

  for (const call of ["open", "writeFile", "datasync", "rename"] as const) {
    it(`says that the disk is full when ${call} says so, leaves nothing half, and works again when there is room`, async () => {
      const disk = fullDisk(call);
      const full = await openContentStore(folder, disk);
      const bytes = randomBytes(700_000);
      assert.deepEqual(await full.put(inPieces(bytes, 65_536), LIMIT_BYTES), { ok: false, reason: "disk-full" });
      assert.deepEqual(await incoming(), []);
      disk.makeRoom();
      assert.equal((await full.putBytes(bytes)).ok, true);
    });
  }

  it("hides no other fault of the disk behind a refusal", async () => {
    const broken = await openContentStore(folder, { open, rename: () => Promise.reject(fault("EIO")) });
    await assert.rejects(broken.putBytes(randomBytes(1000)), { code: "EIO" });
    assert.deepEqual(await incoming(), []);
  });

  it("gives a file its name only after its bytes are synced", async () => {
    const calls: string[] = [];
    const watched = await openContentStore(folder, {
      open: async (...args: Parameters<typeof open>) => {
        const file = await open(...args);
        return watching(file, "datasync", () => calls.push("datasync"));
      },
      rename: async (from, to) => {
        calls.push((await stat(from)).size === 5000 ? "rename of the whole" : "rename of a half");
        await rename(from, to);
      },
    });
    await watched.putBytes(randomBytes(5000));
    assert.deepEqual(calls, ["datasync", "rename of the whole"]);
  });
});

async function* inPieces(bytes: Uint8Array, sizeBytes: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += sizeBytes) yield bytes.subarray(from, from + sizeBytes);
}

/** A disk on which one kind of call finds no room until some is made. */
function fullDisk(call: "open" | "writeFile" | "datasync" | "rename"): Disk & { makeRoom(): void } {
  let full = true;
  const fail = () => Promise.reject(fault("ENOSPC"));
  return {
    makeRoom: () => {
      full = false;
    },
    open: async (...args: Parameters<typeof open>) => {
      if (full && call === "open") return fail();
      const file = await open(...args);
      return full && (call === "writeFile" || call === "datasync") ? watching(file, call, fail) : file;
    },
    rename: (from, to) => (full && call === "rename" ? fail() : rename(from, to)),
  };
}

/** The file handle with something done before one of its calls. */
function watching(file: FileHandle, call: "writeFile" | "datasync", first: () => unknown): FileHandle {
  const original = file[call].bind(file) as (...args: unknown[]) => Promise<void>;
  return Object.assign(file, {
    [call]: async (...args: unknown[]) => {
      await first();
      return original(...args);
    },
  });
}

function fault(code: string): Error {
  return Object.assign(new Error(code), { code });
}
