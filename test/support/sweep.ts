import { spawn } from "node:child_process";

/**
 * Leaves nothing behind: once the process of that number has ended, however it ended, the PostgreSQL of the data folder is stopped and
 * `folder` (it, or one above it) taken away. A small shell outlives us for that; hooks of a test alone do not run when the test is killed.
 */
export function sweepAfter(pid: number, folder: string, dataFolder = folder): void {
  spawn("/bin/sh", ["-c", SWEEP, "sweep", String(pid), folder, dataFolder], { cwd: "/", detached: true, stdio: "ignore" }).unref();
}

const SWEEP = `
while kill -0 "$1" 2>/dev/null && test -d "$2"; do sleep 0.5; done
lock="$3/postgres/postmaster.pid"
test -f "$lock" && kill -INT "$(head -n 1 "$lock")"
for turn in 1 2 3 4 5 6 7 8 9 10; do test -f "$lock" && sleep 0.5; done
test -f "$lock" && kill -QUIT "$(head -n 1 "$lock")" && sleep 1
rm -rf "$2"
`;
