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

// Every page of figures over HTTP, a year and three years, with few and with many dossiers (and three times as many visits): the whole page, drawn and sent. Both programs run side by
// side and are asked in turn. The first look at each stands apart: sums are read then and kept until the next folding.
//   node bin/run.mjs bench/dashboards.ts [10000 1000000 [ROUNDS [only these words]]]     BENCH_FOLDER keeps what was loaded for the next time
const [FEW = 10_000, MANY = 1_000_000, ROUNDS = 20] = process.argv.slice(2, 5).map(Number);
const ONLY = process.argv[5] ?? "";
const TODAY = new Date().toISOString().slice(0, 10);
const YEAR = `tu=${TODAY.slice(0, 4)}-01-01&den=${TODAY}`;
const THREE_YEARS = `tu=${Number(TODAY.slice(0, 4)) - 3}-12-01&den=${TODAY}`;
const OPEN_THREE = `from=${Number(TODAY.slice(0, 4)) - 3}-12-01&to=${TODAY}`;

type Who = "office" | "province" | "nobody";

/** Levels are asked for both periods; what else there is, for its own. */
const LEVELS: Readonly<Record<string, readonly [Who, string]>> = {
  point: ["office", "diem=diem-thu"],
  office: ["office", ""],
  commune: ["province", "don-vi=22615&giu=dia-ban"],
  district: ["province", "don-vi=573&giu=dia-ban"],
  province: ["province", "don-vi=56"],
  nation: ["province", "don-vi=VN"],
};
const PAGES: Readonly<Record<string, readonly [Who, string]>> = {
  ...Object.fromEntries(
    Object.entries(LEVELS).flatMap(([level, [who, query]]) => [
      [`${level}, a year`, [who, `/thong-ke?${query}&${YEAR}`]],
      [`${level}, three years`, [who, `/thong-ke?${query}&${THREE_YEARS}`]],
    ]),
  ),
  "office, compared": ["office", `/thong-ke?${YEAR}&moc=${TODAY.slice(0, 4)}-06-01`],
  "province, compared": ["province", `/thong-ke?don-vi=56&${YEAR}&moc=${TODAY.slice(0, 4)}-06-01`],
  "province, apologies": ["province", `/thong-ke/xin-loi?don-vi=56&${THREE_YEARS}`],
  "goals of the province": ["province", "/thong-ke/muc-tieu"],
  "behind: received, office": ["office", `/thong-ke/phia-sau?so=received&${THREE_YEARS}`],
  "behind: late, office": ["office", `/thong-ke/phia-sau?so=late&${THREE_YEARS}`],
  "behind: visits, office": ["office", `/thong-ke/phia-sau?so=visits&${THREE_YEARS}`],
  "behind: received, province": ["province", `/thong-ke/phia-sau?so=received&don-vi=56&${THREE_YEARS}`],
  "behind: late, province": ["province", `/thong-ke/phia-sau?so=late&don-vi=56&${THREE_YEARS}`],
  "behind: open, province": ["province", `/thong-ke/phia-sau?so=open&don-vi=56&${THREE_YEARS}`],
  "behind: visits, province": ["province", `/thong-ke/phia-sau?so=visits&don-vi=56&${THREE_YEARS}`],
  "open data, page": ["nobody", `/so-lieu?unit=56&by=month&${OPEN_THREE}`],
  "open data, API": ["nobody", `/api/v1/statistics?unit=56&${OPEN_THREE}`],
  "open data, by unit": ["nobody", `/api/v1/statistics?unit=56&by=unit&${OPEN_THREE}`],
  "open data, by procedure": ["nobody", `/api/v1/statistics?unit=56&by=procedure&${OPEN_THREE}`],
  "open data, by day": ["nobody", `/api/v1/statistics?unit=56&by=day&${OPEN_THREE}`],
  "II.06a, office": ["office", "/thong-ke/bao-cao/ii-06a"],
  "II.06a, province": ["province", "/thong-ke/bao-cao/ii-06a?don-vi=56"],
  "II.06a, province, 3 years": ["province", `/thong-ke/bao-cao/ii-06a?ky=&don-vi=56&${THREE_YEARS}`],
  "index 766, office": ["office", "/thong-ke/bao-cao/chi-so-766"],
  "index 766, province": ["province", "/thong-ke/bao-cao/chi-so-766?don-vi=56"],
  "monthly page, office": ["office", "/thong-ke/bao-cao/hop-giao-ban"],
  "monthly page, province": ["province", "/thong-ke/bao-cao/hop-giao-ban?don-vi=56"],
  "book of dossiers, a month": ["office", "/thong-ke/bao-cao/so-theo-doi"],
};

const kept = process.env.BENCH_FOLDER ?? null;
const folder = kept ?? (await mkdtemp(join(tmpdir(), "loc-vung-dashboards-")));
const say = (line: string) => void process.stdout.write(`${line}\n`);
try {
  const programs = [await open(FEW), await open(MANY)];
  say(
    `${new Date().toISOString()}, ${cpus().length} cores, ${cpus()[0]?.model.trim()}; load ${loadavg()[0]?.toFixed(1)}; ${ROUNDS} rounds, in turn`,
  );
  say(`${"".padEnd(28)}   ${FEW}: first, p50, p95   ${MANY}: first, p50, p95   growth p50, p95`);
  for (const [name, [who, path]] of Object.entries(PAGES)) if (name.includes(ONLY)) await compare(programs, name, who, path);
  say(`load at the end ${loadavg()[0]?.toFixed(1)}`);
  await Promise.all(programs.map((program) => program.end()));
} finally {
  if (kept === null) await rm(folder, { recursive: true, force: true });
}

interface Program {
  readonly url: string;
  readonly people: Readonly<Record<Who, Person>>;
  end(): Promise<void>;
}

async function open(count: number): Promise<Program> {
  const { url, end } = await startChild("ours.ts", [await loadedFolder(folder, count, say), join(PROJECT_FOLDER, "content")]);
  const largest = BENCH_OFFICES[0];
  if (!largest) throw new Error("no office");
  const people = {
    office: await signedIn(url, officerOf(largest)),
    province: await signedIn(url, BENCH_PROVINCE.username),
    nobody: new Person(url, "10.1.0.10"),
  };
  return { url, people, end };
}

async function signedIn(url: string, ten: string): Promise<Person> {
  const person = new Person(url, "10.1.0.9");
  await person.sends("/dang-nhap", { ten, secret: BENCH_SECRET });
  return person;
}

async function compare(programs: readonly Program[], name: string, who: Who, path: string): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const times = programs.map((): number[] => []);
  let failures = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [place, program] of programs.entries()) {
      // what is open to everybody is limited for each address
      const headers = { cookie: program.people[who].cookie, "x-forwarded-for": `10.3.${round}.${place}` };
      const asked = performance.now();
      const answer = await send(new URL(path, program.url), agent, { headers });
      times[place]?.push(performance.now() - asked);
      if (answer.status !== 200) failures += 1;
    }
  }
  agent.destroy();
  const [few, many] = times.map(([first = Number.NaN, ...later]) => ({ first, ...percentiles(later) }));
  if (few && many) say(compareLine(name, few, many, failures));
}
