import { readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";

/**
 * As whom PostgreSQL runs. It refuses root, so root starts it as `nobody`. Where a folder above the data or the binaries is closed to
 * others (a clone in /root, a folder of mktemp), `nobody` gets the one capability that lets it through, by setpriv of util-linux.
 */
export interface ServerUser {
  /** null: the user who runs the program. */
  readonly uid: number | null;
  /** What is put before the command line. */
  readonly prefix: readonly string[];
}

export function serverUser(paths: readonly string[]): ServerUser {
  if (process.getuid?.() !== 0) return { uid: null, prefix: [] };
  const uid = uidOf("nobody");
  const bare = ["setpriv", `--reuid=${uid}`, `--regid=${uid}`, "--clear-groups"];
  if (paths.every(openToOthers)) return { uid, prefix: bare };
  const capability = hasCapability(CAP_DAC_READ_SEARCH) ? "dac_read_search" : "dac_override";
  return { uid, prefix: [...bare, `--inh-caps=+${capability}`, `--ambient-caps=+${capability}`] };
}

const CAP_DAC_READ_SEARCH = 2n;
const SEARCHABLE_BY_OTHERS = 0o001;

function openToOthers(path: string): boolean {
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & SEARCHABLE_BY_OTHERS) === 0) return false;
  }
  return true;
}

function uidOf(name: string): number {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  return Number(line?.split(":")[2] ?? 65534);
}

/** Containers keep back some capabilities even from root. */
function hasCapability(bit: bigint): boolean {
  const bounding = /^CapBnd:\s*([0-9a-f]+)/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1] ?? "0";
  return ((BigInt(`0x${bounding}`) >> bit) & 1n) === 1n;
}
