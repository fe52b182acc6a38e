import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Announcement, Browse } from "../../../src/devices/announcement.ts";
import { findPrinters, readAnnouncement } from "../../../src/devices/printer/discover.ts";

const TXT = { rp: "ipp/print", ty: "Brother HL-L2360DN", note: "Quầy số 1", pdl: "application/octet-stream,application/pdf", UUID: "AB12" };

describe("printers in the network", () => {
  it("are read from what they announce: name, model, place, path, whether they know PDF", () => {
    assert.deepEqual(readAnnouncement(anAnnouncement(), false), {
      name: "Máy in quầy",
      model: "Brother HL-L2360DN",
      place: "Quầy số 1",
      addresses: [{ host: "192.168.1.20", port: 631, path: "/ipp/print", secure: false }],
      pdf: true,
      uuid: "ab12",
    });
  });

  it("are reached by an address that a router gave, before one that they made up, before a name", () => {
    const hostOf = (addresses: string[]) => readAnnouncement(anAnnouncement({ addresses }), false)?.addresses[0]?.host;
    assert.equal(hostOf(["fe80::1", "169.254.3.4", "10.0.0.9"]), "10.0.0.9");
    assert.equal(hostOf(["fe80::1", "169.254.3.4"]), "169.254.3.4");
    assert.equal(hostOf(["fd00::7"]), "fd00::7");
    assert.equal(hostOf([]), "mayin.local");
  });

  it("are left out when they only keep their name, and taken with what they say when their record is odd", () => {
    assert.equal(readAnnouncement(anAnnouncement({ port: 0 }), false), null);
    const odd = readAnnouncement(anAnnouncement({ txt: { rp: true, pdl: 7 } }), false);
    assert.deepEqual([odd?.addresses[0]?.path, odd?.pdf, odd?.uuid], ["/ipp/print", false, null]);
    assert.equal(readAnnouncement(anAnnouncement({ txt: "nothing" }), false)?.model, "");
  });

  it("are each listed once, with the secure address first", async () => {
    const browse: Browse<"ipp" | "ipps"> = (type, found) => {
      if (type === "ipp") found(anAnnouncement());
      else found(anAnnouncement({ port: 443 }));
      found(anAnnouncement({ name: "Ấn phẩm", txt: { ...TXT, UUID: "cd34" } }));
      found(anAnnouncement({ name: "Ấn phẩm", txt: { ...TXT, UUID: "cd34" } }));
      return () => undefined;
    };
    const found = await findPrinters(browse, Promise.resolve());
    assert.deepEqual(
      found.map(({ name, addresses }) => [name, addresses.map(({ secure, port }) => `${secure ? "ipps" : "ipp"} ${port}`)]),
      [
        ["Ấn phẩm", ["ipps 631", "ipp 631"]],
        ["Máy in quầy", ["ipps 443", "ipp 631"]],
      ],
    );
  });

  it("are looked for until the listening ends, however it ends", async () => {
    const stopped: string[] = [];
    const browse: Browse<"ipp" | "ipps"> = (type) => () => stopped.push(type);
    await assert.rejects(findPrinters(browse, Promise.reject(new Error("closed"))), /closed/);
    assert.deepEqual(stopped, ["ipps", "ipp"]);
  });
});

function anAnnouncement(more: Partial<Announcement> = {}): Announcement {
  return { name: "Máy in quầy", host: "mayin.local", port: 631, addresses: ["192.168.1.20"], txt: TXT, ...more };
}
