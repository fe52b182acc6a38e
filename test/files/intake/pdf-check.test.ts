import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { PdfDict, PdfName, PdfString } from "@libpdf/core";
import fc from "fast-check";
import { PAGES_LIMIT } from "../../../src/domain/papers/limits.ts";
import { checkPdf } from "../../../src/files/intake/pdf-check.ts";
import { aPackedPdf, aPdf, aPdfUnpackingTo, GOES_TO_THE_WEB, LAUNCHES, opensWith, RUNS_SCRIPT, withNote } from "../pdfs.ts";

describe("a PDF that somebody brings", () => {
  it("is taken with as many pages as one paper may have", async () => {
    assert.deepEqual(await checkPdf(await aPdf(1)), { ok: true, value: 1 });
    assert.deepEqual(await checkPdf(await aPdf(PAGES_LIMIT)), { ok: true, value: PAGES_LIMIT });
    assert.deepEqual(await checkPdf(await aPdf(PAGES_LIMIT + 1)), { ok: false, reason: "too-many-pages" });
  });

  it("is taken when its objects are packed, and when it only points to the web", async () => {
    assert.deepEqual(await checkPdf(aPackedPdf("<</Type/Catalog/Pages 3 0 R>>")), { ok: true, value: 1 });
    assert.deepEqual(await checkPdf(await aPdf(1, withNote({ Subtype: PdfName.of("Link"), A: PdfDict.of(GOES_TO_THE_WEB) }))), {
      ok: true,
      value: 1,
    });
  });

  it("is taken when its pictures contain the letters of an action by chance", async () => {
    const picture = Buffer.from("\xff\xd8\xff\xfe /JavaScript /JS (1) /Launch /EmbeddedFile ", "latin1");
    const pdf = await aPdf(1, (made) => {
      made
        .getPage(0)
        ?.getResources()
        .set("Properties", PdfDict.of({ P: made.createStream({ Filter: PdfName.of("DCTDecode") }, picture) }));
    });
    assert.ok(Buffer.from(pdf).includes("/JavaScript"));
    assert.deepEqual(await checkPdf(pdf), { ok: true, value: 1 });
  });

  const active = (name: string, pdf: () => Promise<Uint8Array> | Uint8Array) =>
    it(`is refused when it carries more than pages: ${name}`, async () => {
      assert.deepEqual(await checkPdf(await pdf()), { ok: false, reason: "pdf-active" });
    });

  active("a script that runs when it is opened", () => aPdf(1, opensWith(RUNS_SCRIPT)));
  active("a program that is started", () => aPdf(1, opensWith(LAUNCHES)));
  active("a script on a note of a page", () => aPdf(2, withNote({ Subtype: PdfName.of("Widget"), A: PdfDict.of(RUNS_SCRIPT) })));
  active("a file on a note of a page", () => aPdf(1, withNote({ Subtype: PdfName.of("FileAttachment") })));
  active("an attached file", () => aPdf(1, (pdf) => pdf.addAttachment("kem.exe", Buffer.from("MZ"))));
  active("a form of the kind XFA", () =>
    aPdf(1, (pdf) => pdf.getCatalog().set("AcroForm", PdfDict.of({ XFA: PdfString.fromString("<xdp/>") }))),
  );
  active("a script that is packed", () => aPackedPdf("<</Type/Catalog/Pages 3 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>"));
  active("a script spelled in another way", () => aPackedPdf("<</Type/Catalog/Pages 3 0 R/OpenAction<</S/Java#53cript/JS(1)>>>>"));

  it("is refused when it is locked, with or without a word to open it", async () => {
    for (const userPassword of ["bimat", ""]) {
      const locked = await aPdf(1, (pdf) => pdf.setProtection({ userPassword, ownerPassword: "chu" }));
      assert.deepEqual(await checkPdf(locked), { ok: false, reason: "pdf-locked" }, `opened by "${userPassword}"`);
    }
  });

  it("is refused when it unpacks to more than thirty pages in colour could", async () => {
    assert.deepEqual(await checkPdf(aPdfUnpackingTo(40_000_000)), { ok: true, value: 1 });
    const bomb = aPdfUnpackingTo(700_000_000);
    assert.ok(bomb.length < 1_000_000);
    assert.deepEqual(await checkPdf(bomb), { ok: false, reason: "pdf-bomb" });
  });

  it("is refused when it did not come to its end, or is none but for its first line", async () => {
    const whole = await aPdf(12);
    assert.deepEqual(await checkPdf(whole.subarray(0, Math.floor(whole.length * 0.7))), { ok: false, reason: "damaged" });
    assert.deepEqual(await checkPdf(Buffer.from("%PDF-1.7\nkhông có gì\n%%EOF\n")), { ok: false, reason: "damaged" });
  });

  it("is answered whatever happened to its bytes", async () => {
    const [made, packed] = [Buffer.from(await aPdf(3)), aPackedPdf("<</Type/Catalog/Pages 3 0 R>>")];
    const spoilt = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255)), { minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(made, packed), spoilt, async (whole, changes) => {
        const bytes = Buffer.from(whole);
        for (const [place, value] of changes) bytes[Math.floor(place * (bytes.length - 1))] = value;
        const answer = await checkPdf(bytes);
        assert.ok(answer.ok ? answer.value >= 1 : answer.reason.length > 0);
      }),
      { numRuns: 150 },
    );
  });
});
