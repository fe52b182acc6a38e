import { mkdirSync, mkdtempSync, rmdirSync } from "node:fs";
import { createServer } from "node:net";
import { dirname } from "node:path";
import { type Cluster, give } from "./cluster.ts";
import type { ServerLock } from "./lock.ts";

/** Where the server listens: on a unix socket in a folder that is closed to others; on Windows on a port of 127.0.0.1. Never on the network. */
export interface Place {
  /** Null on Windows. */
  readonly socketFolder: string | null;
  readonly port: number;
}

export const placeOf = (server: ServerLock): Place => ({ socketFolder: server.socketFolder || null, port: server.port });

/** Beside the cluster while the path is short enough for a socket; otherwise a fresh folder under /tmp. */
export async function choosePlace(cluster: Cluster): Promise<Place> {
  if (process.platform === "win32") return { socketFolder: null, port: await freePort() };
  const beside = `${cluster.folder}-socket`;
  const fits = Buffer.byteLength(beside) <= LONGEST_SOCKET_FOLDER_BYTES && !/[",]/.test(beside);
  return { socketFolder: fits ? beside : mkdtempSync(`${SHORT_FOLDER}/loc-vung-`), port: SOCKET_PORT };
}

/** The settings that make the server listen there. */
export function listenAt(place: Place, cluster: Cluster): Record<string, string> {
  if (place.socketFolder === null) return { listen_addresses: "127.0.0.1", port: String(place.port) };
  mkdirSync(place.socketFolder, { recursive: true });
  give(cluster.user, place.socketFolder);
  return {
    listen_addresses: "",
    port: String(place.port),
    unix_socket_directories: place.socketFolder,
    unix_socket_permissions: "0700",
  };
}

/** After the server ended: a folder that was made for its socket alone is of no use any more. */
export function leave(place: Place): void {
  if (place.socketFolder === null || dirname(place.socketFolder) !== SHORT_FOLDER) return;
  try {
    rmdirSync(place.socketFolder);
  } catch {
    // not empty, or gone already: nothing depends on it
  }
}

/** Only a part of the socket's name. */
const SOCKET_PORT = 54320;
/** macOS allows 103 bytes to a socket's path, Linux 107; "/.s.PGSQL.54320" takes 15. */
const LONGEST_SOCKET_FOLDER_BYTES = 85;
const SHORT_FOLDER = "/tmp";

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
