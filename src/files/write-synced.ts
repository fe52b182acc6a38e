import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { ok, type Result, refuse } from "../base/result.ts";

export interface StoredContent {
  readonly sha256: string;
  readonly sizeBytes: number;
}

export type WriteProblem = "too-large" | "disk-full" | "interrupted" | "empty";

/** Writes a new file and syncs it, hashing on the way; a file over the limit, or with nothing in it, is left for the caller to remove. */
export async function writeSynced(
  disk: { readonly open: typeof open },
  path: string,
  source: AsyncIterable<Uint8Array>,
  limitBytes: number,
): Promise<Result<StoredContent, WriteProblem>> {
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
): Promise<Result<StoredContent, WriteProblem>> {
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

/** A full disk, a quota used up and a source that breaks off are expected; every other fault of the disk is thrown. */
export async function refusingFaults<Value>(work: () => Promise<Result<Value, WriteProblem>>): Promise<Result<Value, WriteProblem>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SourceBroke) return refuse("interrupted");
    if (["ENOSPC", "EDQUOT"].includes((error as NodeJS.ErrnoException).code ?? "")) return refuse("disk-full");
    throw error;
  }
}

/** A new name in a folder is durable once the folder is synced. Windows has no such call and needs none. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
