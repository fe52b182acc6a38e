import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import type { Agent } from "node:http";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { PROJECT_FOLDER } from "../src/main/config.ts";
import { PARTNER_ANSWERS } from "../test/support/api.ts";
import { Person } from "../test/support/person.ts";
import { type Child, startChild } from "./parts/child.ts";
import { load, MULTIPART, multipart, type Round, send } from "./parts/load.ts";

// npm run bench: dossiers a second through POST /api/v1/dossiers, durable, beside the bare limit of the same machine; pages a second; searches a
// second. Rounds go in turn (ours, bare, ours, bare), and the median counts, so that a busy moment of the machine hits both.
const ROUNDS = 5;
const SECONDS = 4;
const CONNECTIONS = [1, 8, 32];
const PAPERS = ["giay-chung-sinh", "giay-chung-sinh-2", "giay-chung-sinh-3"];
const FILE_BYTES = 200_000;
const filler = randomBytes(FILE_BYTES);
const DOSSIER = JSON.stringify({
  procedure: "1.001193",
  answers: PARTNER_ANSWERS,
  applicant: { name: "Bo Bo Văn Thử", identityNumber: "056085004321" },
  channel: "online",
});

const folder = await mkdtemp(join(process.env.BENCH_FOLDER ?? tmpdir(), "loc-vung-bench-"));
const ours = await startChild("ours.ts", [join(folder, "ours"), join(PROJECT_FOLDER, "content")]);
const bare = await startChild("bare.ts", [join(folder, "bare")]);
try {
  say(`${cpus().length} cores, ${cpus()[0]?.model.trim()}; ${ROUNDS} rounds of ${SECONDS} s each, in turn; medians`);
  say(`${Object.keys(PARTNER_ANSWERS).length} answers + ${PAPERS.length} files of ${FILE_BYTES / 1000} KB, fsync and commit before 201`);
  say("");
  say("POST dossiers   ours /s   bare /s   ratio   ours p50 ms   p95 ms");
  for (const connections of CONNECTIONS) await compare(connections);
  say("");
  await pages();
} finally {
  await Promise.all([ours.end(), bare.end()]);
  await rm(folder, { recursive: true, force: true });
}

async function compare(connections: number): Promise<void> {
  const rounds: { ours: Round; bare: Round }[] = [];
  // a first round warms both up and does not count
  for (let round = 0; round <= ROUNDS; round += 1) {
    const seconds = round === 0 ? 1 : SECONDS;
    const measured = { ours: await lodging(ours, connections, seconds), bare: await lodging(bare, connections, seconds) };
    if (round > 0) rounds.push(measured);
  }
  const failures = rounds.reduce((sum, round) => sum + round.ours.failures + round.bare.failures, 0);
  const [mine, limit] = [median(rounds.map((round) => round.ours.perSecond)), median(rounds.map((round) => round.bare.perSecond))];
  const ratio = median(rounds.map((round) => round.ours.perSecond / round.bare.perSecond));
  const [p50, p95] = [median(rounds.map((round) => round.ours.p50)), median(rounds.map((round) => round.ours.p95))];
  const cells = [
    `${connections} connections`.padEnd(15),
    number(mine, 8),
    number(limit, 9),
    ratio.toFixed(2).padStart(7),
    number(p50, 13),
    number(p95, 8),
  ];
  say(`${cells.join(" ")}${failures > 0 ? `   ${failures} FAILED` : ""}`);
}

function lodging(child: Child, connections: number, seconds: number): Promise<Round> {
  const url = new URL("/api/v1/dossiers", child.url);
  return load(connections, seconds, async (agent) => {
    const body = multipart(DOSSIER, PAPERS, FILE_BYTES, filler);
    const headers = {
      "content-type": MULTIPART,
      "content-length": String(body.length),
      authorization: `Bearer ${child.token}`,
      "idempotency-key": randomBytes(12).toString("hex"),
    };
    return (await send(url, agent, { method: "POST", headers, body })).status === 201;
  });
}

async function pages(): Promise<void> {
  const person = new Person(ours.url);
  await person.sends("/thu-tuc/1.001193", { practice: "yes" });
  const draft = /\/ho-so\/([0-9a-f-]{36})/.exec(person.seen.url)?.[1];
  const asked = { "form page": `/ho-so/${draft}/cau/quan-he`, "first page": "/", search: "/?q=lam%20giay%20khai%20sanh" };
  for (const [name, path] of Object.entries(asked)) {
    const round = await load(8, SECONDS, (agent) => seen(agent, path, person.cookie));
    say(
      `${name.padEnd(15)} ${number(round.perSecond, 8)} /s at 8 connections, p50 ${round.p50.toFixed(1)} ms, p95 ${round.p95.toFixed(1)} ms`,
    );
  }
}

async function seen(agent: Agent, path: string, cookie: string): Promise<boolean> {
  return (await send(new URL(path, ours.url), agent, { headers: { cookie } })).status === 200;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

function number(value: number, width: number): string {
  return value.toFixed(value < 100 ? 1 : 0).padStart(width);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
