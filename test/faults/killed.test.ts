import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { PROJECT_FOLDER } from "../../src/main/config.ts";
import { aSubmission, type Submission, submit } from "../support/api.ts";
import { TYPESCRIPT } from "../support/typescript.ts";

const SUBMISSIONS = 200;
const KILL_AFTER = 60;
const AT_ONCE = 8;

describe("the program and its database are killed in the middle of 200 submissions", () => {
  let dataFolder = "";
  let url = "";
  let port = 0;
  let program: ChildProcess;
  let token = "";
  before(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), "loc-vung-killed-"));
    port = await freePort();
    url = `http://localhost:${port}`;
    program = await start();
    token = await run("src/main/cli.ts", ["token", "create", "--name", "Đối tác thử", "--scope", "dossiers:write"]);
  });
  after(async () => {
    program.kill("SIGTERM");
    await new Promise((resolve) => program.once("exit", resolve));
    await rm(dataFolder, { recursive: true, force: true });
  });

  it("keeps every dossier that was acknowledged, with its files, and none twice", async () => {
    const all = Array.from({ length: SUBMISSIONS }, () => aSubmission(20_000));
    const acknowledged = new Map<Submission, string>();
    await sendAll(all, acknowledged, () => {
      if (acknowledged.size === KILL_AFTER) killEverything();
    });
    assert.ok(acknowledged.size >= KILL_AFTER && acknowledged.size < SUBMISSIONS, `killed in the middle: ${acknowledged.size}`);

    program = await start();
    for (const [submission, trackingCode] of acknowledged) {
      const tracked = await fetch(`${url}/api/v1/tracking/${trackingCode}`);
      assert.equal(tracked.status, 200, `${trackingCode} is there`);
      for (const hash of submission.hashes) assert.equal(hashOf(join(dataFolder, "files", hash.slice(0, 2), hash)), hash);
    }

    const again = new Map<Submission, string>();
    await sendAll(all, again, () => {});
    assert.equal(again.size, SUBMISSIONS);
    assert.equal(new Set(again.values()).size, SUBMISSIONS, "no dossier is there twice");
    for (const [submission, trackingCode] of acknowledged) assert.equal(again.get(submission), trackingCode);
  });

  /** Sends what is not acknowledged yet; a refused connection is no answer. */
  async function sendAll(all: readonly Submission[], answers: Map<Submission, string>, onAnswer: () => void): Promise<void> {
    const queue = [...all];
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        for (let next = queue.shift(); next; next = queue.shift()) {
          const reply = await submit(url, token, next).catch(() => null);
          if (reply?.status !== 201) continue;
          const body = (await reply.json().catch(() => null)) as { trackingCode: string } | null;
          if (!body) continue;
          answers.set(next, body.trackingCode);
          onAnswer();
        }
      }),
    );
  }

  function killEverything(): void {
    const postmaster = Number(readFileSync(join(dataFolder, "postgres/postmaster.pid"), "utf8").split("\n")[0]);
    program.kill("SIGKILL");
    process.kill(postmaster, "SIGKILL");
  }

  async function start(): Promise<ChildProcess> {
    const child = spawn(process.execPath, [...TYPESCRIPT, "src/main/start.ts"], {
      cwd: PROJECT_FOLDER,
      env: environment(),
      stdio: "ignore",
    });
    for (let tries = 0; tries < 300; tries += 1) {
      const health = await fetch(`${url}/api/v1/health`).catch(() => null);
      if (health?.ok) return child;
      assert.equal(child.exitCode, null, "the program starts");
      await sleep(200);
    }
    throw new Error("the program does not answer");
  }

  function run(file: string, words: readonly string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [...TYPESCRIPT, file, ...words], { cwd: PROJECT_FOLDER, env: environment() });
      let said = "";
      child.stdout.on("data", (chunk) => {
        said += chunk;
      });
      child.on("exit", (code) => (code === 0 ? resolve(said.trim()) : reject(new Error(`${file} ended with ${code}`))));
    });
  }

  function environment() {
    return { ...process.env, LOC_VUNG_DATA: dataFolder, PORT: String(port) };
  }
});

function hashOf(path: string): string {
  return existsSync(path) ? createHash("sha256").update(readFileSync(path)).digest("hex") : "missing";
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
