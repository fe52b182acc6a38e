import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { readJobPath } from "../../../src/devices/scanner/job-path.ts";
import { type Ending, judgeEnd } from "../../../src/devices/scanner/judge-end.ts";
import type { Answer } from "../../../src/devices/scanner/line.ts";
import { PageIntake } from "../../../src/devices/scanner/page-intake.ts";
import type { FullStatus, JobInfo } from "../../../src/devices/scanner/status.ts";

describe("how a scan ended", () => {
  const rows: [string, Partial<Ending>, Partial<FullStatus>, Partial<JobInfo> | null, string][] = [
    ["404 after some pages is the end", {}, {}, null, "done"],
    ["a job that is completed is done, even with a jam shown since", {}, { feeder: "jam" }, { state: "completed" }, "done"],
    ["a jam may stand behind a 404", {}, { feeder: "jam" }, { state: "aborted" }, "jam"],
    ["an open cover may stand behind a 409", { code: 409 }, { feeder: "open" }, null, "cover-open"],
    ["410 is a cancelled job", { code: 410 }, {}, null, "cancelled"],
    ["a job is cancelled when only its reason says so", {}, {}, { state: "aborted", reasons: ["JobCanceledByUser"] }, "cancelled"],
    ["an aborted job is not done", {}, {}, { state: "aborted" }, "failed"],
    ["a jam of the feeder does not touch the glass", { source: "glass" }, { feeder: "jam" }, null, "done"],
    ["sheets that still lie there at a 409 were not scanned", { code: 409 }, { feeder: "loaded" }, null, "failed"],
    ["sheets that still lie there while the job is at work may come", {}, { feeder: "loaded" }, { state: "working" }, "again"],
    ["no page, no sheet", { pages: 0 }, { feeder: "empty" }, { state: "aborted" }, "feeder-empty"],
    ["no page from a feeder that cannot tell", { pages: 0 }, { feeder: null }, null, "feeder-empty"],
    ["no page although sheets lie there", { pages: 0 }, { feeder: "loaded" }, null, "failed"],
    ["no page yet of a job at work", { pages: 0, source: "glass" }, {}, { state: "working" }, "again"],
    ["no page from the glass", { pages: 0, source: "glass" }, {}, null, "failed"],
    ["a page that came in part is missing", { interrupted: "within" }, {}, { state: "completed", completed: 2 }, "lost"],
    ["a line that broke before a page may have been the end", { interrupted: "before" }, {}, { state: "completed", completed: 2 }, "done"],
    [
      "a line that broke before a page that was counted lost it",
      { interrupted: "before" },
      {},
      { state: "completed", completed: 3 },
      "lost",
    ],
    ["an error of the scanner's own", { code: 500 }, {}, { state: "working" }, "failed"],
  ];
  for (const [rule, ending, status, job, verdict] of rows) {
    it(`${rule}: ${verdict}`, () => {
      const info = job && { uri: "", uuid: "", state: "unknown" as const, reasons: [], completed: null, toTransfer: null, ...job };
      const full = { state: "idle" as const, feeder: "empty" as const, jobs: [], ...status };
      assert.equal(judgeEnd({ code: 404, source: "feeder", pages: 2, interrupted: "no", ...ending }, full, info), verdict);
    });
  }
});

describe("the taking in of pages", () => {
  const sheets = [1, 2, 3, 4].map((number) =>
    Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(50, number), Buffer.from([0xff, 0xd9])]),
  );

  it("never hands over a page twice nor leaves one out, wherever the line breaks", () => {
    const mishap = fc.record({ page: fc.nat(3), at: fc.nat(54), after: fc.constantFrom("same", "before", "next") });
    fc.assert(
      fc.property(fc.array(mishap, { maxLength: 3 }), (mishaps) => {
        const intake = new PageIntake("feeder");
        const taken: Uint8Array[] = [];
        const hear = (bytes: Uint8Array, end: Answer["end"]) => {
          const one = intake.take(anAnswer(bytes, end));
          if (one.kind === "page") taken.push(one.page.bytes);
          return one.kind !== "refused";
        };
        sheets.every((sheet, place) => {
          const mine = mishaps.filter(({ page }) => page === place);
          const goesOn = mine.every(({ at, after }) => {
            const before = sheets[place - 1];
            return hear(sheet.subarray(0, at), "broken") && (after !== "before" || !before || hear(before, "whole"));
          });
          const skipped = mine.some(({ at, after }) => after === "next" && at > 10);
          return goesOn && (skipped || hear(sheet, "whole"));
        });
        assert.deepEqual(taken, sheets.slice(0, taken.length));
      }),
    );
  });

  it("takes nothing that is neither a JPEG nor a PDF", () => {
    assert.deepEqual(new PageIntake("glass").take(anAnswer(Buffer.from("<html></html>"), "whole")), { kind: "refused", trouble: "failed" });
  });

  it("takes a page whose line broke behind its end", () => {
    const [sheet = Buffer.alloc(0)] = sheets;
    assert.equal(new PageIntake("glass").take(anAnswer(sheet, "broken")).kind, "page");
  });
});

describe("the place of a job", () => {
  it("is a path on the scanner, whatever the scanner writes", () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string(), fc.webPath()), (location) => {
        const path = readJobPath(location, "/eSCL");
        assert.ok(path === null || /^\/[!-~]+$/.test(path), `${location} → ${path}`);
      }),
    );
  });
});

function anAnswer(bytes: Uint8Array, end: Answer["end"]): Answer {
  return { status: 200, location: null, contentLocation: null, retryAfterMs: null, bytes, end, firstByteAt: 0 };
}
