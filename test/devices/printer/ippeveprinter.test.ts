import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { startSimulatedPrinter } from "../../support/ipp-printer.ts";
import { findIppeveprinter, startIppeveprinter } from "../../support/ippeveprinter.ts";
import { anOrder, aQueue, printingCases } from "../../support/printing-cases.ts";

/** The printer of CUPS where it is to be had; where not, the same cases run against our own, and each test's name says so. */
const folder = mkdtempSync(join(tmpdir(), "ippeve-packages-"));
const found = await starting();

describe(
  typeof found === "string" ? `printing, on OUR OWN simulator because ${found}` : "printing on the real ippeveprinter of CUPS",
  () => {
    after(() => rmSync(folder, { recursive: true, force: true }));
    if (typeof found === "string") printingCases(`(on OUR OWN printer, because ${found})`, startSimulatedPrinter);
    else {
      printingCases("the real ippeveprinter of CUPS", (options) => startIppeveprinter(found, options));

      it("the real ippeveprinter of CUPS prints over ipps, with the certificate that it signed itself", async () => {
        const printer = await startIppeveprinter(found, { formats: ["application/pdf"] });
        const queue = aQueue({ ...printer.address, secure: true });
        const order = anOrder();
        const result = await queue.print(order, () => undefined, new AbortController().signal);
        assert.ok(result.ok, JSON.stringify(result));
        assert.deepEqual(await printer.received(), [order.pdf]);
        await printer.close();
      });
    }
  },
);

/** A program that is there but cannot run (no IPv6, a library too old) is none. */
async function starting() {
  const programs = findIppeveprinter(folder);
  if (typeof programs === "string") return programs;
  try {
    await (await startIppeveprinter(programs, { formats: ["application/pdf"] })).close();
    return programs;
  } catch (error) {
    return `ippeveprinter does not run here (${error instanceof Error ? error.message : error})`;
  }
}
