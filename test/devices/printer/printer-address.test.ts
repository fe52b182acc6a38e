import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readPrinterAddress, writePrinterAddress } from "../../../src/devices/printer/printer-address.ts";

describe("a printer's address", () => {
  it("is understood as people write it", () => {
    const readings = {
      "192.168.1.20": "ipp://192.168.1.20:631/ipp/print",
      " MayIn.local ": "ipp://mayin.local:631/ipp/print",
      "192.168.1.20:8631": "ipp://192.168.1.20:8631/ipp/print",
      "ipps://mayin.local": "ipps://mayin.local:631/ipp/print",
      "ipp://192.168.1.20/ipp/printer": "ipp://192.168.1.20:631/ipp/printer",
      "https://192.168.1.20/ipp/print": "ipps://192.168.1.20:443/ipp/print",
      "ipp://[fd00::7]:631/": "ipp://[fd00::7]:631/ipp/print",
    };
    for (const [typed, meant] of Object.entries(readings)) {
      const read = readPrinterAddress(typed);
      assert.equal(read.ok && writePrinterAddress(read.value), meant, typed);
    }
  });

  it("is refused when it is something else", () => {
    for (const typed of [
      "",
      "máy in",
      "file:///etc/passwd",
      "ipp://user:secret@host/",
      "host:0",
      "host:70000",
      "host/a?b=c",
      "ipp://",
      "host name",
      "a\nb",
    ]) {
      assert.equal(readPrinterAddress(typed).ok, false, typed);
    }
  });

  it("is read as it was written", () => {
    const host = fc.oneof(
      fc.ipV4(),
      fc.ipV6().map((ip) => ip.toLowerCase()),
      fc.constant("mayin.local"),
    );
    const address = fc.record(
      { host, port: fc.integer({ min: 1, max: 65_535 }), path: fc.constantFrom("/ipp/print", "/ipp/printer-2"), secure: fc.boolean() },
      { noNullPrototype: true },
    );
    fc.assert(fc.property(address, (one) => assert.deepEqual(readPrinterAddress(writePrinterAddress(one)), { ok: true, value: one })));
  });
});
