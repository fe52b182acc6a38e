import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { embeddedBinaries } from "./binaries.ts";
import { type Cluster, claim } from "./cluster.ts";
import { changePassword, type InitialiseOptions, initialise } from "./initialise.ts";
import { newPassword, readPassword, writePassword } from "./password.ts";
import { type Account, serverUser } from "./user.ts";

/**
 * The cluster of this data folder, made by initdb when there is none. One that is half made (the power went during the first start) is made
 * anew; one that came back from a backup without its owner or its password gets them again.
 */
export async function openCluster(dataFolder: string, options: InitialiseOptions): Promise<Cluster> {
  mkdirSync(dataFolder, { recursive: true });
  const folder = join(resolve(dataFolder), "postgres");
  const passwordFile = join(resolve(dataFolder), "database-password");
  const binaries = embeddedBinaries();
  const owner = ownerOfCluster(folder, binaries.major);
  const user = serverUser(owner, resolve(dataFolder), binaries.postgres);
  if (owner) claim(folder, user);
  const known = readPassword(passwordFile);
  const cluster = { folder, logFile: `${folder}.log`, password: known ?? newPassword(), binaries, user };
  if (!owner) await initialise(cluster, options);
  else if (known === null) await changePassword(cluster);
  if (known === null) writePassword(passwordFile, cluster.password);
  return cluster;
}

/** Who owns the cluster that is there; null where there is none yet. Refuses a folder that is something else. */
function ownerOfCluster(folder: string, major: string): Account | null {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) return null;
  if (process.getuid && process.getuid() !== 0 && process.getuid() !== found.uid)
    throw new Error(`Thư mục ${folder} là của người dùng số ${found.uid}. Xin chạy chương trình bằng người dùng ấy, hoặc bằng root.`);
  if (readdirSync(folder).length === 0) return null;
  const versionFile = join(folder, "PG_VERSION");
  if (!existsSync(versionFile)) throw new Error(`Trong ${folder} có tệp lạ, không phải cơ sở dữ liệu. Xin dời thư mục ấy đi rồi chạy lại.`);
  const version = readFileSync(versionFile, "utf8").trim();
  if (version !== major)
    throw new Error(`Dữ liệu trong ${folder} là của PostgreSQL ${version}, mà chương trình này mang theo PostgreSQL ${major}.`);
  return { uid: found.uid, gid: found.gid };
}
