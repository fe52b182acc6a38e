import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { assert } from "../../../base/assert.ts";
import type { ServerUser } from "./user.ts";

/** Starts a program as that user, in no folder of ours and with nothing of our environment. */
export function spawnAs(user: ServerUser, program: string, args: readonly string[], options: SpawnOptions): ChildProcess {
  const [command, ...words] = [...user.prefix, program, ...args];
  assert(command !== undefined, "there is a program to run");
  const ids = user.account && user.prefix.length === 0 ? user.account : {};
  return spawn(command, words, { ...options, ...SURROUNDINGS, ...ids });
}

const SURROUNDINGS =
  process.platform === "win32" ? {} : { cwd: "/", env: { PATH: "/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", LC_ALL: "C.UTF-8" } };

/** Runs a program to its end with the input; throws what it complained of. */
export async function runAs(user: ServerUser, program: string, args: readonly string[], input = ""): Promise<void> {
  const child = spawnAs(user, program, args, { stdio: ["pipe", "ignore", "pipe"], windowsHide: true });
  let complaint = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  child.stdin?.on("error", () => {}); // it ended without reading
  child.stdin?.end(input);
  const code = await new Promise<number | null>((resolve, reject) => child.on("error", reject).on("close", resolve));
  if (code !== 0) throw new Error(code === MISSING_LIBRARY ? WINDOWS_RUNTIME : complaint.trim() || `mã lỗi ${code}`);
}

/** STATUS_DLL_NOT_FOUND: Windows without the runtime that PostgreSQL was built with. */
const MISSING_LIBRARY = 0xc0000135;
const WINDOWS_RUNTIME = "máy còn thiếu Microsoft Visual C++ Redistributable (x64). Xin cài nó rồi chạy lại";
