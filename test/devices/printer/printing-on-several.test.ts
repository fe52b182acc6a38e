import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ok, refuse } from "../../../src/base/result.ts";
import { pauseUnlessEnded } from "../../../src/devices/pause.ts";
import { OUTAGE_NAMES, outagesOf } from "../../../src/devices/printer/outages.ts";
import type { PrinterStatus } from "../../../src/devices/printer/printer.ts";
import { createPrinting } from "../../../src/devices/printer/printing.ts";
import type { PrinterReason } from "../../../src/devices/printer/states.ts";
import { startSimulatedPrinter } from "../../support/ipp-printer.ts";
import { anOrder } from "../../support/printing-cases.ts";

const never = new AbortController().signal;
const ignore = () => undefined;

describe("printing on several printers", () => {
  it("does not make the orders of one printer wait for another's paper", async () => {
    const [first, second] = await Promise.all([startSimulatedPrinter(PDF_ONLY), startSimulatedPrinter(PDF_ONLY)]);
    const printing = createPrinting(async () => ok("127.0.0.1"));
    await first.takePaperOut();
    const waiting = printing.print(first.address, anOrder(), ignore, never);
    assert.ok((await printing.print(second.address, anOrder(), ignore, never)).ok);
    assert.deepEqual([printing.waiting(first.address), printing.waiting(second.address)], [1, 0]);
    await printing.close();
    assert.deepEqual(await waiting, { ok: false, reason: "canceled" });
    await Promise.all([first.close(), second.close()]);
  });

  it("speaks to nobody outside of the local network", async () => {
    const printing = createPrinting(async () => refuse("not-local"));
    const address = { host: "printer.example.com", port: 631, path: "/ipp/print", secure: false };
    assert.deepEqual(await printing.status(address), { ok: false, reason: "not-local" });
    assert.deepEqual(await printing.print(address, anOrder(), ignore, never), { ok: false, reason: "not-local" });
  });

  it("pauses no longer than anybody waits", async () => {
    const leaving = new AbortController();
    const pausing = pauseUnlessEnded(1_000_000, leaving.signal);
    leaving.abort();
    await pausing;
    await pauseUnlessEnded(1_000_000, leaving.signal);
  });
});

describe("the outages log", () => {
  it("names what stands still, not what is only running low", () => {
    assert.deepEqual(outagesOf(ok(aStatus(["media-empty", "media-needed", "toner-low"]))), ["paper"]);
    assert.deepEqual(outagesOf(ok(aStatus(["cover-open", "media-jam"]))), ["jam", "cover"]);
    assert.deepEqual(outagesOf(ok(aStatus([]))), []);
  });

  it("takes silence for a line that is down, and a stop without a reason for trouble of the device", () => {
    assert.deepEqual(outagesOf(refuse("off")), ["line"]);
    assert.deepEqual(outagesOf(refuse("busy")), []);
    assert.deepEqual(outagesOf(ok({ ...aStatus([]), state: "stopped" })), ["device"]);
  });

  it("has a name for each of its lines", () => {
    assert.equal(new Set(Object.values(OUTAGE_NAMES)).size, Object.keys(OUTAGE_NAMES).length);
  });
});

const PDF_ONLY = { formats: ["application/pdf"] };

function aStatus(reasons: readonly PrinterReason[]): PrinterStatus {
  return {
    name: "",
    model: "",
    state: "idle",
    acceptsJobs: true,
    reasons,
    supplies: [],
    abilities: { pdf: true, a4: true, colour: false, grey: true, twoSided: false, mostCopies: 9, twoSteps: true, validates: true },
    upSeconds: null,
  };
}
