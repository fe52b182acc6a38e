import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/** What postmaster.pid says of the server that runs on a cluster. */
export interface ServerLock {
  readonly pid: number;
  readonly port: number;
  /** Empty on Windows. */
  readonly socketFolder: string;
  /** It takes connections; otherwise it is still starting, or already stopping. */
  readonly ready: boolean;
}

/**
 * The living server on this cluster, or null. A lock that a power cut left behind is not believed: in containers above all, the number of the
 * dead server soon belongs to another program. Then the lock is taken away, because PostgreSQL would believe it.
 */
export function livingServer(clusterFolder: string): ServerLock | null {
  const file = join(clusterFolder, "postmaster.pid");
  const lock = readLock(file);
  if (!lock || !isAlive(lock.pid)) return null;
  if (isPostgres(lock.pid)) return lock;
  rmSync(file, { force: true });
  return null;
}

/** The lines: pid, data folder, start time, port, socket folder, address, shared memory, status. The last come a moment after the first. */
function readLock(file: string): ServerLock | null {
  const [pid, , , port, socketFolder = "", , , status = ""] = readText(file).split("\n");
  if (!(Number(pid) > 0)) return null;
  return { pid: Number(pid), port: Number(port ?? 0), socketFolder, ready: status.trim() === "ready" };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Only Linux lets us look without help; elsewhere a living process is taken for the server. */
function isPostgres(pid: number): boolean {
  if (process.platform !== "linux") return true;
  const [program = ""] = readText(`/proc/${pid}/cmdline`).split("\0");
  return /(^|\/)postgres(:|$)/.test(program);
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "")) return "";
    throw error;
  }
}
