import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, it } from "node:test";
import { findLocalAddress } from "../../../src/devices/address.ts";
import { createScanner } from "../../../src/devices/scanner/client.ts";
import { securedLine } from "../../../src/devices/scanner/protocol.ts";
import { SCAN_PROBLEMS } from "../../../src/devices/scanner/scan-words.ts";
import type { ScanEnd, ScanEvent, ScanOrder } from "../../../src/devices/scanner/scanner.ts";
import { aSheet, SimulatedScanner, type SimulatedScannerOptions } from "../../support/escl-scanner.ts";
import { selfSigned } from "../../support/self-signed.ts";

const ORDER: ScanOrder = { source: "auto", colour: "colour", dotsPerInch: 200 };
const SHEETS = await Promise.all([1, 2, 3, 4, 5].map(aSheet));
const running: SimulatedScanner[] = [];

afterEach(async () => {
  for (const scanner of running.splice(0)) await scanner.unplug();
});

describe("a scan from the feeder", () => {
  it("hands over each sheet once, in turn, and ends by itself", async () => {
    const scanner = await aScanner({}, 3);
    const { end, pages, kinds } = await scan(scanner);
    assert.deepEqual(end, { ok: true, value: { pages: 3 } });
    assert.deepEqual(pages, hashes(SHEETS.slice(0, 3)));
    assert.deepEqual(kinds, ["began feeder", "page 1", "page 2", "page 3"]);
    assert.deepEqual(
      scanner.jobs.map(({ state }) => state),
      ["Completed"],
    );
    assert.ok(!scanner.asked.some((line) => line.startsWith("DELETE")));
  });

  it("waits while the scanner says not yet, each time a little longer", async () => {
    const scanner = await aScanner({ notYet: 5 }, 1);
    const pauses: number[] = [];
    const { kinds } = await scan(scanner, ORDER, { pauses });
    assert.deepEqual(kinds, ["began feeder", "waiting", "page 1", "waiting"]);
    assert.deepEqual(pauses.slice(0, 5), [250, 500, 1_000, 2_000, 2_000]);
  });

  it("waits as long as the scanner asks for", async () => {
    const pauses: number[] = [];
    await scan(await aScanner({ notYet: 1, retryAfterSeconds: 3 }, 1), ORDER, { pauses });
    assert.deepEqual(pauses, [3_000, 3_000]);
  });

  it("gives up a scanner that says not yet for minutes", async () => {
    for (const [keepsJobsToItself, longest] of [
      [false, 190_000],
      [true, 65_000],
    ] as const) {
      const pauses: number[] = [];
      const { end } = await scan(await aScanner({ notYet: 1_000, keepsJobsToItself }, 1), ORDER, { pauses });
      assert.deepEqual(end, { ok: false, reason: "failed" });
      const waited = pauses.reduce((sum, one) => sum + one, 0);
      assert.ok(waited >= 60_000 && waited <= longest, `${waited} ms`);
    }
  });

  it("needs no list of jobs to see its end", async () => {
    assert.deepEqual((await scan(await aScanner({ keepsJobsToItself: true, notYet: 1 }, 3))).end, { ok: true, value: { pages: 3 } });
  });

  for (const framing of ["length", "chunks", "close"] as const) {
    it(`takes pages whose length is told by ${framing}`, async () => {
      const { pages } = await scan(await aScanner({ framing, contentType: "image/jpeg; charset=binary" }, 2));
      assert.deepEqual(pages, hashes(SHEETS.slice(0, 2)));
    });
  }

  for (const noMore of [404, 409, 410] as const) {
    it(`is done after the last sheet when the scanner says ${noMore}`, async () => {
      assert.deepEqual((await scan(await aScanner({ noMore }, 2))).end, { ok: true, value: { pages: 2 } });
    });
  }

  it("says that the feeder is empty when not a sheet comes", async () => {
    for (const noMore of [404, 409] as const) {
      const scanner = await aScanner({ noMore }, 0);
      const { end, pages } = await scan(scanner, { ...ORDER, source: "feeder" });
      assert.deepEqual([end, pages], [{ ok: false, reason: "feeder-empty" }, []]);
    }
  });

  it("keeps two sheets that look the same to a simulated scanner", async () => {
    const scanner = await aScanner({}, 0);
    const sheet = await aSheet(1);
    scanner.sheets = [sheet, sheet, sheet];
    assert.deepEqual((await scan(scanner)).end, { ok: true, value: { pages: 3 } });
  });
});

describe("a scan from the glass", () => {
  it("is one page, and the job is over at the scanner", async () => {
    const scanner = await aScanner({}, 0);
    const { end, kinds } = await scan(scanner);
    assert.deepEqual(end, { ok: true, value: { pages: 1 } });
    assert.deepEqual(kinds, ["began glass", "page 1"]);
    assert.notEqual(scanner.jobs[0]?.state, "Processing");
  });

  it("is taken when the feeder only pretended to have a sheet, unless the feeder was asked for", async () => {
    const scanner = await aScanner({}, 0);
    scanner.feederState = "ScannerAdfLoaded";
    scanner.mishaps.set(1, "empty");
    assert.deepEqual((await scan(scanner)).kinds, ["began feeder", "began glass", "page 1"]);
  });

  it("is what is asked for although sheets lie in the feeder", async () => {
    const scanner = await aScanner({}, 2);
    assert.deepEqual((await scan(scanner, { ...ORDER, source: "glass" })).kinds, ["began glass", "page 1"]);
    assert.equal(scanner.sheets.length, 2);
  });

  it("cannot be had where there is none", async () => {
    const scanner = await aScanner({ glass: false }, 1);
    assert.deepEqual((await scan(scanner, { ...ORDER, source: "glass" })).end, { ok: false, reason: "cannot-do" });
    assert.equal(scanner.jobs.length, 0);
  });

  it("brings a PDF where the scanner makes no JPEG", async () => {
    const scanner = await aScanner({ formats: ["application/pdf"], contentType: "application/pdf" }, 0);
    scanner.onGlass = Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
    const { events } = await scan(scanner);
    assert.equal(events.find((event) => event.kind === "page")?.format, "pdf");
  });
});

describe("a scanner's mishaps", () => {
  for (const [mishap, reason] of [
    ["jam", "jam"],
    ["cover-open", "cover-open"],
    ["cancelled-at-panel", "cancelled"],
    ["unplugged", "lost"],
  ] as const) {
    it(`at page 3 of 5, ${mishap}, leave the two pages before it good, and say "${SCAN_PROBLEMS[reason]}"`, async () => {
      const scanner = await aScanner({}, 5);
      scanner.mishaps.set(3, mishap);
      const { end, pages } = await scan(scanner);
      assert.deepEqual(end, { ok: false, reason });
      assert.deepEqual(pages, hashes(SHEETS.slice(0, 2)));
    });
  }

  it("of the line at page 3 of 5 go unnoticed when the scanner sends the page again", async () => {
    for (const options of [{}, { contentLocation: true }, { framing: "chunks" }, { framing: "close" }] as const) {
      const scanner = await aScanner(options, 5);
      scanner.mishaps.set(3, "cut");
      const { end, pages } = await scan(scanner);
      assert.deepEqual([end, pages], [{ ok: true, value: { pages: 5 } }, hashes(SHEETS)], JSON.stringify(options));
    }
  });

  it("of the line never leave a page out: a scanner that goes on with the next one ends the errand", async () => {
    const scanner = await aScanner({ afterBreak: "next page" }, 5);
    scanner.mishaps.set(3, "cut");
    const { end, pages } = await scan(scanner);
    assert.deepEqual([end, pages], [{ ok: false, reason: "lost" }, hashes(SHEETS.slice(0, 2))]);
    assert.equal(scanner.jobs[0]?.state, "Canceled");
  });

  it("of the line at the last sheet are not taken for its end", async () => {
    const scanner = await aScanner({ afterBreak: "next page" }, 2);
    scanner.mishaps.set(2, "cut");
    const { end, pages } = await scan(scanner);
    assert.deepEqual([end, pages], [{ ok: false, reason: "lost" }, hashes(SHEETS.slice(0, 1))]);
  });

  it("of the line never bring a page twice: the page before, sent once more, is left aside", async () => {
    const scanner = await aScanner({ afterBreak: "page before" }, 4);
    scanner.mishaps.set(3, "cut");
    const { end, pages } = await scan(scanner);
    assert.deepEqual([end, pages], [{ ok: true, value: { pages: 4 } }, hashes(SHEETS.slice(0, 4))]);
  });

  it("end a page that never comes whole after three times", async () => {
    const scanner = await aScanner({ framing: "close" }, 1);
    const sheet = await aSheet(1);
    scanner.sheets = [sheet.subarray(0, -100), sheet.subarray(0, -200), sheet.subarray(0, -300), sheet];
    const { end, pages } = await scan(scanner);
    assert.deepEqual([end, pages], [{ ok: false, reason: "lost" }, []]);
  });
});

describe("a scanner that does not take the job", () => {
  it("is asked again while it is busy", async () => {
    const scanner = await aScanner({}, 1);
    scanner.orderAnswers = [503, 503];
    const { end, kinds } = await scan(scanner);
    assert.deepEqual([end.ok, kinds], [true, ["waiting", "began feeder", "page 1"]]);
  });

  it("is asked again while it wakes up", async () => {
    const scanner = await aScanner({}, 1);
    scanner.waking = 3;
    assert.deepEqual((await scan(scanner)).end, { ok: true, value: { pages: 1 } });
  });

  it("is busy when it stays so", async () => {
    const scanner = await aScanner({}, 1);
    scanner.orderAnswers = Array<number>(100).fill(503);
    assert.deepEqual((await scan(scanner)).end, { ok: false, reason: "busy" });
  });

  it("tells by its state what is the matter", async () => {
    for (const [feederState, reason] of [
      ["ScannerAdfJam", "jam"],
      ["ScannerAdfHatchOpen", "cover-open"],
      ["ScannerAdfEmpty", "feeder-empty"],
      ["ScannerAdfLoaded", "cannot-do"],
    ] as const) {
      const scanner = await aScanner({}, 1);
      scanner.orderAnswers = [409, 409];
      scanner.feederState = feederState;
      assert.deepEqual((await scan(scanner, { ...ORDER, source: "feeder" })).end, { ok: false, reason });
    }
  });

  it("gets a plainer order when it stumbles over the first", async () => {
    const scanner = await aScanner({ stumblesOver: /Intent|DocumentFormatExt/ }, 1);
    assert.deepEqual((await scan(scanner)).end, { ok: true, value: { pages: 1 } });
  });

  it("is no scanner, wants a password, or is off", async () => {
    const scanner = await aScanner({}, 1);
    scanner.orderAnswers = [401];
    assert.deepEqual((await scan(scanner)).end, { ok: false, reason: "wants-password" });
    const elsewhere = createScanner({ ...scanner.address, path: "/elsewhere" }, findLocalAddress);
    assert.deepEqual(await elsewhere.abilities(), { ok: false, reason: "not-a-scanner" });
    await scanner.unplug();
    assert.deepEqual((await scan(scanner)).end, { ok: false, reason: "off" });
  });

  it("is never asked when it stands outside the local network", async () => {
    const far = createScanner({ host: "8.8.8.8", port: 80, path: "/eSCL", secure: false }, findLocalAddress);
    assert.deepEqual(await far.status(), { ok: false, reason: "not-local" });
  });
});

describe("a scanner that speaks over TLS", () => {
  it("is spoken to although it has signed its certificate itself", async () => {
    assert.deepEqual((await scan(await aScanner({ secure: await selfSigned() }, 2))).end, { ok: true, value: { pages: 2 } });
  });

  it("is followed to where it wants to be spoken to, at its own address, and nowhere else", async () => {
    const secure = await aScanner({ secure: await selfSigned() }, 2);
    const plain = createServer((_, response) => {
      response.writeHead(301, { Location: `https://elsewhere.example.com:${secure.address.port}/login` }).end();
    });
    await new Promise<void>((done) => plain.listen(0, "127.0.0.1", done));
    const { port } = plain.address() as AddressInfo;
    const client = createScanner({ ...secure.address, port, secure: false }, findLocalAddress);
    const abilities = await client.abilities();
    plain.close();
    assert.equal(abilities.ok && abilities.value.model, "Máy quét mẫu 5000");
    assert.deepEqual(await client.status(), { ok: true, value: { state: "idle", feeder: "loaded" } });
    assert.equal(securedLine({ status: 302, location: "http://192.168.1.20/login" }, client.address), null);
  });
});

describe("a job's address", () => {
  for (const [manner, location] of Object.entries({
    "with a name that nobody knows": (job: string) => `http://BRW0022AABBCC.example.com:8080${job}`,
    "as a path": (job: string) => job,
    "relative to the service": (job: string) => job.replace("/eSCL/", ""),
    "with the service twice": (job: string) => `/eSCL${job}`,
    "without the service": (job: string) => job.replace("/eSCL", ""),
    "with doubled slashes and one behind": (job: string) => `http://localhost/${job}/`,
  })) {
    it(`may be written ${manner}; it is asked for at the checked address`, async () => {
      assert.deepEqual((await scan(await aScanner({ location }, 2))).end, { ok: true, value: { pages: 2 } });
    });
  }
});

describe("a scan that nobody wants any more", () => {
  it("is cancelled at the scanner when it is stopped here", async () => {
    const scanner = await aScanner({}, 5);
    const stop = new AbortController();
    const { end, pages } = await scan(scanner, ORDER, { signal: stop.signal, onPage: (page) => page === 2 && stop.abort() });
    assert.deepEqual([end, pages.length], [{ ok: false, reason: "cancelled" }, 2]);
    assert.equal(scanner.jobs[0]?.state, "Canceled");
    assert.ok(scanner.sheets.length >= 2);
  });

  it("is cancelled at the scanner when the receiver goes away", async () => {
    const scanner = await aScanner({}, 5);
    for await (const event of aClient(scanner).scan(ORDER, new AbortController().signal)) if (event.kind === "page") break;
    assert.equal(scanner.jobs[0]?.state, "Canceled");
  });

  it("is cancelled while the scanner says not yet", async () => {
    const scanner = await aScanner({ notYet: 1_000 }, 1);
    const stop = new AbortController();
    const events = createScanner(scanner.address, findLocalAddress).scan(ORDER, stop.signal);
    let step = await events.next();
    while (!step.done) {
      if (step.value.kind === "waiting") stop.abort();
      step = await events.next();
    }
    assert.deepEqual(step.value, { ok: false, reason: "cancelled" });
    assert.equal(scanner.jobs[0]?.state, "Canceled");
  });

  it("is never begun when it was stopped before", async () => {
    const scanner = await aScanner({}, 1);
    assert.deepEqual((await scan(scanner, ORDER, { signal: AbortSignal.abort() })).end, { ok: false, reason: "cancelled" });
    assert.deepEqual(scanner.asked, []);
  });
});

describe("the words for what a scanner does not do", () => {
  it("say what to do next, each in a sentence of its own", () => {
    const sentences = Object.values(SCAN_PROBLEMS);
    assert.equal(new Set(sentences).size, sentences.length);
    for (const sentence of sentences) assert.match(sentence, /(Xin|xin) .+\.$/);
  });
});

async function aScanner(options: SimulatedScannerOptions, sheets: number): Promise<SimulatedScanner> {
  const scanner = new SimulatedScanner(options);
  scanner.sheets = SHEETS.slice(0, sheets);
  scanner.onGlass = await aSheet(77);
  running.push(scanner);
  return scanner.start();
}

function aClient(scanner: SimulatedScanner, pauses: number[] = []) {
  return createScanner(scanner.address, findLocalAddress, async (milliseconds) => void pauses.push(milliseconds));
}

interface Watch {
  readonly pauses?: number[];
  readonly signal?: AbortSignal;
  readonly onPage?: (page: number) => void;
}

async function scan(scanner: SimulatedScanner, order = ORDER, watch: Watch = {}) {
  const scanning = aClient(scanner, watch.pauses).scan(order, watch.signal ?? new AbortController().signal);
  const events: ScanEvent[] = [];
  for (;;) {
    const step = await scanning.next();
    if (step.done) return report(step.value, events);
    events.push(step.value);
    if (step.value.kind === "page") watch.onPage?.(step.value.page);
  }
}

function report(end: ScanEnd, events: readonly ScanEvent[]) {
  const pages = hashes(events.flatMap((event) => (event.kind === "page" ? [event.bytes] : [])));
  const kinds = events.map((event) =>
    [event.kind, ...("source" in event ? [event.source] : []), ...("page" in event ? [event.page] : [])].join(" "),
  );
  return { end, events, pages, kinds };
}

function hashes(pages: readonly Uint8Array[]): string[] {
  return pages.map((page) => createHash("sha256").update(page).digest("hex"));
}
