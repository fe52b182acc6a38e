import { setTimeout as sleep } from "node:timers/promises";
import { type Cluster, DATABASE_PORT, DATABASE_USER, openCluster, readPidFile, spawnServer } from "./embedded-cluster.ts";

/** How to reach a server; `host` is a socket folder when it begins with a slash. */
export interface ConnectionOptions {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export interface EmbeddedServer {
  readonly connection: ConnectionOptions;
  /** A server that was still running (the program was killed) was taken over. */
  readonly adopted: boolean;
  /** Ends the server; what is committed is on disk before and after. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataFolder: string;
  /** A sentence for the person who waits. */
  readonly progress?: (sentence: string) => void;
  /** Further settings of PostgreSQL; tests switch fsync off. */
  readonly settings?: Readonly<Record<string, string>>;
}

/**
 * Keeps one PostgreSQL running on the data folder.
 *
 * Its modes: absent (no process), starting (a process, not ready), ready. We start it when it is absent, adopt it when it is there, and look
 * every half second whether its process lives: a server that died is started again. When the whole machine was killed the old lock lives up
 * to a second, so starting is tried for a while before complaining. After stop() nothing is started any more.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const cluster = openCluster(options.dataFolder, options.progress ?? (() => {}));
  const settings = options.settings ?? {};
  const adopted = isRunning(cluster);
  const socketFolder = await ensureReady(cluster, settings);
  let stopping = false;
  let reviving: Promise<unknown> | null = null;
  const watch = setInterval(() => {
    if (stopping || reviving !== null || isRunning(cluster)) return;
    reviving = ensureReady(cluster, settings)
      .catch(() => {})
      .finally(() => {
        reviving = null;
      });
  }, WATCH_MS).unref();

  return {
    connection: {
      host: process.platform === "win32" ? "127.0.0.1" : socketFolder,
      port: DATABASE_PORT,
      user: DATABASE_USER,
      password: cluster.password,
      database: "postgres",
    },
    adopted,
    stop: async () => {
      stopping = true;
      clearInterval(watch);
      await reviving;
      await stopServer(cluster);
    },
  };
}

const WATCH_MS = 500;
const START_PATIENCE_MS = 60_000;
const RETRY_MS = 1_000;
const POLL_MS = 20;

/** Waits until the server takes connections, starting it as often as needed; answers its socket folder. */
async function ensureReady(cluster: Cluster, settings: Readonly<Record<string, string>>): Promise<string> {
  const giveUpAt = Date.now() + START_PATIENCE_MS;
  let nextTryAt = 0;
  while (Date.now() < giveUpAt) {
    const server = readPidFile(cluster);
    if (server && isAlive(server.pid)) {
      if (server.ready) return server.socketFolder;
    } else if (Date.now() >= nextTryAt) {
      spawnServer(cluster, settings);
      nextTryAt = Date.now() + RETRY_MS;
    }
    await sleep(POLL_MS);
  }
  throw new Error(`PostgreSQL không khởi động được. Xin xem ${cluster.logFile}.`);
}

async function stopServer(cluster: Cluster): Promise<void> {
  const server = readPidFile(cluster);
  if (!server || !isAlive(server.pid)) return;
  process.kill(server.pid, "SIGINT"); // a fast shutdown: sessions end, what is committed stays
  while (isAlive(server.pid) && readPidFile(cluster) !== null) await sleep(POLL_MS);
}

function isRunning(cluster: Cluster): boolean {
  const server = readPidFile(cluster);
  return server !== null && isAlive(server.pid);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
