import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { PDF } from "@libpdf/core";
import type { SigningKey } from "../../../src/documents/keys/signing-key.ts";
import { createTokens } from "../../../src/documents/keys/token.ts";
import { signPdf } from "../../../src/documents/signature.ts";
import { checkSignature } from "../../../src/documents/verify-signature.ts";
import { makeKey } from "../../support/key-files.ts";
import { openOwnTokens, openSoftHsm, PIN } from "../../support/tokens.ts";

/** SoftHSM of Debian where it is to be had; where not, the same cases run against our own stand-in, and the suite's name says so. */
const folder = mkdtempSync(join(tmpdir(), "loc-vung-tokens-"));
const found = openSoftHsm(folder);
const tokens = typeof found === "string" ? openOwnTokens(folder) : found;
const WORDS = { reason: "Ban hành thử", location: "UBND xã Mẫu", at: new Date("2026-11-25T02:00:00Z") };

describe(typeof found === "string" ? `a token, on OUR OWN stand-in because ${found}` : "a token over PKCS#11, on SoftHSM", () => {
  after(() => rmSync(folder, { recursive: true, force: true }));

  const aPdf = async () => {
    const pdf = PDF.create();
    pdf.addPage();
    return pdf.save();
  };

  for (const kind of tokens.kinds)
    it(`signs a PDF with a key (${kind}) that never leaves it; each leader has one of their own`, async () => {
      for (const [token, label] of [
        [`chu-tich-${kind}`, `ky-${kind}`],
        [`pho-chu-tich-${kind}`, `kyp-${kind}`],
      ] as const) {
        const made = await makeKey({ kind, name: token });
        tokens.put(token, label, made);
        const opened = createTokens(tokens.settings);
        const certificate = await opened.certificateOf(token, label);
        assert.ok(certificate.ok, JSON.stringify(certificate));
        assert.deepEqual(Buffer.from(certificate.value), Buffer.from(made.certificate));
        const key: SigningKey = { kind: "token", token, label, certificate: certificate.value, chain: [] };
        const signed = await signPdf(await aPdf(), key, WORDS, { tokens: opened, stamps: null });
        const check = await checkSignature(signed);
        assert.deepEqual([check?.valid, check?.coversWholeFile], [true, true]);
        const place = signed.indexOf("/Page".charCodeAt(0), 100);
        signed.set([(signed[place] ?? 0) ^ 1], place);
        assert.equal((await checkSignature(signed))?.valid, false, "one bit else, and it does not hold");
      }
    });

  it("says what is wrong: no such token, no such key, a wrong PIN, which is tried once so that nothing is locked", async () => {
    tokens.put("mau", "ky-mau", await makeKey({ kind: "RSA" }));
    const right = createTokens(tokens.settings);
    assert.deepEqual(await right.certificateOf("không-có", "ky"), { ok: false, reason: "token-not-there" });
    assert.deepEqual(await right.certificateOf("mau", "không-có"), { ok: false, reason: "token-key-unknown" });
    const data = new Uint8Array([1]);
    assert.deepEqual(await right.sign("không-có-pin", "ky", "RSA", data), { ok: false, reason: "token-not-set-up" });
    const pins = { mau: "0000" };
    const wrong = createTokens({ ...tokens.settings, pins });
    assert.deepEqual(await wrong.sign("mau", "ky-mau", "RSA", data), { ok: false, reason: "token-pin-wrong" });
    pins.mau = PIN;
    assert.deepEqual(
      await wrong.sign("mau", "ky-mau", "RSA", data),
      { ok: false, reason: "token-pin-wrong" },
      "the token is not asked again",
    );
    assert.ok((await right.sign("mau", "ky-mau", "RSA", data)).ok, "the right PIN still works");
    assert.deepEqual(await createTokens(null).sign("mau", "ky-mau", "RSA", data), { ok: false, reason: "token-not-set-up" });
    const nowhere = createTokens({ ...tokens.settings, program: "/không/có/chương/trình" });
    assert.deepEqual(await nowhere.sign("mau", "ky-mau", "RSA", data), { ok: false, reason: "token-not-set-up" });
  });
});
