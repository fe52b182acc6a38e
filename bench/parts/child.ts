import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { TYPESCRIPT } from "../../test/support/typescript.ts";

export interface Child {
  readonly url: string;
  readonly token: string;
  end(): Promise<void>;
}

/** A server in a process of its own, so that who asks does not take its time. */
export function startChild(script: string, words: readonly string[]): Promise<Child> {
  const child = fork(join(import.meta.dirname, script), words, {
    execArgv: [...TYPESCRIPT],
    env: { ...process.env, NODE_ENV: "production" },
  });
  return new Promise((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`${script} ended with ${code}`)));
    child.once("message", ({ port, token = "" }: { port: number; token?: string }) =>
      resolve({ url: `http://127.0.0.1:${port}`, token, end: () => ended(child) }),
    );
  });
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    child.send("end");
  });
}
