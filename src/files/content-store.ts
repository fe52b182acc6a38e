import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import type { Result } from "../base/result.ts";
import { refusingFaults, type StoredContent, syncFolder, type WriteProblem, writeSynced } from "./write-synced.ts";

/**
 * The bytes of papers and results, each under the hash of what it holds (SHA-256, FIPS 180-4): the same content is one file, and a file never
 * changes. What put() has answered is on disk: the bytes are synced before they get their name, and the folder with the name after.
 */
export interface ContentStore {
  put(source: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Result<StoredContent, WriteProblem>>;
  putBytes(bytes: Uint8Array): Promise<Result<StoredContent, WriteProblem>>;
  read(sha256: string): Promise<Buffer>;
  stream(sha256: string): Readable;
  has(sha256: string): Promise<boolean>;
  path(sha256: string): string;
  /** Removes it unless the same content was put in again after that moment. */
  removeOlder(sha256: string, olderThan: Date): Promise<boolean>;
  /** Removes what was left half before that moment, by a power cut or a broken line. Answers how many files went. */
  sweepIncoming(olderThan: Date): Promise<number>;
}

/** The calls that can fail for want of space; tests hand in failing ones. */
export interface Disk {
  readonly open: typeof open;
  readonly rename: typeof rename;
}

/** Opens the store, and makes its folders where they are missing. */
export async function openContentStore(folder: string, disk: Disk = { open, rename }): Promise<ContentStore> {
  const incoming = join(folder, "incoming");
  const made = await mkdir(incoming, { recursive: true });
  await Promise.all(BUCKETS.map((bucket) => mkdir(join(folder, bucket), { recursive: true })));
  await syncFolder(folder);
  if (made !== undefined) await syncFolder(dirname(made));
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), checkedHash(sha256));

  const put: ContentStore["put"] = async (source, limitBytes) => {
    const half = join(incoming, randomUUID());
    let kept = false;
    try {
      return await refusingFaults(async () => {
        const written = await writeSynced(disk, half, source, limitBytes);
        if (!written.ok) return written;
        const whole = pathOf(written.value.sha256);
        await disk.rename(half, whole);
        kept = true;
        await syncFolder(dirname(whole));
        return written;
      });
    } finally {
      if (!kept) await rm(half, { force: true });
    }
  };

  return {
    put,
    putBytes: (bytes) => put(once(bytes), bytes.length),
    read: (sha256) => readFile(pathOf(sha256)),
    stream: (sha256) => createReadStream(pathOf(sha256)),
    has: (sha256) => isThere(pathOf(sha256)),
    path: pathOf,
    removeOlder: (sha256, olderThan) => removeOlder(pathOf(sha256), olderThan),
    sweepIncoming: (olderThan) => sweep(incoming, olderThan),
  };
}

/** 256 folders, made once at start, so that putting a file syncs one small folder only. */
const BUCKETS = Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, "0"));

async function sweep(incoming: string, olderThan: Date): Promise<number> {
  const left = await readdir(incoming);
  const old = await Promise.all(left.map((name) => removeOlder(join(incoming, name), olderThan)));
  return old.filter(Boolean).length;
}

/** Answers whether it was there and old. */
async function removeOlder(path: string, olderThan: Date): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (found === null || found.mtime >= olderThan) return false;
  await rm(path, { force: true });
  return true;
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

function checkedHash(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("not a content hash");
  return sha256;
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
