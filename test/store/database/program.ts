import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { spawnAs } from "../../../src/store/database/embedded/run.ts";
import type { ServerUser } from "../../../src/store/database/embedded/user.ts";
import type { ConnectionOptions } from "../../../src/store/database/embedded.ts";
import { TYPESCRIPT } from "../../support/typescript.ts";

export interface Program {
  readonly connection: ConnectionOptions;
  readonly adopted: boolean;
  /** As the power button does it: nothing of ours runs any more. */
  kill(): Promise<void>;
}

/** Starts another program that holds the database of the folder, as ourselves or as another user. */
export async function holdServer(dataFolder: string, user?: ServerUser): Promise<Program> {
  const args = [...TYPESCRIPT, fileURLToPath(import.meta.resolve("./hold-server.ts")), dataFolder];
  const stdio: ["ignore", "pipe", "inherit"] = ["ignore", "pipe", "inherit"];
  const child = user ? spawnAs(user, process.execPath, args, { stdio }) : spawn(process.execPath, args, { stdio });
  const { connection, adopted } = JSON.parse(await firstLine(child)) as Pick<Program, "connection" | "adopted">;
  return {
    connection,
    adopted,
    kill: async () => {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("the output is piped");
  for await (const line of createInterface(child.stdout)) return line;
  throw new Error("the program ended without a word");
}
