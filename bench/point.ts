import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { writeScannerAddress } from "../src/devices/scanner/scanner-address.ts";
import { PROJECT_FOLDER } from "../src/main/config.ts";
import { PRACTICE_SECRET } from "../src/operations/offices/practice.ts";
import { BIRTH_ANSWERS, pageOf } from "../test/support/birth.ts";
import { SimulatedScanner } from "../test/support/escl-scanner.ts";
import { aScannedSheet } from "../test/support/paper.ts";
import { Person } from "../test/support/person.ts";
import { startChild } from "./parts/child.ts";
import { followHints } from "./parts/hints.ts";

// node bin/run.mjs bench/point.ts: one point on a busy Monday. Eight people fill in declarations at once, a page a second each, which is faster than
// people are; the scanner is never still, the helper's desk and the call screen follow live. How long pages take, how soon the desk shows a new ticket, and how long a scanned
// sheet takes from the scanner's first byte to the page that shows it.
const SECONDS = 30;
const PEOPLE = 8;
const PAUSE_MS = 1_000;

const folder = await mkdtemp(join(process.env.BENCH_FOLDER ?? tmpdir(), "loc-vung-point-"));
const scanner = await new SimulatedScanner({ feeder: true, glass: true }).start();
const hub = await startChild("ours.ts", [folder, join(PROJECT_FOLDER, "content")]);
let people = 0;
const pages: number[] = [];
const desk: number[] = [];
const scans: number[] = [];
const ended = { at: Number.POSITIVE_INFINITY };
try {
  const helper = await signIn();
  await helper.sends("/ban-truc/thiet-bi", {
    loai: "scanner",
    "dia-chi": writeScannerAddress(scanner.address),
    ten: "Máy quét",
  });
  const scanned = await aScannedSheet(1);
  await fillIn(somebody(), () => {});
  ended.at = performance.now() + SECONDS * 1000;
  await Promise.all([
    ...Array.from({ length: PEOPLE }, () => whileOpen(() => fillIn(somebody(), (milliseconds) => pages.push(milliseconds)))),
    whileOpen(() => scanOne(scanned)),
    followDesk(helper),
  ]);
  say(`${cpus().length} cores, ${cpus()[0]?.model.trim()}; ${SECONDS} s; this script, ${PEOPLE} people and the scanner on the same cores`);
  say(line("pages", pages, "aim: p95 under 300 ms"));
  say(line("desk shows a new ticket", desk, "aim: under 1,000 ms"));
  say(line("scanned A4, first byte to page shown", scans, "aim: under 2,000 ms of our own time"));
} finally {
  await Promise.all([hub.end(), scanner.unplug()]);
  await rm(folder, { recursive: true, force: true });
}

async function whileOpen(work: () => Promise<void>): Promise<void> {
  while (performance.now() < ended.at) await work();
}

/** A whole declaration, page by page, each timed as the person who waits for it feels it: the post, and the page that it leads to. */
async function fillIn(person: Person, timed: (milliseconds: number) => void): Promise<void> {
  const ask = async (work: () => Promise<unknown>) => {
    const asked = performance.now();
    await work();
    timed(performance.now() - asked);
  };
  await ask(() => person.goes("/"));
  await ask(() => person.goes("/?q=lam%20giay%20khai%20sinh"));
  await ask(() => person.goes("/thu-tuc/1.001193"));
  await ask(() => person.sends("/thu-tuc/1.001193", {}));
  const draft = /\/ho-so\/([0-9a-f-]{36})/.exec(person.seen.url)?.[1] ?? "";
  await ask(() => person.goes(`/ho-so/${draft}?bo-qua=1`));
  for (let page = pageOf(person); page !== null; page = pageOf(person)) {
    const path = `/ho-so/${draft}/cau/${page}`;
    const answers = BIRTH_ANSWERS[page] ?? {};
    await sleep(PAUSE_MS * (0.5 + Math.random()));
    await ask(() => person.sends(path, answers));
  }
  await ask(() => person.sends("/xong", {}));
}

/** Fills in a declaration, scans its paper, and follows the page as the browser does: by hints. */
async function scanOne(sheet: Buffer): Promise<void> {
  const person = somebody();
  await fillUpToPapers(person);
  const paper = `${person.seen.url}/giay-chung-sinh`;
  scanner.jobs.length = 0;
  scanner.sheets = [sheet];
  await person.sends(`${paper}/quet`, {});
  const errand = person.seen.url;
  while ((scanner.jobs[0]?.sent ?? 0) === 0) await sleep(1);
  const firstByte = performance.now();
  const hints = followHints(new URL(`${errand}/tin`, hub.url), person.cookie);
  for (;;) {
    await person.goes(errand);
    if (person.seen.text.includes("Bỏ trang 1")) break;
    await Promise.race([hints.next(), sleep(500)]);
  }
  hints.stop();
  scans.push(performance.now() - firstByte);
  await person.sends("/xong", {});
}

async function fillUpToPapers(person: Person): Promise<void> {
  await person.sends("/thu-tuc/1.001193", {});
  const draft = /\/ho-so\/([0-9a-f-]{36})/.exec(person.seen.url)?.[1] ?? "";
  await person.goes(`/ho-so/${draft}?bo-qua=1`);
  for (let page = pageOf(person); page !== null; page = pageOf(person))
    await person.sends(`/ho-so/${draft}/cau/${page}`, BIRTH_ANSWERS[page] ?? {});
}

/** Somebody takes a ticket every second; the desk and the call screen listen, and fetch themselves anew at every hint. */
async function followDesk(helper: Person): Promise<void> {
  const screen = somebody();
  const [hints, calls] = [
    followHints(new URL("/ban-truc/tin", hub.url), helper.cookie),
    followHints(new URL("/man-hinh/tin", hub.url), screen.cookie),
  ];
  const screenFollows = (async () => {
    while (await calls.next()) await screen.goes("/man-hinh");
  })();
  await whileOpen(async () => {
    const visitor = somebody();
    const asked = performance.now();
    await visitor.sends("/luot-den", { purpose: "look-up" });
    const number = /Số của bà con: (\d+)/.exec(visitor.seen.text)?.[1];
    for (;;) {
      await helper.goes("/ban-truc");
      if (helper.seen.text.includes(`id="so-${number}"`)) break;
      await hints.next();
    }
    desk.push(performance.now() - asked);
    const visit = new RegExp(`id="serve-${number}"`).test(helper.seen.text);
    if (visit) await visitor.sends("/xong", {});
    await sleep(1_000);
  });
  hints.stop();
  calls.stop();
  await screenFollows;
}

async function signIn(): Promise<Person> {
  const helper = somebody();
  await helper.sends("/dang-nhap", { ten: "truc", secret: PRACTICE_SECRET });
  return helper;
}

/** Each from an address of their own: whoever writes so fast is stopped otherwise. */
function somebody(): Person {
  people += 1;
  return new Person(hub.url, `10.0.${people >> 8}.${people & 255}`);
}

function line(name: string, times: number[], aim: string): string {
  const sorted = [...times].sort((one, other) => one - other);
  const at = (share: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(0);
  return `${name.padEnd(38)} ${String(times.length).padStart(6)} times   p50 ${at(0.5)} ms   p95 ${at(0.95)} ms   longest ${at(1)} ms   (${aim})`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
