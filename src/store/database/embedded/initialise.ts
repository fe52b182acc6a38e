import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type Cluster, DATABASE_USER, give } from "./cluster.ts";
import { syncFolder } from "./password.ts";
import { runAs } from "./run.ts";
import { stopServer } from "./stop-server.ts";

export interface InitialiseOptions {
  /** A sentence for the person who waits. */
  readonly progress: (sentence: string) => void;
  /** Whether a new cluster goes to disk before it is used: always, but for the quick servers of tests. */
  readonly durable: boolean;
}

/**
 * Makes an empty cluster beside its place and moves it there when it is whole. Text sorts and compares by code point on every system alike, so
 * that no index depends on a library of the machine; lists for people are sorted when they are shown. Data pages carry checksums by default.
 */
export async function initialise(cluster: Cluster, { progress, durable }: InitialiseOptions): Promise<void> {
  progress("Đang tạo cơ sở dữ liệu lần đầu …");
  const making = `${cluster.folder}.making`;
  const passwordFile = `${making}-password`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making);
  give(cluster.user, making);
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
  give(cluster.user, passwordFile);
  const access = ["-U", DATABASE_USER, "-A", "scram-sha-256", `--pwfile=${passwordFile}`];
  const locale = ["-E", "UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C.UTF-8"];
  try {
    await runAs(cluster.user, cluster.binaries.initdb, ["-D", making, ...access, ...locale, ...(durable ? [] : ["--no-sync"])]);
  } catch (error) {
    throw new Error(`Chưa tạo được cơ sở dữ liệu: ${(error as Error).message}`, { cause: error });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(making, cluster.folder);
  syncFolder(dirname(cluster.folder));
}

/** Gives a cluster whose password is lost a new one, in PostgreSQL's single-user mode, which asks for none. */
export async function changePassword(cluster: Cluster): Promise<void> {
  await stopServer(cluster);
  const sql = `alter role ${DATABASE_USER} password '${cluster.password}'\n`;
  await runAs(cluster.user, cluster.binaries.postgres, ["--single", "-D", cluster.folder, "postgres"], sql);
}
