import { DATABASE_USER } from "./embedded/cluster.ts";
import { livingServer } from "./embedded/lock.ts";
import { openCluster } from "./embedded/open-cluster.ts";
import { choosePlace, leave, placeOf } from "./embedded/place.ts";
import { readyServer } from "./embedded/ready-server.ts";
import type { Settings } from "./embedded/start-server.ts";
import { stopServer } from "./embedded/stop-server.ts";
import { watchOver } from "./embedded/watch.ts";

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
  /** A sentence for the person who waits, or who looks after the machine. */
  readonly progress?: (sentence: string) => void;
  /** Further settings of PostgreSQL; tests switch fsync off. */
  readonly settings?: Settings;
}

/**
 * Keeps one PostgreSQL running on the data folder: starts it, or takes over the one that a killed program left running, and starts it again
 * whenever it dies, at the same place, until stop(). Throws a sentence for the person at the machine when it cannot.
 */
export async function startEmbedded({ dataFolder, progress = () => {}, settings = {} }: EmbeddedOptions): Promise<EmbeddedServer> {
  const cluster = await openCluster(dataFolder, { progress, durable: settings.fsync !== "off" });
  const found = livingServer(cluster.folder);
  const ending = new AbortController();
  const start = { settings, progress, signal: ending.signal };
  const chosen = found?.ready ? placeOf(found) : await choosePlace(cluster);
  const server = await readyServer(cluster, { ...start, place: chosen }).catch((error) => {
    leave(chosen);
    throw error;
  });
  const place = placeOf(server);
  const watch = watchOver(cluster, { ...start, place });
  return {
    connection: {
      host: place.socketFolder ?? "127.0.0.1",
      port: place.port,
      user: DATABASE_USER,
      password: cluster.password,
      database: "postgres",
    },
    adopted: found?.pid === server.pid,
    stop: async () => {
      ending.abort();
      await watch.ended;
      await stopServer(cluster);
      leave(place);
    },
  };
}
