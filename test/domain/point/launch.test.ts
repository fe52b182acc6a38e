import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readLaunchAddress } from "../../../src/domain/point/launch.ts";

describe("the address of an outside service", () => {
  const cases: [typed: string, address: string | null][] = [
    ["https://www.vidu.vn", "https://www.vidu.vn/"],
    ["vidu.vn/tra-cuu?ma=1", "https://vidu.vn/tra-cuu?ma=1"],
    ["  HTTPS://Vidu.VN ", "https://vidu.vn/"],
    ["http://vidu.vn", null],
    ["https://192.168.1.1/", null],
    ["https://localhost", null],
    ["https://may-in.local/", null],
    ["https://ai:mat-khau@vidu.vn/", null],
    ["javascript:alert(1)", null],
    ["data:text/html,x", null],
    ["", null],
  ];
  for (const [typed, address] of cases)
    it(`${JSON.stringify(typed)} ${address === null ? "is refused" : `is ${address}`}`, () => {
      const read = readLaunchAddress(typed);
      assert.equal(read.ok ? read.value : null, address);
    });

  it("is https with a public name, whatever is typed", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl()), (typed) => {
        const read = readLaunchAddress(typed);
        if (!read.ok) return true;
        const url = new URL(read.value);
        return url.protocol === "https:" && url.hostname.includes(".") && url.username === "";
      }),
    );
  });
});
