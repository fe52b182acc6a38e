import { mkdtemp, rm } from "node:fs/promises";
import { Agent } from "node:http";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { PROJECT_FOLDER } from "../src/main/config.ts";
import { Person } from "../test/support/person.ts";
import { BENCH_PROVINCE, BENCH_SECRET } from "./data/load.ts";
import { BENCH_OFFICES, officerOf } from "./data/offices.ts";
import { startChild } from "./parts/child.ts";
import { send } from "./parts/load.ts";
import { loadedFolder } from "./parts/loaded.ts";
import { compareLine, percentiles } from "./parts/percentiles.ts";

// Every level of the dashboard over HTTP, a year and three years, with few and with many dossiers (and three times as many visits): the whole page, drawn and sent. Both programs run side by
// side and are asked in turn. The first look at each stands apart: sums are read then and kept until the next folding.
//   node bin/run.mjs bench/dashboards.ts [10000 1000000]     BENCH_FOLDER keeps what was loaded for the next time
const [FEW = 10_000, MANY = 1_000_000] = process.argv.slice(2).map(Number);
const ROUNDS = 20;
const TODAY = new Date().toISOString().slice(0, 10);
const PERIODS = { "a year": `${TODAY.slice(0, 4)}-01-01`, "three years": `${Number(TODAY.slice(0, 4)) - 3}-12-01` };
const LEVELS = {
  point: { of: "office", query: "diem=diem-thu" },
  office: { of: "office", query: "" },
  commune: { of: "province", query: "don-vi=22615&giu=dia-ban" },
  district: { of: "province", query: "don-vi=573&giu=dia-ban" },
  province: { of: "province", query: "don-vi=56" },
  nation: { of: "province", query: "don-vi=VN" },
} as const;

const kept = process.env.BENCH_FOLDER ?? null;
const folder = kept ?? (await mkdtemp(join(tmpdir(), "loc-vung-dashboards-")));
const say = (line: string) => void process.stdout.write(`${line}\n`);
try {
  const programs = [await open(FEW), await open(MANY)];
  say(
    `${new Date().toISOString()}, ${cpus().length} cores, ${cpus()[0]?.model.trim()}; load ${loadavg()[0]?.toFixed(1)}; ${ROUNDS} rounds, in turn`,
  );
  say(`${"".padEnd(24)}   ${FEW}: first, p50, p95   ${MANY}: first, p50, p95   growth p50, p95`);
  for (const [level, { of, query }] of Object.entries(LEVELS))
    for (const [period, from] of Object.entries(PERIODS))
      await compare(programs, `${level}, ${period}`, of, `/thong-ke?${query}&tu=${from}&den=${TODAY}`);
  say(`load at the end ${loadavg()[0]?.toFixed(1)}`);
  await Promise.all(programs.map((program) => program.end()));
} finally {
  if (kept === null) await rm(folder, { recursive: true, force: true });
}

interface Program {
  readonly url: string;
  readonly people: Readonly<Record<"office" | "province", Person>>;
  end(): Promise<void>;
}

async function open(count: number): Promise<Program> {
  const { url, end } = await startChild("ours.ts", [await loadedFolder(folder, count, say), join(PROJECT_FOLDER, "content")]);
  const largest = BENCH_OFFICES[0];
  if (!largest) throw new Error("no office");
  const people = { office: await signedIn(url, officerOf(largest)), province: await signedIn(url, BENCH_PROVINCE.username) };
  return { url, people, end };
}

async function signedIn(url: string, ten: string): Promise<Person> {
  const person = new Person(url, "10.1.0.9");
  await person.sends("/dang-nhap", { ten, secret: BENCH_SECRET });
  return person;
}

async function compare(programs: readonly Program[], name: string, of: "office" | "province", path: string): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const times = programs.map((): number[] => []);
  let failures = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [place, program] of programs.entries()) {
      const asked = performance.now();
      const answer = await send(new URL(path, program.url), agent, { headers: { cookie: program.people[of].cookie } });
      times[place]?.push(performance.now() - asked);
      if (answer.status !== 200) failures += 1;
    }
  }
  agent.destroy();
  const [few, many] = times.map(([first = Number.NaN, ...later]) => ({ first, ...percentiles(later) }));
  if (few && many) say(compareLine(name, few, many, failures));
}
