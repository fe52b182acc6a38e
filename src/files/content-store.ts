import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { ok, type Result, refuse } from "../base/result.ts";

export interface StoredContent {
  readonly sha256: string;
  readonly sizeBytes: number;
}

export type ContentProblem = "too-large" | "disk-full" | "interrupted" | "empty";

/**
 * The bytes of papers and results, each under the hash of what it holds (SHA-256, FIPS 180-4): the same content is one file, and a file never
 * changes. What put() has answered is on disk: the bytes are synced before they get their name, and the folder with the name after.
 */
export interface ContentStore {
  put(source: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Result<StoredContent, ContentProblem>>;
  putBytes(bytes: Uint8Array): Promise<Result<StoredContent, ContentProblem>>;
  read(sha256: string): Promise<Buffer>;
  stream(sha256: string): Readable;
  has(sha256: string): Promise<boolean>;
  path(sha256: string): string;
  remove(sha256: string): Promise<void>;
  /** Removes what was left half before that moment, by a power cut or a broken line. Answers how many files went. */
  sweepIncoming(olderThan: Date): Promise<number>;
}

/** The calls that can fail for want of space; tests hand in their own. */
export type Disk = { readonly open: typeof open; readonly rename: typeof rename };

/** Opens the store, and makes its folders where they are missing. */
export async function openContentStore(folder: string, disk: Disk = { open, rename }): Promise<ContentStore> {
  const incoming = join(folder, "incoming");
  await mkdir(incoming, { recursive: true });
  await Promise.all(BUCKETS.map((bucket) => mkdir(join(folder, bucket), { recursive: true })));
  await syncFolder(folder);
  await syncFolder(dirname(folder));
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), checkedHash(sha256));

  const put: ContentStore["put"] = async (source, limitBytes) => {
    const half = join(incoming, randomUUID());
    const stored = await refusingWhenFull(async () => {
      const written = await writeSynced(disk, half, source, limitBytes);
      if (written.ok) await disk.rename(half, pathOf(written.value.sha256));
      return written;
    });
    if (stored.ok) await syncFolder(dirname(pathOf(stored.value.sha256)));
    else await rm(half, { force: true });
    return stored;
  };

  return {
    put,
    putBytes: (bytes) => put(once(bytes), bytes.length),
    read: (sha256) => readFile(pathOf(sha256)),
    stream: (sha256) => createReadStream(pathOf(sha256)),
    has: (sha256) => isThere(pathOf(sha256)),
    path: pathOf,
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    sweepIncoming: (olderThan) => sweep(incoming, olderThan),
  };
}

/** 256 folders, made once at start, so that putting a file syncs one small folder only. */
const BUCKETS = Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, "0"));

/** A full disk and a quota used up are expected; every other fault of the disk is thrown. */
async function refusingWhenFull<Value>(work: () => Promise<Result<Value, ContentProblem>>): Promise<Result<Value, ContentProblem>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SourceBroke) return refuse("interrupted");
    if (["ENOSPC", "EDQUOT"].includes((error as NodeJS.ErrnoException).code ?? "")) return refuse("disk-full");
    throw error;
  }
}

async function writeSynced(
  disk: Disk,
  path: string,
  source: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<Result<StoredContent, ContentProblem>> {
  const file = await disk.open(path, "wx", 0o600);
  try {
    return await writeHashed(file, source, limitBytes);
  } finally {
    await file.close();
  }
}

async function writeHashed(
  file: FileHandle,
  source: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<Result<StoredContent, ContentProblem>> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  for await (const block of gathered(source)) {
    sizeBytes += block.length;
    if (sizeBytes > limitBytes) return refuse("too-large");
    hash.update(block);
    await file.writeFile(block);
  }
  if (sizeBytes === 0) return refuse("empty");
  await file.datasync();
  return ok({ sha256: hash.digest("hex"), sizeBytes });
}

/** A quarter of a megabyte: a page's file goes to the disk in one call, and a hundred at once stay in 25 MB of memory. */
const BLOCK_BYTES = 256 * 1024;

/** The source in blocks worth writing; a fault of the source is told apart from one of the disk. */
async function* gathered(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of source) {
      parts.push(part);
      length += part.length;
      if (length < BLOCK_BYTES) continue;
      yield Buffer.concat(parts);
      parts = [];
      length = 0;
    }
  } catch (cause) {
    throw new SourceBroke("the source of the bytes ended with a fault", { cause });
  }
  if (length > 0) yield Buffer.concat(parts);
}

class SourceBroke extends Error {}

/** A new name in a folder is durable once the folder is synced. Windows has no such call and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function sweep(incoming: string, olderThan: Date): Promise<number> {
  const left = await readdir(incoming);
  const old = await Promise.all(
    left.map(async (name) => {
      const found = await stat(join(incoming, name)).catch(() => null);
      if (found === null || found.mtime >= olderThan) return 0;
      await rm(join(incoming, name), { force: true });
      return 1;
    }),
  );
  return old.reduce<number>((sum, one) => sum + one, 0);
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
