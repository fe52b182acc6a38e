import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { PROJECT_FOLDER } from "../src/main/config.ts";
import { readContent } from "../src/main/content.ts";
import { PARTNER_ANSWERS } from "../test/support/api.ts";
import { Person } from "../test/support/person.ts";
import { BENCH_PROVINCE, BENCH_SECRET } from "./data/load.ts";
import { BENCH_OFFICES, officerOf } from "./data/offices.ts";
import { type Child, startChild } from "./parts/child.ts";
import { MULTIPART, multipart } from "./parts/load.ts";
import { loadedFolder } from "./parts/loaded.ts";
import { percentiles } from "./parts/percentiles.ts";

// How long after an event a figure says so: a dossier is sent, accepted, then another is declined, and the open data of the province and the dashboard of its leader are asked until they say it.
//   node bin/run.mjs bench/within-a-second.ts [1000000]     BENCH_FOLDER keeps what was loaded for the next time
const [COUNT = 1_000_000] = process.argv.slice(2).map(Number);
const ROUNDS = 12;
/** Where the partner's answers live. */
const COMMUNE = "22615";
const PATIENCE_MS = 20_000;
const TODAY = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

const kept = process.env.BENCH_FOLDER ?? null;
const folder = kept ?? (await mkdtemp(join(tmpdir(), "loc-vung-second-")));
const say = (line: string) => void process.stdout.write(`${line}\n`);
try {
  const child = await startChild("ours.ts", [await loadedFolder(folder, COUNT, say), join(PROJECT_FOLDER, "content")]);
  await measure(child).finally(child.end);
} finally {
  if (kept === null) await rm(folder, { recursive: true, force: true });
}

async function measure(child: Child): Promise<void> {
  say(
    `${new Date().toISOString()}, ${cpus().length} cores, ${cpus()[0]?.model.trim()}; load ${loadavg()[0]?.toFixed(1)}; ${COUNT} dossiers, ${ROUNDS} rounds`,
  );
  // who receives what people of this commune send: offices and communes were laid side by side
  const communes = readContent(join(PROJECT_FOLDER, "content")).units.communes["56"] ?? [];
  const office = BENCH_OFFICES.find((_, place) => communes[place % communes.length]?.code === COMMUNE) ?? BENCH_OFFICES[0];
  assert.ok(office);
  const officer = await signedIn(child, officerOf(office));
  const leader = await signedIn(child, BENCH_PROVINCE.username);
  const times = new Map<string, number[]>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = await openData(child);
    const shown = await onDashboard(leader);
    const id = await lodge(child);
    note("sent: open data", await until(() => openData(child), before + 1));
    note("sent: the leader's dashboard", await until(() => onDashboard(leader), shown + 1));
    const asked = performance.now();
    await officer.sends(`/mot-cua/${id}/decline`, { key: crypto.randomUUID(), "words-decline": "Không thuộc xã này" });
    assert.equal(officer.seen.status, 200);
    note("declining, the answer itself", performance.now() - asked);
    note("declined: open data", await until(() => openData(child), before));
    note("declined: the leader's dashboard", await until(() => onDashboard(leader), shown));
  }
  for (const [name, those] of times) {
    const { p50, p95 } = percentiles(those);
    say(
      `${name.padEnd(36)} p50 ${p50.toFixed(0).padStart(5)} ms   p95 ${p95.toFixed(0).padStart(5)} ms   longest ${Math.max(...those)
        .toFixed(0)
        .padStart(5)} ms`,
    );
  }

  function note(name: string, ms: number): void {
    times.set(name, [...(times.get(name) ?? []), ms]);
  }
}

async function signedIn(child: Child, ten: string): Promise<Person> {
  const person = new Person(child.url, `10.4.${Math.floor(Math.random() * 250)}.1`);
  await person.sends("/dang-nhap", { ten, secret: BENCH_SECRET });
  return person;
}

/** Milliseconds until it says so, the asking with it. */
async function until(ask: () => Promise<number>, wanted: number): Promise<number> {
  const begun = performance.now();
  while ((await ask()) !== wanted) assert.ok(performance.now() - begun < PATIENCE_MS, "the figure did not follow");
  return performance.now() - begun;
}

async function lodge({ url, token }: Child): Promise<string> {
  const dossier = JSON.stringify({
    procedure: "1.001193",
    answers: PARTNER_ANSWERS,
    applicant: { name: "Bo Bo Văn Thử", identityNumber: "056085004321" },
    channel: "online",
  });
  const headers = { "content-type": MULTIPART, authorization: `Bearer ${token}`, "idempotency-key": randomBytes(12).toString("hex") };
  const body = new Uint8Array(multipart(dossier, ["giay-chung-sinh"], 20_000, randomBytes(20_000)));
  const answer = await fetch(`${url}/api/v1/dossiers`, { method: "POST", headers, body });
  assert.equal(answer.status, 201, await answer.clone().text());
  return ((await answer.json()) as { id: string }).id;
}

/** Of today, in the whole province. */
async function openData({ url }: Child): Promise<number> {
  const headers = { "x-forwarded-for": `10.5.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}` };
  const answer = await fetch(`${url}/api/v1/statistics?unit=56&from=${TODAY}&to=${TODAY}`, { headers });
  assert.equal(answer.status, 200);
  return ((await answer.json()) as { received: number }).received;
}

async function onDashboard(leader: Person): Promise<number> {
  await leader.goes(`/thong-ke?don-vi=56&tu=${TODAY.slice(0, 4)}-01-01&den=${TODAY}`);
  const words = leader.seen.text.replaceAll(/<[^>]*>/g, " ");
  const said = /Hồ sơ tiếp nhận\s+([\d.]+)/.exec(words)?.[1];
  assert.ok(said, "the dashboard says how many came in");
  return Number(said.replaceAll(".", ""));
}
