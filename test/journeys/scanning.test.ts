import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { writePrinterAddress } from "../../src/devices/printer/printer-address.ts";
import { writeScannerAddress } from "../../src/devices/scanner/scanner-address.ts";
import { PRACTICE_SECRET } from "../../src/operations/offices/practice.ts";
import { answerAll } from "../support/birth.ts";
import { SimulatedScanner } from "../support/escl-scanner.ts";
import { openHub, type TestHub } from "../support/hub.ts";
import { type SimulatedPrinter, startSimulatedPrinter } from "../support/ipp-printer.ts";
import { aScannedSheet } from "../support/paper.ts";
import { Person } from "../support/person.ts";
import { until } from "../support/test-printer.ts";

const PAPER = "giay-chung-sinh";

describe("sheets out of the point's own scanner", () => {
  let hub: TestHub;
  let printer: SimulatedPrinter;
  const scanner = new SimulatedScanner({ feeder: true, glass: true });
  let sheets: Buffer[];
  before(async () => {
    [hub, printer] = await Promise.all([openHub(), startSimulatedPrinter({ formats: ["application/pdf"] }), scanner.start()]);
    sheets = await Promise.all([1, 2, 3, 4, 5].map(aScannedSheet));
  });
  after(async () => {
    await hub.end();
    await Promise.all([printer.close(), scanner.unplug()]);
  });

  const helper = async () => {
    const member = new Person(hub.url);
    await member.sends("/dang-nhap", { ten: "truc", secret: PRACTICE_SECRET });
    return member;
  };
  /** Somebody with the birth form filled in, at the paper's page. */
  const citizenAtPaper = async () => {
    const person = new Person(hub.url);
    const draft = await answerAll(person);
    const paper = `/ho-so/${draft}/giay-to/${PAPER}`;
    await person.goes(paper);
    return { person, draft, paper };
  };
  const pagesOf = (draft: string) =>
    hub.context.database.sql<{ sha256: string; sizeBytes: number }[]>`
      select sha256, size_bytes as "sizeBytes" from draft_pages where draft = ${draft} order by position`;
  const services = () => hub.context.database.sql<{ kind: string; pages: number }[]>`select kind, pages from visit_services order by at`;
  const overAt = (person: Person, url: string, words: string) =>
    until(async () => (await person.goes(url)).text.includes(words), `the words "${words}"`);

  it("are offered only where the point has a scanner", async () => {
    const { person, paper } = await citizenAtPaper();
    person.seesNot("Quét bằng máy quét");
    await person.sends(`${paper}/quet`, {});
    assert.equal(person.seen.status, 409);
    person.sees("chụp bằng điện thoại");
    const member = await helper();
    await member.sends("/ban-truc/thiet-bi", {
      loai: "scanner",
      "dia-chi": writeScannerAddress(scanner.address),
      ten: "Máy quét bàn trực",
    });
    member.sees("Máy quét bàn trực");
    member.sees("Sẵn sàng.");
    await person.goes(paper);
    person.sees("Quét bằng máy quét");
  });

  it("come from the feeder one by one, in their order, small and as one paper", async () => {
    const { person, draft, paper } = await citizenAtPaper();
    scanner.sheets = sheets.slice(0, 3);
    await person.sends(`${paper}/quet`, {});
    const errand = person.seen.url;
    await overAt(person, errand, "Đã quét xong 3 trang");
    person.sees(`alt="Giấy chứng sinh, trang 3"`);
    const pages = await pagesOf(draft);
    assert.equal(pages.length, 3);
    assert.equal(new Set(pages.map(({ sha256 }) => sha256)).size, 3);
    for (const { sizeBytes } of pages) assert.ok(sizeBytes <= 250_000, `${sizeBytes} bytes for an A4 at 200 dpi in colour`);
    assert.match(scanner.jobs.at(-1)?.order ?? "", /<scan:XResolution>200</);
    assert.deepEqual({ ...(await services()).at(-1) }, { kind: "scan", pages: 3 });
  });

  it("stay when the scanner is unplugged in the middle of page 3 of 5; the rest comes afterwards, and none twice", async () => {
    const { person, draft, paper } = await citizenAtPaper();
    scanner.sheets = [...sheets];
    scanner.mishaps.set(3, "unplugged");
    await person.sends(`${paper}/quet`, {});
    const errand = person.seen.url;
    await overAt(person, errand, "mất liên lạc với máy quét");
    person.sees("Đã có 2 trang.");
    assert.equal((await pagesOf(draft)).length, 2);
    await scanner.start();
    scanner.jobs.length = 0;
    scanner.sheets = sheets.slice(2);
    await person.sends(`${paper}/quet`, {});
    await overAt(person, person.seen.url, "Đã quét xong 3 trang");
    const pages = await pagesOf(draft);
    assert.equal(pages.length, 5);
    assert.equal(new Set(pages.map(({ sha256 }) => sha256)).size, 5, "no page is there twice");
  });

  it("are refused one by one when blank, and the others stay", async () => {
    const { person, draft, paper } = await citizenAtPaper();
    scanner.sheets = [sheets[0] ?? Buffer.alloc(0), await aScannedSheet(0)];
    await person.sends(`${paper}/quet`, {});
    await overAt(person, person.seen.url, "Trang 2:");
    assert.equal((await pagesOf(draft)).length, 1);
  });

  it("stop coming when somebody stops it, here or by ending the visit", async () => {
    const { person, paper } = await citizenAtPaper();
    const slow = new SimulatedScanner({ feeder: true, glass: true, notYet: 100 });
    const member = await helper();
    await slow.start();
    const [device] = await hub.context.database.sql<
      { device: string }[]
    >`select device from devices where kind = 'scanner' and removed_at is null`;
    await member.sends(`/ban-truc/thiet-bi/${device?.device}/bo`, {});
    await member.sends("/ban-truc/thiet-bi", { loai: "scanner", "dia-chi": writeScannerAddress(slow.address), ten: "Máy chậm" });
    slow.sheets = sheets.slice(0, 2);
    await person.sends(`${paper}/quet`, {});
    const errand = person.seen.url;
    await until(() => slow.jobs.some(({ state }) => state === "Processing"), "the scanner at work");
    await person.sends(`${errand}/huy`, {});
    await overAt(person, errand, "Đã dừng quét");
    assert.equal(slow.jobs.at(-1)?.state, "Canceled", "the scanner was told");

    await person.sends(`${paper}/quet`, {});
    await until(() => slow.jobs.length === 2 && slow.jobs[1]?.state === "Processing", "the scanner at work again");
    await person.sends("/xong", {});
    await until(() => slow.jobs[1]?.state === "Canceled", "the scanner told that nobody wants it any more");
    await slow.unplug();
    const [again] = await hub.context.database.sql<
      { device: string }[]
    >`select device from devices where kind = 'scanner' and removed_at is null`;
    await member.sends(`/ban-truc/thiet-bi/${again?.device}/bo`, {});
    await member.sends("/ban-truc/thiet-bi", { loai: "scanner", "dia-chi": writeScannerAddress(scanner.address), ten: "Máy quét" });
  });

  it("go straight to the printer as a photocopy, and nothing of them is stored", async () => {
    const person = new Person(hub.url);
    await person.sends("/sao-chup", { "so-ban": "3" });
    person.sees("Điểm chưa có máy in nào");
    const member = await helper();
    await member.sends("/ban-truc/thiet-bi", { loai: "printer", "dia-chi": writePrinterAddress(printer.address), ten: "Máy in" });
    const before = await hub.context.database.sql`select 1 from draft_pages`;
    scanner.sheets = sheets.slice(0, 2);
    await person.sends("/sao-chup", { "so-ban": "40" });
    assert.equal(person.seen.status, 422);
    person.sees('value="40"');
    await person.sends("/sao-chup", { "so-ban": "3" });
    const errand = person.seen.url;
    await until(async () => (await person.goes(errand)).url.startsWith("/in/"), "the order to print");
    await overAt(person, person.seen.url, "Đã in xong");
    assert.equal((await printer.received()).length, 1);
    assert.equal((await printer.lastTicket()).copies, "3");
    assert.equal((await hub.context.database.sql`select 1 from draft_pages`).length, before.length);
    assert.equal((await services()).at(-1)?.kind, "copy");
    const [visit] = await hub.context.database.sql<{ purpose: string }[]>`select purpose from visits order by opened_at desc limit 1`;
    assert.equal(visit?.purpose, "print");
  });

  it("are nobody else's to look at or to stop", async () => {
    const { person, paper } = await citizenAtPaper();
    scanner.sheets = sheets.slice(0, 1);
    await person.sends(`${paper}/quet`, {});
    const errand = person.seen.url;
    const stranger = new Person(hub.url);
    await stranger.goes(errand);
    assert.equal(stranger.seen.status, 404);
    await stranger.sends(`${errand}/huy`, {});
    assert.equal(stranger.seen.status, 404);
    await overAt(person, errand, "Đã quét xong 1 trang");
  });
});
