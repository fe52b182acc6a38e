import { readFileSync, realpathSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * As whom PostgreSQL runs. It refuses root, so root starts it as the owner of the data that is there, or as `nobody`. Where a folder above
 * the data or the binaries is closed to that user (a clone in /root, a folder of mktemp), the server gets the one capability of root that
 * lets it through, by setpriv of util-linux.
 */
export interface ServerUser {
  /** null: the user who runs the program. */
  readonly account: Account | null;
  /** What is put before the command line. */
  readonly prefix: readonly string[];
}

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** `owner`: to whom existing data belongs. The server must be able to enter the folders and to run the program. */
export function serverUser(owner: Account | null, dataFolder: string, program: string): ServerUser {
  if (process.getuid?.() !== 0) return { account: null, prefix: [] };
  const account = owner && owner.uid !== 0 ? owner : nobody();
  const closed = [dataFolder, dirname(program)].find((folder) => !canReach(account, folder));
  if (closed === undefined && may(account, program)) return { account, prefix: [] };
  const capability = capabilities(may(account, program)).find(isHeld);
  if (capability === undefined || !isHeld("setpcap"))
    throw new Error(
      `PostgreSQL không chạy bằng root được, còn người dùng số ${account.uid} không vào được ${closed ?? program}. Xin đặt LOC_VUNG_DATA ở nơi khác, ví dụ /var/lib/loc-vung.`,
    );
  const ids = [`--reuid=${account.uid}`, `--regid=${account.gid}`, "--clear-groups"];
  return { account, prefix: ["setpriv", ...ids, ...ACCESS_COUNTS_IT, `--inh-caps=+${capability}`, `--ambient-caps=+${capability}`] };
}

/** PostgreSQL looks for its own programs with access(2), which forgets the capabilities of ordinary users unless told (capabilities(7)). */
const ACCESS_COUNTS_IT = ["--securebits=+no_setuid_fixup"];

type Capability = "dac_override" | "dac_read_search" | "setpcap";

/** The lesser one lets folders be entered and files be read; a program that is closed too (installed with umask 077) wants the greater. */
function capabilities(mayRun: boolean): readonly ("dac_override" | "dac_read_search")[] {
  return mayRun ? ["dac_read_search", "dac_override"] : ["dac_override"];
}

/** Whether the folder and every one above it may be entered, by its name and by what the name links to. */
function canReach(account: Account, folder: string): boolean {
  return [folder, realpathSync(folder)].every((start) => {
    for (let path = start; path !== dirname(path); path = dirname(path)) {
      if (!may(account, path)) return false;
    }
    return true;
  });
}

/** Whether the account may enter this folder, or run this program. */
function may(account: Account, path: string): boolean {
  const { mode, uid, gid } = statSync(path);
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  return (mode & bit) !== 0;
}

function nobody(): Account {
  const entry = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .find(([name]) => name === "nobody");
  return { uid: Number(entry?.[2] ?? 65534) >>> 0, gid: Number(entry?.[3] ?? 65534) >>> 0 }; // macOS writes -2
}

const CAPABILITY_BITS = { dac_override: 1n, dac_read_search: 2n, setpcap: 8n } as const satisfies Record<Capability, bigint>;

/** Containers keep back some capabilities even from root, and only Linux has them. */
function isHeld(capability: Capability): boolean {
  if (process.platform !== "linux") return false;
  const held = /^CapEff:\s*([0-9a-f]+)/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? "0";
  return ((BigInt(`0x${held}`) >> CAPABILITY_BITS[capability]) & 1n) === 1n;
}
