import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { findLocalAddress } from "../../src/devices/address.ts";
import { createIppPrinter } from "../../src/devices/printer/client.ts";
import type { Operation } from "../../src/devices/printer/ipp/message.ts";
import type { PrintProgress } from "../../src/devices/printer/print-words.ts";
import { documentOf, type PrinterAddress, type PrintOrder } from "../../src/devices/printer/printer.ts";
import { createPrintQueue, type PrintQueue } from "../../src/devices/printer/queue.ts";
import { type LosingLine, startLosingLine } from "./losing-line.ts";
import { aPdf, type StartPrinter, type TestPrinter, until } from "./test-printer.ts";

/** What printing a paper must keep to, on whatever printer. */
export function printingCases(name: string, start: StartPrinter): void {
  const rule = (sentence: string, test: () => Promise<void>) => it(`${name} ${sentence}`, { timeout: 90_000 }, test);
  let printer: TestPrinter;
  let line: LosingLine;
  let queue: PrintQueue;

  const open = async (formats: readonly string[] = ["application/pdf", "image/jpeg"]) => {
    printer = await start({ formats });
    line = await startLosingLine(printer.address);
    queue = aQueue(line.address);
  };
  beforeEach(() => open());
  afterEach(async () => {
    await queue.close();
    await line.close();
    await printer.close();
  });

  rule("prints a PDF: the printer gets it byte for byte, with the copies and the paper that were asked for", async () => {
    const order = anOrder({ copies: 3 });
    const result = await queue.print(order, ignore, never);
    assert.ok(result.ok, JSON.stringify(result));
    assert.deepEqual(await printer.received(), [order.pdf]);
    const ticket = await printer.lastTicket();
    assert.equal(ticket.copies, "3");
    assert.equal(ticket.media, "iso_a4_210x297mm");
    assert.equal(ticket["print-color-mode"], "monochrome");
  });

  rule("prints a scan of twenty pages as it does a slip", async () => {
    const order = anOrder({ pdf: aPdf(4_000_000) });
    assert.ok((await queue.print(order, ignore, never)).ok);
    assert.deepEqual(await printer.received(), [order.pdf]);
  });

  rule("says that the paper is out, and prints by itself when there is paper again", async () => {
    await printer.takePaperOut();
    const order = anOrder();
    const seen: PrintProgress[] = [];
    const printing = queue.print(order, (progress) => seen.push(progress), never);
    await until(
      () => seen.some(({ phase, reasons }) => phase === "waiting" && reasons.includes("media-empty")),
      "the paper is said to be out",
    );
    assert.deepEqual(await jobsDone(), []);
    await printer.putPaperIn();
    assert.ok((await printing).ok);
    assert.deepEqual(await printer.received(), [order.pdf]);
  });

  rule("says that a sheet is stuck, and prints by itself when it is out", async () => {
    await printer.jam();
    const seen: PrintProgress[] = [];
    const printing = queue.print(anOrder(), (progress) => seen.push(progress), never);
    await until(() => seen.some(({ phase, reasons }) => phase === "waiting" && reasons.includes("media-jam")), "the jam is said");
    await printer.clearJam();
    assert.ok((await printing).ok);
    assert.equal((await printer.received()).length, 1);
  });

  rule("waits while the printer works for another computer, says so, and prints then", async () => {
    await printer.hold();
    const other = aQueue(printer.address);
    const theirs = anOrder();
    const otherPrinting = other.print(theirs, ignore, never);
    await until(async () => isPrinting(printer.address), "the other one's job is under way");
    const ours = anOrder();
    const seen: PrintProgress[] = [];
    const printing = queue.print(ours, (progress) => seen.push(progress), never);
    await until(() => seen.some(({ phase }) => phase === "busy"), "the printer is said to be busy");
    await printer.release();
    assert.ok((await otherPrinting).ok);
    assert.ok((await printing).ok);
    assert.deepEqual(await printer.received(), [theirs.pdf, ours.pdf]);
  });

  rule("prints the orders of a queue one after the other, each once", async () => {
    const orders = [anOrder(), anOrder(), anOrder()];
    const results = await Promise.all(orders.map((order) => queue.print(order, ignore, never)));
    assert.ok(results.every(({ ok }) => ok));
    assert.deepEqual(
      await printer.received(),
      orders.map(({ pdf }) => pdf),
    );
  });

  for (const operation of OPERATIONS_ON_THE_WAY) {
    rule(`prints once when the answer to ${operation} is lost`, async () => {
      line.loseAnswerTo(operation);
      const order = anOrder();
      const result = await queue.print(order, ignore, never);
      assert.ok(result.ok, JSON.stringify(result));
      assert.deepEqual(await printer.received(), [order.pdf]);
    });
  }

  rule("prints once, or sends a person to look, when the line breaks in the middle of the document", async () => {
    line.breakDocumentAfter(300_000);
    const order = anOrder({ pdf: aPdf(12_000_000) });
    const result = await queue.print(order, ignore, never);
    const documents = await printer.received();
    assert.equal(documents.length, 1, "one document came out, be it whole or not");
    const whole = documents[0]?.equals(order.pdf) ?? false;
    assert.deepEqual(result.ok ? "printed" : result.reason, whole ? "printed" : "half-printed");
    assert.equal(line.count("Send-Document"), whole ? 2 : 1);
  });

  rule("prints once when the program is killed after it sent the document, and asks again after its start", async () => {
    await printer.hold();
    const order = anOrder();
    void queue.print(order, ignore, never);
    await until(async () => isPrinting(printer.address), "the job is under way");
    const restarted = aQueue(line.address);
    const again = restarted.print(order, ignore, never);
    await printer.release();
    assert.ok((await again).ok);
    assert.ok((await restarted.print(order, ignore, never)).ok);
    assert.equal(line.count("Send-Document"), 1);
    assert.deepEqual(await printer.received(), [order.pdf]);
  });

  rule("prints once what is asked for twice at once", async () => {
    const order = anOrder();
    const results = await Promise.all([queue.print(order, ignore, never), queue.print(order, ignore, never)]);
    assert.deepEqual(results[0], results[1]);
    assert.equal((await printer.received()).length, 1);
  });

  rule("ends an order that is taken back while it prints, and prints the next one", async () => {
    await printer.hold();
    const leaving = new AbortController();
    const canceled = queue.print(anOrder(), ignore, leaving.signal);
    await until(async () => isPrinting(printer.address), "the job is under way");
    const next = anOrder();
    const printing = queue.print(next, ignore, never);
    leaving.abort();
    assert.deepEqual(await canceled, { ok: false, reason: "canceled" });
    await printer.release();
    assert.ok((await printing).ok);
    assert.deepEqual((await printer.received()).at(-1), next.pdf);
  });

  rule("sends nothing of an order that is taken back in line", async () => {
    await printer.hold();
    const printing = queue.print(anOrder(), ignore, never);
    const leaving = new AbortController();
    const waiting = queue.print(anOrder(), ignore, leaving.signal);
    leaving.abort();
    assert.deepEqual(await waiting, { ok: false, reason: "canceled" });
    await printer.release();
    assert.ok((await printing).ok);
    assert.equal(line.count("Create-Job"), 1);
  });

  rule("sends nothing to a printer that cannot read PDF, and says so", async () => {
    await queue.close();
    await line.close();
    await printer.close();
    await open(["image/jpeg"]);
    assert.deepEqual(await queue.print(anOrder(), ignore, never), { ok: false, reason: "no-pdf" });
    assert.equal(line.count("Create-Job"), 0);
  });

  rule("says that nothing was printed when the printer is off", async () => {
    await line.close();
    assert.deepEqual(await queue.print(anOrder(), ignore, never), { ok: false, reason: "off" });
  });

  async function jobsDone(): Promise<readonly string[]> {
    const client = createIppPrinter(printer.address, findLocalAddress);
    const status = await client.status();
    assert.ok(status.ok);
    return status.value.state === "idle" ? ["done"] : [];
  }
}

const OPERATIONS_ON_THE_WAY = [
  "Get-Jobs",
  "Get-Printer-Attributes",
  "Validate-Job",
  "Create-Job",
  "Send-Document",
  "Get-Job-Attributes",
] as const satisfies readonly Operation[];

const ignore = () => undefined;
const never = new AbortController().signal;

/** A queue that waits as the real one does, only a fiftieth as long. */
export function aQueue(address: PrinterAddress): PrintQueue {
  return createPrintQueue(createIppPrinter(address, findLocalAddress), (milliseconds, signal) =>
    sleep(milliseconds / 50, undefined, { signal }).then(ignore, ignore),
  );
}

export function anOrder(wish: { readonly copies?: number; readonly pdf?: Buffer } = {}): PrintOrder & { readonly pdf: Buffer } {
  const pdf = wish.pdf ?? aPdf();
  return { id: randomUUID(), document: documentOf(pdf), pdf, copies: wish.copies ?? 1, sides: "one", colour: "grey" };
}

async function isPrinting(address: PrinterAddress): Promise<boolean> {
  const status = await createIppPrinter(address, findLocalAddress).status();
  return status.ok && status.value.state === "printing";
}
