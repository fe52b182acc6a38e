import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assert } from "../../base/assert.ts";
import { embeddedBinaries } from "./embedded-binaries.ts";
import { type ServerUser, serverUser } from "./embedded-user.ts";

/** The files of one PostgreSQL under the data folder, and what it takes to start it. */
export interface Cluster {
  readonly folder: string;
  readonly logFile: string;
  readonly password: string;
  readonly binaries: { readonly initdb: string; readonly postgres: string };
  readonly user: ServerUser;
}

export const DATABASE_USER = "loc_vung";
/** The socket's name carries it; nothing listens on the network. On Windows it is the port on 127.0.0.1. */
export const DATABASE_PORT = 54320;

/** The cluster of this data folder, made by initdb when there is none. A half-made one (power cut during the first start) is made anew. */
export function openCluster(dataFolder: string, progress: (sentence: string) => void): Cluster {
  mkdirSync(dataFolder, { recursive: true });
  const binaries = embeddedBinaries();
  const user = serverUser([join(dataFolder, "postgres"), binaries.postgres]);
  const cluster = {
    folder: join(dataFolder, "postgres"),
    logFile: join(dataFolder, "postgres.log"),
    password: readPassword(join(dataFolder, "database-password")),
    binaries,
    user,
  };
  if (!existsSync(cluster.folder)) initialise(cluster, progress);
  return cluster;
}

/** What postmaster.pid says of a server that runs, or ran. `ready` once it takes connections. */
export function readPidFile(cluster: Cluster): { pid: number; socketFolder: string; ready: boolean } | null {
  const file = join(cluster.folder, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  return Number.isInteger(pid) && pid > 0 ? { pid, socketFolder: lines[4] ?? "", ready: lines[7]?.trim() === "ready" } : null;
}

/** Starts the server, detached from our process group so that Ctrl-C reaches it only through us. */
export function spawnServer(cluster: Cluster, extraSettings: Readonly<Record<string, string>>): void {
  if ((statSync(cluster.logFile, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES)
    renameSync(cluster.logFile, `${cluster.logFile}.1`);
  const log = openSync(cluster.logFile, "a", 0o600);
  const settings = { ...SETTINGS, ...listening(cluster), ...extraSettings };
  const args = ["-D", cluster.folder, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
  const [command, ...rest] = [...cluster.user.prefix, cluster.binaries.postgres, ...args];
  assert(command !== undefined, "there is a command to run");
  const child = spawn(command, rest, { cwd: "/", detached: true, stdio: ["ignore", log, log], env: SERVER_ENVIRONMENT });
  child.on("error", () => {});
  child.unref();
  closeSync(log);
}

const LOG_LIMIT_BYTES = 10_000_000;

/** fsync, synchronous_commit and full_page_writes keep their safe defaults. Logs carry no statements and no details: they hold personal data. */
const SETTINGS = {
  max_connections: "60",
  jit: "off",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  timezone: "UTC",
};

const SERVER_ENVIRONMENT = { PATH: "/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C.UTF-8" };

function listening(cluster: Cluster): Record<string, string> {
  if (process.platform === "win32") return { listen_addresses: "127.0.0.1", port: String(DATABASE_PORT) };
  return {
    listen_addresses: "",
    port: String(DATABASE_PORT),
    unix_socket_directories: socketFolder(cluster),
    unix_socket_permissions: "0700",
  };
}

/** Beside the cluster while the path is short enough for a socket (107 bytes); otherwise a fresh folder under /tmp. */
function socketFolder(cluster: Cluster): string {
  const beside = `${cluster.folder}-socket`;
  const folder = Buffer.byteLength(beside) < 85 && !beside.includes(",") ? beside : mkdtempSync(join(tmpdir(), "loc-vung-"));
  mkdirSync(folder, { recursive: true });
  give(cluster, folder);
  return folder;
}

function initialise(cluster: Cluster, progress: (sentence: string) => void): void {
  progress("Đang tạo cơ sở dữ liệu lần đầu …");
  const making = `${cluster.folder}.making`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making);
  give(cluster, making);
  const secrets = mkdtempSync(join(tmpdir(), "loc-vung-"));
  const passwordFile = join(secrets, "password");
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
  for (const path of [secrets, passwordFile]) give(cluster, path);
  try {
    const locale = ["-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8"];
    const args = ["-D", making, "-U", DATABASE_USER, "-A", "scram-sha-256", `--pwfile=${passwordFile}`, ...locale];
    const [command, ...rest] = [...cluster.user.prefix, cluster.binaries.initdb, ...args];
    assert(command !== undefined, "there is a command to run");
    const made = spawnSync(command, rest, { cwd: "/", encoding: "utf8", env: SERVER_ENVIRONMENT });
    if (made.status !== 0) throw new Error(`Chưa tạo được cơ sở dữ liệu: ${made.error?.message ?? ""}${made.stderr ?? ""}`);
  } finally {
    rmSync(secrets, { recursive: true, force: true });
  }
  renameSync(making, cluster.folder);
}

function give(cluster: Cluster, path: string): void {
  if (cluster.user.uid !== null) chownSync(path, cluster.user.uid, cluster.user.uid);
  if (statSync(path).isDirectory()) chmodSync(path, 0o700);
}

function readPassword(file: string): string {
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}
