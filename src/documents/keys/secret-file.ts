import { randomBytes, randomUUID } from "node:crypto";
import { chmod, link, mkdir, open, readFile, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { ok, type Result, refuse } from "../../base/result.ts";

/** The file is there, and what stands in it is no secret of ours, or cannot be read. */
export type SecretFileProblem = "secret-unusable";

const SECRET_BYTES = 32;
const OWNER_ONLY = 0o600;

/** 64 hexadecimal digits, as the file and the environment have them; null for anything else. */
export function parseSecret(text: string): Uint8Array | null {
  return /^[0-9a-f]{64}$/i.test(text.trim()) ? new Uint8Array(Buffer.from(text.trim(), "hex")) : null;
}

/** Read anew each time, so that a file that was put back counts at once, and is again its owner's alone. Null when there is none. */
export async function readSecretFile(path: string): Promise<Result<Uint8Array | null, SecretFileProblem>> {
  try {
    const secret = parseSecret(await readFile(path, "utf8"));
    await chmod(path, OWNER_ONLY).catch(() => {});
    return secret ? ok(secret) : refuse("secret-unusable");
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT" ? ok(null) : refuse("secret-unusable");
  }
}

/** The secret of the file, which is made when there is none: for its owner's eyes only, whole on the disk before anything hangs on it. */
export async function takeOrMakeSecretFile(path: string): Promise<Result<Uint8Array, SecretFileProblem>> {
  const there = await readSecretFile(path);
  if (!there.ok) return there;
  if (there.value) return ok(there.value);
  await makeFile(path);
  const made = await readSecretFile(path);
  return made.ok && made.value ? ok(made.value) : refuse("secret-unusable");
}

/** Another program that makes it at the same moment may come first: then its file stays. */
async function makeFile(path: string): Promise<void> {
  const folder = dirname(path);
  const unfinished = `${path}.${randomUUID()}`;
  await mkdir(folder, { recursive: true });
  await writeWhole(unfinished, `${randomBytes(SECRET_BYTES).toString("hex")}\n`);
  try {
    await link(unfinished, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await rm(unfinished);
  }
  await syncFolder(folder);
}

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(path, "wx", OWNER_ONLY);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The file's name is on the disk too; Windows has no such thing and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
