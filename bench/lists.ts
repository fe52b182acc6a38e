import { mkdtemp, rm } from "node:fs/promises";
import { Agent } from "node:http";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { PROJECT_FOLDER } from "../src/main/config.ts";
import { INBOX_TABS } from "../src/operations/dossiers/desk.ts";
import { Person } from "../test/support/person.ts";
import { BENCH_SECRET } from "./data/load.ts";
import { BENCH_OFFICES, officerOf } from "./data/offices.ts";
import { startChild } from "./parts/child.ts";
import { load, send } from "./parts/load.ts";
import { loadedFolder } from "./parts/loaded.ts";
import { percentiles } from "./parts/percentiles.ts";

// An officer's lists over HTTP with few and with many dossiers in sixty-five offices: first page of each tab with its counts, searches of all kinds over all dossiers and over what is over, and eight officers
// at once. Both programs run side by side and are asked in turn, so that a busy moment of the machine hits both.
//   node bin/run.mjs bench/lists.ts [10000 1000000]     BENCH_FOLDER keeps what was loaded for the next time
const SIZES = process.argv.slice(2).map(Number);
const [FEW = 10_000, MANY = 1_000_000] = SIZES;
const ROUNDS = Number(process.argv[4] ?? 3);
const SECONDS_AT_ONCE = 8;
const OFFICERS = [0, 1, 2, 5, 7, 12, 30, 64]
  .map((place) => BENCH_OFFICES[place] ?? BENCH_OFFICES[0])
  .filter((office) => office !== undefined);
const SEARCHES = {
  "search: family name, no accents": "nguyen",
  "search: whole name": "Nguyễn Thị Suối",
  "search: part of a name": "uon",
  "search: identity number": "056012345678",
  "search: part of a number": "4321",
  "search: telephone": "0905123456",
  "search: a year and a part of it in codes": "H32-260",
  "search: a year of codes long ago": "H32-24",
  "search: a whole code": "000.01.00.H32-260415-0007",
  "search: nothing like it": "khong co ai ten nay",
} as const;

const kept = process.env.BENCH_FOLDER ?? null;
const folder = kept ?? (await mkdtemp(join(tmpdir(), "loc-vung-lists-")));
const say = (line: string) => void process.stdout.write(`${line}\n`);
try {
  const [few, many] = [await open(FEW), await open(MANY)];
  say(
    `${cpus().length} cores, ${cpus()[0]?.model.trim()}; ${OFFICERS.length} officers of offices large and small, ${ROUNDS} rounds, in turn; load ${loadavg()[0]?.toFixed(1)}`,
  );
  say("");
  say(`${"".padEnd(48)} ${String(FEW).padStart(9)}: p50   p95 ms ${String(MANY).padStart(11)}: p50   p95 ms   growth p50   p95`);
  for (const tab of Object.keys(INBOX_TABS))
    await compare(few, many, `inbox: ${tab}`, (agent, program, person) => seen(agent, program, person, `/mot-cua?muc=${tab}`));
  for (const [name, words] of Object.entries(SEARCHES))
    await compare(few, many, name, (agent, program, person) => searched(agent, program, person, words));
  for (const [name, words] of Object.entries(SEARCHES))
    await compare(few, many, `${name}, what is over`, (agent, program, person) => narrowed(agent, program, person, words));
  await compare(few, many, "a birth, with what is like it", (agent, program, person) => {
    const birth = program.births.get(person);
    return birth === undefined ? Promise.resolve(null) : seen(agent, program, person, birth);
  });
  say("");
  for (const program of [few, many]) await atOnce(program);
  await Promise.all([few.end(), many.end()]);
} finally {
  if (kept === null) await rm(folder, { recursive: true, force: true });
}

interface Program {
  readonly count: number;
  readonly url: string;
  readonly officers: readonly Person[];
  /** A birth of their office that is not over, where there is one. */
  readonly births: ReadonlyMap<Person, string>;
  end(): Promise<void>;
}

async function open(count: number): Promise<Program> {
  const child = await startChild("ours.ts", [await loadedFolder(folder, count, say), join(PROJECT_FOLDER, "content")]);
  const officers: Person[] = [];
  const births = new Map<Person, string>();
  for (const [place, office] of OFFICERS.entries()) {
    const person = new Person(child.url, `10.1.0.${place}`);
    await person.sends("/dang-nhap", { ten: officerOf(office), secret: BENCH_SECRET });
    await person.goes("/mot-cua");
    person.sees("Hồ sơ theo ngày hẹn");
    officers.push(person);
    await person.goes("/mot-cua?muc=viec&thu-tuc=1.001193");
    const birth = /\/mot-cua\/[0-9a-f-]{36}/.exec(person.seen.text)?.[0];
    if (birth !== undefined) births.set(person, birth);
  }
  return { count, url: child.url, officers, births, end: child.end };
}

/** Null where there is nothing to ask for. */
type Ask = (agent: Agent, program: Program, person: Person) => Promise<boolean | null>;

async function compare(few: Program, many: Program, name: string, ask: Ask): Promise<void> {
  const agent = new Agent({ keepAlive: true });
  const times = new Map<Program, number[]>([few, many].map((program) => [program, []]));
  let failures = 0;
  // the first round warms up and does not count
  for (let round = 0; round <= ROUNDS * 3; round += 1) {
    for (const place of OFFICERS.keys()) {
      for (const program of [few, many]) {
        const person = program.officers[place];
        const asked = performance.now();
        const answered = person ? await ask(agent, program, person) : false;
        if (answered === false) failures += 1;
        if (round > 0 && answered !== null) times.get(program)?.push(performance.now() - asked);
      }
    }
  }
  agent.destroy();
  const [less, more] = [few, many].map((program) => percentiles(times.get(program) ?? []));
  if (!less || !more) return;
  const growth = `${(more.p50 / less.p50).toFixed(2).padStart(12)}  ${(more.p95 / less.p95).toFixed(2).padStart(5)}`;
  say(
    `${name.padEnd(48)} ${ms(less.p50, 14)} ${ms(less.p95, 8)} ${ms(more.p50, 16)} ${ms(more.p95, 8)} ${growth}${failures > 0 ? `   ${failures} FAILED` : ""}`,
  );
}

/** Eight officers, each leafing through tabs and looking for names without a pause. */
async function atOnce(program: Program): Promise<void> {
  let turn = 0;
  const round = await load(OFFICERS.length, SECONDS_AT_ONCE, (agent) => {
    const person = program.officers[turn % OFFICERS.length];
    turn += 1;
    if (!person) return Promise.resolve(false);
    if (turn % 5 === 0) return searched(agent, program, person, Object.values(SEARCHES)[turn % 10] ?? "");
    const tab = Object.keys(INBOX_TABS)[turn % 6] ?? "";
    return seen(agent, program, person, `/mot-cua?muc=${tab}`);
  });
  say(
    `${OFFICERS.length} officers at once, ${program.count} dossiers: ${round.perSecond.toFixed(0)} pages/s, p50 ${round.p50.toFixed(0)} ms, p95 ${round.p95.toFixed(0)} ms${round.failures > 0 ? `, ${round.failures} FAILED` : ""}`,
  );
}

async function seen(agent: Agent, program: Program, person: Person, path: string): Promise<boolean> {
  return (await send(new URL(path, program.url), agent, { headers: { cookie: person.cookie } })).status === 200;
}

/** Over all dossiers of the office. */
function searched(agent: Agent, program: Program, person: Person, words: string): Promise<boolean> {
  return posted(agent, program, person, "/mot-cua/tim", { tim: words, "vi-sao": "asked" });
}

/** In the largest tab: what is over. */
function narrowed(agent: Agent, program: Program, person: Person, words: string): Promise<boolean> {
  return posted(agent, program, person, "/mot-cua", { muc: "xong", tim: words });
}

async function posted(agent: Agent, program: Program, person: Person, path: string, fields: Record<string, string>): Promise<boolean> {
  const body = Buffer.from(new URLSearchParams(fields).toString());
  const headers = {
    cookie: person.cookie,
    origin: program.url,
    "content-type": "application/x-www-form-urlencoded",
    "content-length": String(body.length),
    "x-forwarded-for": `10.2.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`,
  };
  return (await send(new URL(path, program.url), agent, { method: "POST", headers, body })).status === 200;
}

function ms(value: number, width: number): string {
  return value.toFixed(1).padStart(width);
}
