import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findLocalAddress, isLocalAddress } from "../../src/devices/address.ts";

describe("the address of a device", () => {
  it("is one of the local network, or of this machine", () => {
    const local = [
      "10.1.2.3",
      "172.16.0.1",
      "172.31.255.254",
      "192.168.1.20",
      "169.254.7.7",
      "127.0.0.1",
      "::1",
      "fe80::1",
      "fd12::7",
      "::ffff:192.168.1.20",
    ];
    assert.deepEqual(local.filter(isLocalAddress), local);
  });

  it("is none of the wide world, and not where rented machines keep their secrets", () => {
    const strange = ["8.8.8.8", "172.32.0.1", "192.169.0.1", "100.64.0.1", "0.0.0.0", "224.0.0.251", "2001:db8::1", "::", "::ffff:8.8.8.8"];
    const secret = ["169.254.169.254", "::ffff:169.254.169.254", "fd00:ec2::254"];
    assert.deepEqual([...strange, ...secret, "", "mayin.local", "127.1"].filter(isLocalAddress), []);
  });

  it("is the local one of those that a name stands for", async () => {
    const names = async () => [
      { address: "203.0.113.9", family: 4 },
      { address: "192.168.1.20", family: 4 },
    ];
    assert.deepEqual(await findLocalAddress("mayin.local", names), { ok: true, value: "192.168.1.20" });
  });

  it("is refused when the name leads elsewhere, and missing when nobody bears it", async () => {
    const elsewhere = async () => [{ address: "203.0.113.9", family: 4 }];
    assert.deepEqual(await findLocalAddress("printer.example.com", elsewhere), { ok: false, reason: "not-local" });
    assert.deepEqual(await findLocalAddress("8.8.8.8"), { ok: false, reason: "not-local" });
    const nobody = async () => Promise.reject(new Error("ENOTFOUND"));
    assert.deepEqual(await findLocalAddress("mayin.local", nobody), { ok: false, reason: "off" });
  });
});
