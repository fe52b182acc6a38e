// What every command needs before the program itself can run: the packages of package-lock.json and the pinned Node.js.
// Plain JavaScript that Node.js 20 understands, because the machine may have nothing newer.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** What Node.js is started with to run TypeScript. */
export const TYPESCRIPT = ["--import", new URL("./typescript.mjs", import.meta.url).href];

/** Where the registry has no Node.js for the platform, its own must run TypeScript by itself. */
const NODE_NEEDED = 24;

/** Installs the packages that are missing or of another version. `withTools` also wants what only tests and checks use. */
export function ensureInstalled({ withTools }) {
  const manifest = readJson(join(root, "package.json"));
  const wanted = { ...manifest.dependencies, ...(withTools ? manifest.devDependencies : {}) };
  const missing = Object.entries(wanted).filter(([name, version]) => installedVersion(name) !== version);
  if (missing.length === 0 && pinnedNode()) return;

  console.error(`Đang cài những gói còn thiếu (${missing.length}) … / Installing missing packages …`);
  // not "npm ci": it refuses a lock file that lacks a package of another platform, and mirrors often do not carry those
  const npm = process.env.npm_execpath;
  const args = ["install", "--no-save", "--no-audit", "--no-fund", ...(withTools ? ["--include=dev"] : ["--omit=dev"])];
  const run = npm?.endsWith("js") ? [process.execPath, [npm, ...args]] : ["npm", args];
  const done = spawnSync(run[0], run[1], { cwd: root, stdio: ["ignore", 2, 2], shell: process.platform === "win32" && !npm });
  if (done.status !== 0) {
    console.error(
      "Chưa cài được các gói. Xem mạng còn không, rồi chạy lại lệnh này. / Packages could not be installed: check the line, then run this again.",
    );
    process.exit(1);
  }
  if (pinnedNode() || Number(process.versions.node.split(".")[0]) >= NODE_NEEDED) return;
  console.error(
    `Máy này cần Node.js ${NODE_NEEDED} trở lên; đang có ${process.versions.node}. Xin cài bản mới từ nodejs.org rồi chạy lại. / ` +
      `This platform has no Node.js package: install Node.js ${NODE_NEEDED} or newer, then run this again.`,
  );
  process.exit(1);
}

/** The pinned Node.js of the packages, or null where the platform has none; then the machine's own is used. */
export function pinnedNode() {
  const names = [`node-${platformName()}-${process.arch}`, `node-bin-${platformName()}-${process.arch}`];
  const binary = process.platform === "win32" ? "node.exe" : "node";
  return names.map((name) => join(root, "node_modules", name, "bin", binary)).find(existsSync) ?? null;
}

/**
 * Runs a TypeScript file on the pinned Node.js and ends with its exit code. The child hears of our end through the IPC channel, and we
 * watch our own parent, so that no orphan keeps the port when npm is killed.
 */
export function runTypeScript(file, args, { nodeArgs = [], env = {} } = {}) {
  const node = pinnedNode() ?? process.execPath;
  const child = spawn(node, [...TYPESCRIPT, ...nodeArgs, file, ...args], {
    cwd: root,
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: { ...process.env, ...env },
  });
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal === "SIGHUP" ? "SIGTERM" : signal));
  const callers = callersOf(process.pid);
  setInterval(() => callers.every(isAlive) || child.kill("SIGTERM"), 1000).unref();
  return new Promise((resolve) => child.on("exit", (code, signal) => resolve(code ?? (signal ? 1 : 0))));
}

/** Who started us, and under npm also npm itself: between the two stands a shell that would outlive it. Linux only; elsewhere our parent. */
function callersOf(pid) {
  const parent = parentOf(pid) ?? process.ppid;
  const grandparent = process.env.npm_lifecycle_event ? parentOf(parent) : null;
  return [parent, grandparent].filter((caller) => caller !== null && caller > 1);
}

function parentOf(pid) {
  const file = `/proc/${pid}/stat`;
  // "12 (name) S 34 …": the name may hold anything, so what follows its last bracket counts
  return existsSync(file) ? Number(readFileSync(file, "utf8").split(") ").pop().split(" ")[1]) : null;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function installedVersion(name) {
  const file = join(root, "node_modules", name, "package.json");
  return existsSync(file) ? readJson(file).version : null;
}

function platformName() {
  return process.platform === "win32" ? "win" : process.platform;
}

function readJson(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}
