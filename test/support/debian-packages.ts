import { execFileSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Programs of Debian packages: unpacked into a folder, with the libraries that they want. */
export interface Unpacked {
  readonly root: string;
  /** For LD_LIBRARY_PATH. */
  readonly libraries: string;
}

/** Unpacks packages with all that they depend on into `folder`; installs nothing. In one sentence why not, where there are none. */
export function unpackPackages(folder: string, names: readonly string[]): Unpacked | string {
  if (process.platform !== "linux") return `there is no package for ${process.platform}`;
  const quiet = { cwd: folder, timeout: 60_000, stdio: "pipe" as const };
  const limits = ["-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=10", "-o", "Acquire::https::Timeout=10"];
  const less = ["recommends", "suggests", "conflicts", "breaks", "replaces", "enhances"].map((kind) => `--no-${kind}`);
  try {
    const listed = execFileSync("apt-cache", ["depends", "--recurse", ...less, ...names], quiet).toString();
    const packages = [...new Set(listed.match(/^[a-z0-9][a-z0-9.+-]+$/gm))].filter((name) => !MACHINES_OWN.test(name));
    execFileSync("apt-get", ["download", ...limits, ...packages], quiet);
    for (const name of readdirSync(folder).filter((file) => file.endsWith(".deb")))
      execFileSync("dpkg-deb", ["-x", name, "unpacked"], quiet);
  } catch {
    return "the packages of Debian cannot be reached";
  }
  const root = join(folder, "unpacked");
  const triplet = readdirSync(join(root, "usr/lib")).filter((name) => name.endsWith("-linux-gnu"));
  return { root, libraries: triplet.flatMap((name) => [join(root, "usr/lib", name), join(root, "lib", name)]).join(":") };
}

/** A second C library beside the machine's own would only break things. */
const MACHINES_OWN = /^(libc6|libc-bin|libgcc-s1|gcc-.*|dpkg|tar|debconf|perl-base|passwd|adduser|login|dbus-system-bus-common)$/;

/** The places in which programs of this machine lie. */
export function programPlaces(): string[] {
  return [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/bin"];
}

export function findIn(places: readonly string[], name: string): string | null {
  return places.map((place) => join(place, name)).find((path) => existsSync(path)) ?? null;
}
