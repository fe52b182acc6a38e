import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Cluster } from "./cluster.ts";
import { livingServer, type ServerLock } from "./lock.ts";
import type { Place } from "./place.ts";
import { type Settings, type Starting, startServer } from "./start-server.ts";
import { stopServer } from "./stop-server.ts";

export interface ReadyOptions {
  /** Where to listen if the server must be started. */
  readonly place: Place;
  readonly settings: Settings;
  /** A sentence for the person who waits. */
  readonly progress: (sentence: string) => void;
  /** Ends the waiting, and a start that is under way. */
  readonly signal: AbortSignal;
}

/**
 * Answers the server of this cluster once it takes connections.
 *
 * absent: it is started. When the lock or the memory of one that is just dying is in its way, or it says nothing at all, it is tried again for
 * ten seconds.
 * starting, stopping: it is waited for as long as it lives. After a power cut it first reads its log, and no program should hurry that.
 * ready: it must also answer. One whose socket was swept away with /tmp is stopped, and then it is absent.
 */
export async function readyServer(cluster: Cluster, options: ReadyOptions): Promise<ServerLock> {
  const giveUpAt = Date.now() + FAILING_PATIENCE_MS;
  let starting: Starting | null = null;
  for (;;) {
    if (options.signal.aborted) starting?.giveUp();
    options.signal.throwIfAborted();
    const server = livingServer(cluster.folder);
    if (server) {
      const ready = await waitFor(cluster, server.pid, options);
      if (ready) return ready;
    } else if (starting === null) {
      starting = startServer(cluster, options.place, options.settings);
    } else if (starting.ended() !== null) {
      const complaint = starting.complaint();
      const worthATry = complaint?.passes !== false && Date.now() < giveUpAt;
      if (!worthATry) throw new Error(`PostgreSQL không khởi động được: ${complaint?.sentence ?? starting.ended()}`);
      await sleep(RETRY_MS);
      starting = null;
    }
    await sleep(POLL_MS);
  }
}

const FAILING_PATIENCE_MS = 10_000;
const RETRY_MS = 500;
const POLL_MS = 15;
const SLOW_MS = 3_000;
const SILENCE_MS = 2_000;

/** This server once it is ready; null when it went away instead. */
async function waitFor(cluster: Cluster, pid: number, { progress, signal }: ReadyOptions): Promise<ServerLock | null> {
  const slow = setTimeout(() => progress("Cơ sở dữ liệu đang đọc lại nhật ký sau lần tắt đột ngột, xin chờ …"), SLOW_MS).unref();
  let silentSince: number | null = null;
  try {
    while (!signal.aborted) {
      const server = livingServer(cluster.folder);
      if (server?.pid !== pid) return null;
      if (server.ready && (await speaks(server))) return server;
      if (server.ready) silentSince ??= Date.now();
      if (silentSince !== null && Date.now() - silentSince > SILENCE_MS) await stopServer(cluster);
      await sleep(POLL_MS);
    }
    return null;
  } finally {
    clearTimeout(slow);
  }
}

/** A server that was killed this moment still has its socket: only a word from it proves that it lives. */
function speaks({ socketFolder, port }: ServerLock): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = socketFolder ? connect(join(socketFolder, `.s.PGSQL.${port}`)) : connect(port, "127.0.0.1");
    const end = (spoke: boolean) => () => {
      socket.destroy();
      resolve(spoke);
    };
    socket.on("connect", () => socket.write(SSL_REQUEST));
    socket.on("data", end(true)).on("error", end(false)).on("close", end(false));
    socket.setTimeout(SILENCE_MS, end(false));
  });
}

/** "Do you speak TLS?" (PostgreSQL's protocol, message SSLRequest): the answer is one letter, and costs no password. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]);
