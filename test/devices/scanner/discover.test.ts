import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Announcement, Browse } from "../../../src/devices/announcement.ts";
import { findScanners, readAnnouncement } from "../../../src/devices/scanner/discover.ts";

const TXT = {
  txtvers: "1",
  rs: "eSCL",
  ty: "Canon TR4500",
  note: "Quầy số 1",
  pdl: "image/jpeg,application/pdf",
  UUID: "AB12",
  is: "platen,adf",
};

describe("scanners in the network", () => {
  it("are read from what they announce: name, model, place, path, sources", () => {
    assert.deepEqual(readAnnouncement(anAnnouncement(), false), {
      name: "Máy quét quầy",
      model: "Canon TR4500",
      place: "Quầy số 1",
      addresses: [{ host: "192.168.1.20", port: 80, path: "/eSCL", secure: false }],
      glass: true,
      feeder: true,
      readable: true,
      uuid: "ab12",
    });
  });

  it("keep their service where they say, however the path is written", () => {
    const pathOf = (rs: unknown) => readAnnouncement(anAnnouncement({ txt: { ...TXT, rs } }), false)?.addresses[0]?.path;
    assert.deepEqual([pathOf("/eSCL/"), pathOf("scan/eSCL"), pathOf(""), pathOf(true)], ["/eSCL", "/scan/eSCL", "/eSCL", "/eSCL"]);
  });

  it("are left out when they only keep their name, and marked when they make nothing readable", () => {
    assert.equal(readAnnouncement(anAnnouncement({ port: 0 }), false), null);
    assert.equal(readAnnouncement(anAnnouncement({ txt: { ...TXT, pdl: "image/tiff" } }), false)?.readable, false);
    assert.equal(readAnnouncement(anAnnouncement({ txt: "nothing" }), false)?.readable, true);
  });

  it("are each listed once, with the secure address first", async () => {
    const browse: Browse<"uscan" | "uscans"> = (type, found) => {
      found(anAnnouncement({ port: type === "uscan" ? 80 : 443 }));
      return () => undefined;
    };
    const found = await findScanners(browse, Promise.resolve());
    assert.deepEqual(
      found.map(({ addresses }) => addresses.map(({ secure, port }) => `${secure ? "https" : "http"} ${port}`)),
      [["https 443", "http 80"]],
    );
  });

  it("may announce what they like", () => {
    const strange = fc.record({ name: fc.string(), host: fc.string(), port: fc.integer(), txt: fc.anything() });
    fc.assert(fc.property(strange, (announcement) => void readAnnouncement(announcement, true)));
  });
});

function anAnnouncement(more: Partial<Announcement> = {}): Announcement {
  return { name: "Máy quét quầy", host: "mayquet.local", port: 80, addresses: ["192.168.1.20"], txt: TXT, ...more };
}
