import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readScannerAddress, writeScannerAddress } from "../../../src/devices/scanner/scanner-address.ts";

describe("a scanner's address", () => {
  it("is understood as people write it", () => {
    const readings = {
      "192.168.1.20": "http://192.168.1.20:80/eSCL",
      " MayQuet.local ": "http://mayquet.local:80/eSCL",
      "192.168.1.20:8080": "http://192.168.1.20:8080/eSCL",
      "[::1]:8090": "http://[::1]:8090/eSCL",
      "http://localhost:8090/eSCL": "http://localhost:8090/eSCL",
      "http://localhost:8090/": "http://localhost:8090/eSCL",
      "http://localhost:8090/eSCL/": "http://localhost:8090/eSCL",
      "http://192.168.1.20/scanner/eSCL": "http://192.168.1.20:80/scanner/eSCL",
      "https://192.168.1.20": "https://192.168.1.20:443/eSCL",
      "uscans://[fd00::7]:8443/eSCL": "https://[fd00::7]:8443/eSCL",
    };
    for (const [typed, meant] of Object.entries(readings)) {
      const read = readScannerAddress(typed);
      assert.equal(read.ok && writeScannerAddress(read.value), meant, typed);
    }
  });

  it("is refused when it is something else", () => {
    const others = [
      "",
      "máy quét",
      "file:///etc/passwd",
      "http://user:secret@host/",
      "host:0",
      "host:70000",
      "host/a?b=c",
      "http://",
      "a\nb",
    ];
    for (const typed of others) assert.equal(readScannerAddress(typed).ok, false, typed);
  });

  it("is read as it was written", () => {
    const host = fc.oneof(
      fc.ipV4(),
      fc.ipV6().map((ip) => ip.toLowerCase()),
      fc.constant("mayquet.local"),
    );
    const address = fc.record(
      { host, port: fc.integer({ min: 1, max: 65_535 }), path: fc.constantFrom("/eSCL", "/scan/eSCL"), secure: fc.boolean() },
      { noNullPrototype: true },
    );
    fc.assert(fc.property(address, (one) => assert.deepEqual(readScannerAddress(writeScannerAddress(one)), { ok: true, value: one })));
  });
});
