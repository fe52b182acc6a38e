import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { deflateRawSync, gzipSync } from "node:zlib";
import { PDF } from "@libpdf/core";
import { fileKind } from "../../../src/files/intake/file-kind.ts";
import { blank } from "../sheets.ts";

const HEIC = join(fileURLToPath(import.meta.url), "../../fixtures/sheet.heic");

describe("what a file really is", () => {
  it("knows the pictures of phones and scanners, and PDF", async () => {
    assert.deepEqual(fileKind(await blank(8, 8).jpeg().toBuffer()), { ok: true, value: "jpeg" });
    assert.deepEqual(fileKind(await blank(8, 8).png().toBuffer()), { ok: true, value: "png" });
    assert.deepEqual(fileKind(await blank(8, 8).webp().toBuffer()), { ok: true, value: "webp" });
    assert.deepEqual(fileKind(await blank(64, 64).avif().toBuffer()), { ok: true, value: "avif" });
    assert.deepEqual(fileKind(await readFile(HEIC)), { ok: true, value: "heic" });
    const pdf = PDF.create();
    pdf.addPage();
    assert.deepEqual(fileKind(await pdf.save()), { ok: true, value: "pdf" });
  });

  it("knows a PDF behind a line that a scanner wrote before it", () => {
    assert.deepEqual(fileKind(Buffer.from("@PJL ENTER LANGUAGE=PDF\r\n%PDF-1.4\n")), { ok: true, value: "pdf" });
  });

  it("knows a program, whatever it is called", async () => {
    assert.deepEqual(fileKind(await readFile(process.execPath)), { ok: false, reason: "program" });
    assert.deepEqual(fileKind(Buffer.from("MZ\x90\0\x03\0\0\0", "latin1")), { ok: false, reason: "program" });
    assert.deepEqual(fileKind(Buffer.from("#!/bin/sh\nrm -rf ~\n")), { ok: false, reason: "program" });
    assert.deepEqual(fileKind(Buffer.from("#!/bin/sh\n# %PDF-1.4\n")), { ok: false, reason: "program" });
  });

  it("knows packed files: a zip bomb, a Word file, gzip", () => {
    assert.deepEqual(fileKind(aZip(Buffer.alloc(10_000_000))), { ok: false, reason: "archive" });
    assert.deepEqual(fileKind(gzipSync("một")), { ok: false, reason: "archive" });
    assert.deepEqual(fileKind(Buffer.from("d0cf11e0a1b11ae1", "hex")), { ok: false, reason: "archive" });
  });

  it("knows a film, which a phone takes where a photo was meant", () => {
    assert.deepEqual(fileKind(Buffer.from("\0\0\0\x18ftypmp42", "latin1")), { ok: false, reason: "video" });
    assert.deepEqual(fileKind(Buffer.from("\0\0\0\x14ftypqt  ", "latin1")), { ok: false, reason: "video" });
  });

  it("takes nothing else, and nothing empty", () => {
    assert.deepEqual(fileKind(Buffer.alloc(0)), { ok: false, reason: "empty" });
    assert.deepEqual(fileKind(Buffer.from("Kính gửi Ủy ban nhân dân xã")), { ok: false, reason: "not-a-paper" });
    assert.deepEqual(fileKind(Buffer.from("<svg xmlns='http://www.w3.org/2000/svg'/>")), { ok: false, reason: "not-a-paper" });
    assert.deepEqual(fileKind(Buffer.from([0xff])), { ok: false, reason: "not-a-paper" });
  });
});

/** A zip with one entry (APPNOTE 4.3.7); its list at the end is left out, the beginning is what is looked at. */
function aZip(content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const header = Buffer.alloc(30);
  header.write("PK\x03\x04", "latin1");
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(content.length, 22);
  return Buffer.concat([header, packed]);
}
