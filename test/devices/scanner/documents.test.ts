import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { abilitiesOf, readCapabilities } from "../../../src/devices/scanner/capabilities.ts";
import { chooseSettings, writeSettings } from "../../../src/devices/scanner/settings.ts";
import { findJob, readStatus } from "../../../src/devices/scanner/status.ts";
import { readXml } from "../../../src/devices/scanner/xml.ts";
import { capabilitiesXml, statusXml } from "../../support/escl-documents.ts";
import type { SimulatedScannerOptions } from "../../support/escl-scanner.ts";

const ORDER = { source: "auto", colour: "colour", dotsPerInch: 200 } as const;

describe("what a scanner says it can", () => {
  it("is read with its sources, resolutions, colours, formats and sizes", () => {
    assert.deepEqual(abilities({}), {
      model: "Máy quét mẫu 5000",
      glass: {
        resolutions: [75, 100, 200, 300, 600],
        colours: ["colour", "grey"],
        formats: ["jpeg", "pdf"],
        widest: 2_550,
        longest: 3_507,
      },
      feeder: {
        resolutions: [75, 100, 200, 300, 600],
        colours: ["colour", "grey"],
        formats: ["jpeg", "pdf"],
        widest: 2_550,
        longest: 4_200,
      },
    });
  });

  it("is the same when profiles are named once and referred to", () => {
    assert.deepEqual(abilities({ profilesByRef: true }), abilities({}));
  });

  it("is offered in usual steps when any resolution of a range will do", () => {
    assert.deepEqual(
      abilities({ resolutions: { min: 50, max: 800, step: 1 } })?.glass?.resolutions,
      [50, 75, 100, 150, 200, 240, 300, 400, 600, 800],
    );
    assert.deepEqual(abilities({ resolutions: { min: 100, max: 600, step: 100 } })?.glass?.resolutions, [100, 200, 300, 400, 600]);
  });

  it("is never less than a range allows, when the usual resolutions are not among its steps", () => {
    assert.deepEqual(
      abilities({ resolutions: { min: 75, max: 1_200, step: 10 } })?.glass?.resolutions,
      [75, 105, 155, 205, 245, 305, 405, 605, 1_200],
    );
  });

  it("is what both sides of a range can", () => {
    const text = capabilitiesXml({ resolutions: { min: 75, max: 800, step: 10 } });
    const range =
      "<scan:YResolutionRange><scan:Min>150</scan:Min><scan:Max>1200</scan:Max><scan:Step>50</scan:Step></scan:YResolutionRange>";
    const read = readCapabilities(Buffer.from(text.replace(/<scan:YResolutionRange>.*?<\/scan:YResolutionRange>/g, range)));
    assert.deepEqual(read && abilitiesOf(read).glass?.resolutions, [150, 200, 250, 300, 400, 600, 800]);
  });

  it("is understood whatever prefixes the maker uses, or none", () => {
    const plain = capabilitiesXml({}).replaceAll("scan:", "").replaceAll("pwg:", "sm:").replace("xmlns:sm", "xmlns:sm");
    const other = plain.replace('xmlns:scan="', 'xmlns="').replace('xmlns:pwg="', 'xmlns:sm="');
    assert.deepEqual(readCapabilities(Buffer.from(other)), readCapabilities(Buffer.from(capabilitiesXml({}))));
  });

  it("counts a feeder that only lists two-sided scanning", () => {
    const text = capabilitiesXml({ glass: false }).replaceAll("AdfSimplexInputCaps", "AdfDuplexInputCaps");
    assert.equal(readCapabilities(Buffer.from(text))?.feeder?.longest, 4_200);
  });

  it("is the least that every scanner can, where a source says nothing of itself", () => {
    const bare = "<ScannerCapabilities><Platen><PlatenInputCaps/></Platen></ScannerCapabilities>";
    const glass = { resolutions: [300], colours: ["colour"], formats: ["jpeg"], widest: 2_480, longest: 3_508 };
    const read = readCapabilities(Buffer.from(bare));
    assert.deepEqual(read && abilitiesOf(read), { model: "", glass, feeder: null });
  });

  it("is nothing to us when only pictures of one bit come out, or it is no scanner at all", () => {
    assert.equal(abilities({ colourModes: ["BlackAndWhite1"] }), null);
    for (const text of ["<html><body>Login</body></html>", statusXml("Idle", null, []), "", "{}"]) {
      assert.equal(readCapabilities(Buffer.from(text)), null, text);
    }
  });
});

describe("what a scanner says of itself", () => {
  it("is its state, its feeder's state and its jobs", () => {
    const job = { path: "/eSCL/ScanJobs/7", order: "", source: "Feeder", state: "Canceled", sent: 2, refusals: 0 } as const;
    const status = readStatus(Buffer.from(statusXml("Processing", "ScannerAdfLoaded", [job])));
    assert.deepEqual([status?.state, status?.feeder], ["working", "loaded"]);
    const found = findJob(status, "/eSCL/ScanJobs/7/");
    assert.deepEqual([found?.state, found?.completed, found?.reasons], ["cancelled", 2, ["JobCanceledByUser"]]);
    assert.equal(findJob(status, "/eSCL/ScanJobs/8"), null);
  });

  it("is understood for every state of the specification, and for those of makers", () => {
    const stateOf = (state: string) => readStatus(Buffer.from(statusXml(state, null, [])))?.state;
    assert.deepEqual(["Idle", "Processing", "Testing", "Stopped", "Down", "Dreaming"].map(stateOf), [
      "idle",
      "working",
      "working",
      "stopped",
      "stopped",
      "idle",
    ]);
    const feederOf = (feeder: string | null) => readStatus(Buffer.from(statusXml("Idle", feeder, [])))?.feeder;
    const states = [
      "ScannerAdfLoaded",
      "ScannerAdfEmpty",
      "ScannerAdfJam",
      "ScannerAdfMultipickDetected",
      "ScannerAdfHatchOpen",
      "ScannerAdfDoorOpen",
    ];
    assert.deepEqual(states.map(feederOf), ["loaded", "empty", "jam", "jam", "open", "open"]);
    assert.deepEqual([feederOf("ScannerAdfProcessing"), feederOf(null)], ["other", null]);
  });
});

describe("the documents of strangers", () => {
  it("are never a reason to fall over", () => {
    const read = (bytes: Uint8Array) => [readCapabilities(bytes), readStatus(bytes)];
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void read(bytes)));
    const whole = Buffer.from(capabilitiesXml({}));
    const damage = fc.record({ at: fc.nat(whole.length - 1), cut: fc.nat(400), put: fc.string() });
    fc.assert(
      fc.property(damage, ({ at, cut, put }) => {
        read(Buffer.concat([whole.subarray(0, at), Buffer.from(put), whole.subarray(at + cut)]));
      }),
    );
  });

  it("are refused with a document type, too deep or too long", () => {
    assert.equal(readXml(Buffer.from('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>')), null);
    assert.equal(readXml(Buffer.from(`${"<a>".repeat(100_000)}${"</a>".repeat(100_000)}`)), null);
    assert.equal(readXml(Buffer.from(`<a>${" ".repeat(1_100_000)}</a>`)), null);
    assert.equal(readXml(Buffer.from("<a>&unknown;</a>")), null);
  });

  it("are read although a line stands before them and a zero behind", () => {
    assert.equal(readXml(Buffer.from('\uFEFF\r\n<?xml version="1.0"?><s:a xmlns:s="x"><b> 1\0 </b></s:a>\n\0'))?.children[0]?.text, "1");
  });
});

describe("an order for a scan", () => {
  it("is for one sheet of A4, in the words and the order that every scanner knows", () => {
    const text = settingsFor({}, "feeder");
    const elements = [...text.matchAll(/<(\w+:\w+)>([^<]+)</g)].map(([, name, words]) => `${name}=${words}`);
    assert.deepEqual(elements, [
      "pwg:Version=2.63",
      "scan:Intent=Document",
      "pwg:ContentRegionUnits=escl:ThreeHundredthsOfInches",
      "pwg:XOffset=0",
      "pwg:YOffset=0",
      "pwg:Width=2480",
      "pwg:Height=3508",
      "pwg:InputSource=Feeder",
      "scan:ColorMode=RGB24",
      "pwg:DocumentFormat=image/jpeg",
      "scan:DocumentFormatExt=image/jpeg",
      "scan:XResolution=200",
      "scan:YResolution=200",
      "scan:Duplex=false",
    ]);
    assert.ok(readXml(Buffer.from(text)));
  });

  it("is no longer than the glass", () => {
    assert.match(settingsFor({}, "glass"), /<pwg:Height>3507</);
  });

  it("names the format once to a scanner that is older than 2.1", () => {
    assert.doesNotMatch(settingsFor({ version: "2.0" }, "glass"), /DocumentFormatExt/);
    assert.match(settingsFor({ version: "2.0" }, "glass"), /<pwg:Version>2.0<.*<pwg:DocumentFormat>image\/jpeg</);
  });

  it("takes what is nearest to the wish: grey where there is no colour, the finer of two resolutions, PDF where there is no JPEG", () => {
    const text = settingsFor({ colourModes: ["Grayscale8"], resolutions: [100, 300], formats: ["application/pdf"] }, "glass");
    assert.match(text, /Grayscale8.*application\/pdf.*<scan:XResolution>300</);
  });

  it("lies in the middle of a feeder that guides sheets along its middle", () => {
    const centred = capabilitiesXml({}).replace(
      "<scan:FeederCapacity>",
      "<scan:Justification><pwg:XImagePosition>Center</pwg:XImagePosition></scan:Justification><scan:FeederCapacity>",
    );
    const capabilities = readCapabilities(Buffer.from(centred));
    assert.ok(capabilities?.feeder);
    assert.equal(chooseSettings("feeder", capabilities.feeder, ORDER).area.left, 35);
  });

  it("leaves hints away for a scanner that stumbled over them", () => {
    const capabilities = readCapabilities(Buffer.from(capabilitiesXml({})));
    assert.ok(capabilities?.glass);
    const plain = writeSettings(chooseSettings("glass", capabilities.glass, ORDER), capabilities, "plain");
    assert.doesNotMatch(plain, /Intent|DocumentFormatExt/);
    assert.match(plain, /<pwg:Version>2.0</);
  });
});

function abilities(options: SimulatedScannerOptions) {
  const capabilities = readCapabilities(Buffer.from(capabilitiesXml(options)));
  return capabilities && abilitiesOf(capabilities);
}

function settingsFor(options: SimulatedScannerOptions, source: "glass" | "feeder"): string {
  const capabilities = readCapabilities(Buffer.from(capabilitiesXml(options)));
  const can = capabilities?.[source];
  assert.ok(capabilities && can);
  return writeSettings(chooseSettings(source, can, ORDER), capabilities);
}
