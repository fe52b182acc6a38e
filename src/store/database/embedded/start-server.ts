import { closeSync, fstatSync, openSync, renameSync, statSync } from "node:fs";
import type { Cluster } from "./cluster.ts";
import { listenAt, type Place } from "./place.ts";
import { spawnAs } from "./run.ts";
import { type Complaint, whyNot } from "./why-not.ts";

export type Settings = Readonly<Record<string, string>>;

/** A server that was started. On Windows pg_ctl hands it over, and itself ends at once. */
export interface Starting {
  /** Null while its process lives; otherwise what became of it. */
  ended(): string | null;
  /** What it complained of since its start. */
  complaint(): Complaint | null;
  giveUp(): void;
}

/** Starts the server apart from our process group, so that Ctrl-C reaches it only through us, and a kill of ours does not end it. */
export function startServer(cluster: Cluster, place: Place, settings: Settings): Starting {
  const log = openLog(cluster.logFile);
  const lengthBefore = fstatSync(log).size;
  const all = Object.entries({ ...SETTINGS, ...listenAt(place, cluster), ...settings }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const [program, args] =
    process.platform === "win32"
      ? // PostgreSQL refuses an administrator's rights; pg_ctl lays them down first
        ([cluster.binaries.pgCtl, ["start", "-W", "-D", cluster.folder, "-l", cluster.logFile, "-o", all.join(" ")]] as const)
      : ([cluster.binaries.postgres, ["-D", cluster.folder, ...all]] as const);
  let ended: string | null = null;
  const child = spawnAs(cluster.user, program, args, { detached: true, stdio: ["ignore", log, log], windowsHide: true });
  child.on("error", (error) => {
    ended = error.message;
  });
  child.on("exit", (code, signal) => {
    ended = `${signal ?? code}`;
  });
  child.unref();
  closeSync(log);
  return { ended: () => ended, complaint: () => whyNot(cluster.logFile, lengthBefore), giveUp: () => void child.kill("SIGINT") };
}

/** fsync, synchronous_commit and full_page_writes keep their safe defaults. The log has no statements and no details: they hold personal data. */
const SETTINGS: Settings = {
  max_connections: "60",
  jit: "off",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  timezone: "UTC",
};

const LOG_LIMIT_BYTES = 10_000_000;

function openLog(file: string): number {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  return openSync(file, "a", 0o600);
}
