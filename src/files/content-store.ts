import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { ok, type Result, refuse } from "../base/result.ts";

export interface StoredContent {
  readonly sha256: string;
  readonly sizeBytes: number;
}

export type ContentProblem = "too-large" | "disk-full" | "interrupted" | "empty";

/**
 * The bytes of papers and results, each under the hash of what it holds: the same content is one file, and a file never changes. What put()
 * has answered is on disk: the file is synced before it gets its name, and the folder after.
 */
export interface ContentStore {
  put(source: AsyncIterable<Uint8Array>, limitBytes: number): Promise<Result<StoredContent, ContentProblem>>;
  putBytes(bytes: Uint8Array): Promise<Result<StoredContent, ContentProblem>>;
  read(sha256: string): Promise<Buffer>;
  stream(sha256: string): Readable;
  has(sha256: string): Promise<boolean>;
  path(sha256: string): string;
  remove(sha256: string): Promise<void>;
  /** Removes what was left half by a power cut; called at start. Answers how many files went. */
  sweepIncoming(): Promise<number>;
}

export async function openContentStore(folder: string): Promise<ContentStore> {
  const incoming = join(folder, "incoming");
  await mkdir(incoming, { recursive: true });
  await Promise.all(BUCKETS.map((bucket) => mkdir(join(folder, bucket), { recursive: true })));
  await syncFolder(folder);
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), checkedHash(sha256));

  const put: ContentStore["put"] = async (source, limitBytes) => {
    const half = join(incoming, randomUUID());
    try {
      const written = await writeSynced(half, source, limitBytes);
      if (!written.ok) return written;
      await rename(half, pathOf(written.value.sha256));
      await syncFolder(join(folder, written.value.sha256.slice(0, 2)));
      return written;
    } catch (error) {
      return refuse((error as NodeJS.ErrnoException).code === "ENOSPC" ? "disk-full" : "interrupted");
    } finally {
      await rm(half, { force: true });
    }
  };

  return {
    put,
    putBytes: (bytes) => put(once(bytes), bytes.length),
    read: (sha256) => readFile(pathOf(sha256)),
    stream: (sha256) => createReadStream(pathOf(sha256)),
    has: (sha256) =>
      stat(pathOf(sha256)).then(
        () => true,
        () => false,
      ),
    path: pathOf,
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    sweepIncoming: async () => {
      const left = await readdir(incoming);
      await Promise.all(left.map((name) => rm(join(incoming, name), { force: true })));
      return left.length;
    },
  };
}

/** 256 folders, made once at start, so that putting a file syncs one small folder only. */
const BUCKETS = Array.from({ length: 256 }, (_, index) => index.toString(16).padStart(2, "0"));

async function writeSynced(
  path: string,
  source: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<Result<StoredContent, ContentProblem>> {
  const hash = createHash("sha256");
  const file = await open(path, "wx", 0o600);
  let sizeBytes = 0;
  try {
    for await (const chunk of source) {
      sizeBytes += chunk.length;
      if (sizeBytes > limitBytes) return refuse("too-large");
      hash.update(chunk);
      await file.writeFile(chunk);
    }
    if (sizeBytes === 0) return refuse("empty");
    await file.datasync();
  } finally {
    await file.close();
  }
  return ok({ sha256: hash.digest("hex"), sizeBytes });
}

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

function checkedHash(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("not a content hash");
  return sha256;
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes;
}
