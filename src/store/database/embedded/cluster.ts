import { chmodSync, chownSync, lchownSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Binaries } from "./binaries.ts";
import type { ServerUser } from "./user.ts";

/** The files of one PostgreSQL under the data folder, and what it takes to start it. */
export interface Cluster {
  readonly folder: string;
  readonly logFile: string;
  readonly password: string;
  readonly binaries: Binaries;
  readonly user: ServerUser;
}

export const DATABASE_USER = "loc_vung";

/** PostgreSQL wants its folder to be its own and closed to others; copying as root often leaves it otherwise. */
export function claim(folder: string, user: ServerUser): void {
  const { uid, mode } = statSync(folder);
  if ((mode & 0o777) !== 0o700) chmodSync(folder, 0o700);
  if (!user.account || uid === user.account.uid) return;
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    lchownSync(join(folder, name), user.account.uid, user.account.gid);
  }
  chownSync(folder, user.account.uid, user.account.gid);
}

/** Makes a path the server's own, closed to everybody else. */
export function give(user: ServerUser, path: string): void {
  if (user.account) chownSync(path, user.account.uid, user.account.gid);
  chmodSync(path, statSync(path).isDirectory() ? 0o700 : 0o600);
}
