import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { attribute } from "../../../src/devices/printer/ipp/attributes.ts";
import type { IppAttribute, IppMessage } from "../../../src/devices/printer/ipp/message.ts";
import { readJobs, readPrinterStatus } from "../../../src/devices/printer/parse-status.ts";
import { PRINT_PHASES, PRINT_PROBLEMS } from "../../../src/devices/printer/print-words.ts";
import { JOB_REASONS, JOB_STATES, jobState, PRINTER_REASONS, printerReason } from "../../../src/devices/printer/states.ts";

describe("what a printer says of itself", () => {
  it("is told in whole Vietnamese sentences, each of which fits on a phone", () => {
    const said = [
      ...Object.values(PRINTER_REASONS).map(({ sentence }) => sentence),
      ...Object.values(JOB_STATES).map(({ sentence }) => sentence),
      ...Object.values(JOB_REASONS).filter((sentence) => sentence !== null),
      ...Object.values(PRINT_PHASES),
      ...Object.values(PRINT_PROBLEMS),
    ];
    for (const sentence of said) {
      assert.match(sentence, /^\p{Lu}.*\.$/u, sentence);
      assert.match(sentence, /[àáảãạăắằẳẵặâấầẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵ]/i, sentence);
      assert.ok(sentence.length <= 160, `${sentence.length}: ${sentence}`);
    }
  });

  it("says what to do wherever the printer stands still", () => {
    for (const [keyword, { sentence, stops }] of Object.entries(PRINTER_REASONS)) {
      if (stops) assert.match(sentence, /Xin /, keyword);
    }
  });

  it("counts as the same whatever its severity is called", () => {
    for (const suffix of ["", "-report", "-warning", "-error"]) assert.equal(printerReason(`media-empty${suffix}`), "media-empty");
    assert.equal(printerReason("none"), null);
    assert.equal(printerReason("com.example.coffee-low-warning"), "other");
    assert.equal(printerReason("toString"), "other");
  });

  it("names the seven states of a job by their numbers", () => {
    assert.deepEqual([3, 4, 5, 6, 7, 8, 9].map(jobState), Object.keys(JOB_STATES));
    assert.equal(jobState(10), null);
  });

  it("is taken from a printer that says only what it must", () => {
    const status = readPrinterStatus(anAnswer("printer", [attribute("printer-state", "enum", 5)]));
    assert.deepEqual(status, {
      name: "",
      model: "",
      state: "stopped",
      acceptsJobs: true,
      reasons: [],
      supplies: [],
      abilities: { pdf: false, a4: true, colour: false, grey: false, twoSided: false, mostCopies: 1, twoSteps: false, validates: false },
      upSeconds: null,
    });
  });

  it("is no printer's when it does not even name its state", () => {
    assert.equal(readPrinterStatus(anAnswer("printer", [])), null);
    assert.equal(readPrinterStatus(anAnswer("printer", [attribute("printer-state", "keyword", "idle")])), null);
  });

  it("tells how much toner is left, from either of the two ways to say it", () => {
    const state = attribute("printer-state", "enum", 3);
    const supply = attribute(
      "printer-supply",
      "octetString",
      Buffer.from("index=1;class=receptacleThatIsFilled;type=wasteToner;unit=percent;maxcapacity=100;level=25;colorantname=unknown;"),
      Buffer.from(
        "index=2;class=supplyThatIsConsumed;type=toner;unit=tenThousandthsOfInches;maxcapacity=2000;level=500;colorantname=black;",
      ),
      Buffer.from("index=3;class=supplyThatIsConsumed;type=inkCartridge;maxcapacity=-2;level=-3;colorantname=cyan;"),
    );
    const expected = [
      { kind: "waste", colour: null, percent: 25 },
      { kind: "toner", colour: "black", percent: 25 },
      { kind: "ink", colour: "cyan", percent: null },
    ];
    assert.deepEqual(readPrinterStatus(anAnswer("printer", [state, supply]))?.supplies, expected);
    const markers = [
      attribute("marker-types", "keyword", "waste-toner", "toner", "ink-cartridge"),
      attribute("marker-names", "name", "Waste Box", "Black Toner", "Cyan"),
      attribute("marker-levels", "integer", 25, 25, -2),
    ];
    assert.deepEqual(readPrinterStatus(anAnswer("printer", [state, ...markers]))?.supplies, expected);
  });

  it("tells of a job whether it was begun: no value is no, silence is unknown", () => {
    const job = (...more: IppAttribute[]) =>
      readJobs(anAnswer("job", [attribute("job-id", "integer", 4), attribute("job-state", "enum", 8), ...more]))[0]?.began;
    assert.equal(job(attribute("time-at-processing", "no-value")), false);
    assert.equal(job(attribute("time-at-processing", "integer", 17)), true);
    assert.equal(job(), null);
  });
});

function anAnswer(tag: "printer" | "job", attributes: readonly IppAttribute[]): IppMessage {
  return { version: [2, 0], code: 0, requestId: 1, groups: [{ tag, attributes }] };
}
