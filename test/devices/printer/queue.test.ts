import assert from "node:assert/strict";
import { afterEach, describe, it } from "node:test";
import type { PrintProgress } from "../../../src/devices/printer/print-words.ts";
import type { PrintQueue } from "../../../src/devices/printer/queue.ts";
import { type SimulatedOptions, type SimulatedPrinter, startSimulatedPrinter } from "../../support/ipp-printer.ts";
import { type LosingLine, startLosingLine } from "../../support/losing-line.ts";
import { anOrder, aQueue } from "../../support/printing-cases.ts";
import { aPdf, until } from "../../support/test-printer.ts";

/** What only our own printer can be made to do. */
describe("a print queue", () => {
  let printer: SimulatedPrinter;
  let line: LosingLine;
  let queue: PrintQueue;

  const open = async (options: Partial<SimulatedOptions> = {}) => {
    printer = await startSimulatedPrinter({ formats: ["application/pdf"], ...options });
    line = await startLosingLine(printer.address);
    queue = aQueue(line.address);
  };
  afterEach(async () => {
    await queue.close();
    await line.close();
    await printer.close();
  });

  it("sends a person to look, and prints nothing more, when the printer is switched off after it got the document", async () => {
    await open();
    await printer.hold();
    const printing = queue.print(anOrder(), ignore, never);
    await until(() => printer.jobs.some(({ state }) => state === "processing"), "the job is under way");
    await printer.switchOff();
    await printer.switchOn();
    await printer.release();
    assert.deepEqual(await printing, { ok: false, reason: "unsure" });
    assert.deepEqual(await printer.received(), []);
  });

  it("does the same when the printer stays off", async () => {
    await open();
    await printer.hold();
    const printing = queue.print(anOrder(), ignore, never);
    await until(() => printer.jobs.some(({ state }) => state === "processing"), "the job is under way");
    await printer.switchOff();
    assert.deepEqual(await printing, { ok: false, reason: "unsure" });
  });

  it("prints after all when the printer is switched on within a minute", async () => {
    await open();
    await printer.switchOff();
    const seen: PrintProgress[] = [];
    const printing = queue.print(anOrder(), (progress) => seen.push(progress), never);
    await until(() => seen.some(({ phase }) => phase === "no-answer"), "the silence is said");
    await printer.switchOn();
    assert.ok((await printing).ok);
    assert.equal((await printer.received()).length, 1);
  });

  it("sends the document again when the first job broke off before it was begun", async () => {
    await open();
    line.breakDocumentAfter(300_000);
    const order = anOrder({ pdf: aPdf(12_000_000) });
    assert.ok((await queue.print(order, ignore, never)).ok);
    assert.equal(line.count("Send-Document"), 2);
    assert.deepEqual(await printer.received(), [order.pdf]);
  });

  it("does not send it again to a printer that had begun to print", async () => {
    await open({ printsWhileReceiving: true });
    line.breakDocumentAfter(300_000);
    assert.deepEqual(await queue.print(anOrder({ pdf: aPdf(12_000_000) }), ignore, never), { ok: false, reason: "half-printed" });
    assert.equal(line.count("Send-Document"), 1);
  });

  it("takes a half-filled job back before it makes another, when the printer waits on for the rest", async () => {
    await open({ waitsForTheRest: true });
    line.breakDocumentAfter(300_000);
    const order = anOrder({ pdf: aPdf(12_000_000) });
    assert.ok((await queue.print(order, ignore, never)).ok);
    assert.deepEqual(
      printer.jobs.map(({ state }) => state),
      ["canceled", "completed"],
    );
    assert.deepEqual(await printer.received(), [order.pdf]);
  });

  it("takes a half-filled job back, and makes no other, when the printer had begun to print it", async () => {
    await open({ waitsForTheRest: true, printsWhileReceiving: true });
    line.breakDocumentAfter(300_000);
    assert.deepEqual(await queue.print(anOrder({ pdf: aPdf(12_000_000) }), ignore, never), { ok: false, reason: "half-printed" });
    assert.deepEqual(
      printer.jobs.map(({ state }) => state),
      ["canceled"],
    );
  });

  it("says that somebody cancelled at the printer, and does not print it again", async () => {
    await open();
    await printer.hold();
    const order = anOrder();
    const printing = queue.print(order, ignore, never);
    await until(() => printer.jobs.some(({ state }) => state === "processing"), "the job is under way");
    printer.cancelAtPanel();
    await printer.release();
    assert.deepEqual(await printing, { ok: false, reason: "canceled-at-printer" });
    assert.deepEqual(await queue.print(order, ignore, never), { ok: false, reason: "canceled-at-printer" });
    assert.equal(line.count("Create-Job"), 1);
  });

  it("finds the job whose making went unheard, and leaves no second one behind", async () => {
    await open();
    line.loseAnswerTo("Create-Job");
    assert.ok((await queue.print(anOrder(), ignore, never)).ok);
    assert.deepEqual(
      printer.jobs.map(({ state }) => state),
      ["canceled", "completed"],
    );
  });

  it("says what stops the printer while it waits, and goes on when it is put right", async () => {
    await open();
    printer.openCover();
    const seen: PrintProgress[] = [];
    const printing = queue.print(anOrder(), (progress) => seen.push(progress), never);
    await until(() => seen.some(({ phase, reasons }) => phase === "waiting" && reasons.includes("cover-open")), "the open cover is said");
    printer.closeCover();
    assert.ok((await printing).ok);
  });

  it("prints on printers that know only IPP/1.1, and on those that count no sheets", async () => {
    await open({ version: 1, countsPages: false });
    const result = await queue.print(anOrder({ copies: 2 }), ignore, never);
    assert.deepEqual(result, { ok: true, value: { job: 1, printed: null } });
  });

  it("counts the sheets where the printer does", async () => {
    await open();
    assert.deepEqual(await queue.print(anOrder({ copies: 2 }), ignore, never), { ok: true, value: { job: 1, printed: 2 } });
  });

  it("asks for no more copies than the printer can make", async () => {
    await open();
    assert.deepEqual(await queue.print(anOrder({ copies: 100 }), ignore, never), { ok: false, reason: "too-many-copies" });
  });

  it("goes on with the next order when a document cannot be read to its end, and takes the half-filled job back", async () => {
    await open();
    const broken = { ...anOrder(), document: { sizeBytes: 100, open: brokenSource } };
    await assert.rejects(queue.print(broken, ignore, never), /the disk is gone/);
    assert.ok((await queue.print(anOrder(), ignore, never)).ok);
    assert.equal((await printer.received()).length, 1);
  });

  it("sends no document that is longer or shorter than it was said to be", async () => {
    await open();
    const order = anOrder();
    for (const difference of [-1, 1]) {
      const document = { ...order.document, sizeBytes: order.pdf.length + difference };
      await assert.rejects(queue.print({ ...order, id: String(difference), document }, ignore, never), /size/);
    }
    assert.deepEqual(await printer.received(), []);
  });

  it("forgets nothing that waits when it closes: each is answered as taken back", async () => {
    await open();
    await printer.hold();
    const printing = [queue.print(anOrder(), ignore, never), queue.print(anOrder(), ignore, never)];
    await until(() => printer.jobs.some(({ state }) => state === "processing"), "the job is under way");
    assert.equal(queue.length, 2);
    await queue.close();
    assert.deepEqual(await Promise.all(printing), [
      { ok: false, reason: "canceled" },
      { ok: false, reason: "canceled" },
    ]);
    assert.equal(queue.length, 0);
  });

  it("tells no name of a person to the printer", async () => {
    await open();
    const order = anOrder();
    await queue.print(order, ignore, never);
    assert.equal(printer.jobs[0]?.name, `loc-vung ${order.id}`);
  });
});

async function* brokenSource(): AsyncIterable<Uint8Array> {
  yield Buffer.from("%PDF-1.4");
  throw new Error("the disk is gone");
}

const ignore = () => undefined;
const never = new AbortController().signal;
