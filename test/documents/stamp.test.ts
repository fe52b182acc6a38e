import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, describe, it } from "node:test";
import { PDF } from "@libpdf/core";
import { createTokens } from "../../src/documents/keys/token.ts";
import { signPdf } from "../../src/documents/signature.ts";
import { createStampAuthority, readStamp } from "../../src/documents/stamp.ts";
import { checkSignature } from "../../src/documents/verify-signature.ts";
import { makeKey } from "../support/key-files.ts";
import { startTimeAuthority } from "../support/time-authority.ts";

const authority = await startTimeAuthority();
after(() => authority.close());
const DIGEST = createHash("sha256").update("niêm phong").digest();

describe("a time stamp (RFC 3161)", () => {
  it("says when and by whom, over this digest and no other; with trusted certificates from nobody else", async () => {
    const stamps = createStampAuthority(authority.url, () => new Date());
    const token = await stamps?.stamp(DIGEST);
    assert.ok(token);
    const read = await readStamp(token, DIGEST);
    assert.equal(read?.authority, "Nơi cấp dấu thời gian Mẫu");
    assert.ok(Math.abs((read?.at.getTime() ?? 0) - Date.now()) < 86_400_000);
    assert.equal(await readStamp(token, createHash("sha256").update("khác").digest()), null);
    assert.ok(await readStamp(token, DIGEST, [authority.certificate]), "of one that is trusted");
    assert.equal(await readStamp(token, DIGEST, [(await makeKey({ kind: "RSA" })).certificate]), null, "of one that is not");
    const changed = Uint8Array.from(token);
    changed.set([(changed.at(-5) ?? 0) ^ 1], changed.length - 5);
    assert.equal(await readStamp(changed, DIGEST), null);
    assert.equal(await readStamp(new Uint8Array([0x30, 0]), DIGEST), null);
  });

  it("is missed without harm when the authority is gone, and asked for again after a rest", async () => {
    let now = Date.now();
    const stamps = createStampAuthority(authority.url, () => new Date(now));
    for (const mood of ["refuses", "broken"] as const) {
      authority.mood = mood;
      assert.equal(await stamps?.stamp(DIGEST), null, mood);
      authority.mood = "stamps";
      assert.equal(await stamps?.stamp(DIGEST), null, "it is left alone for a while");
      now += 61_000;
      assert.ok(await stamps?.stamp(DIGEST));
    }
    assert.equal(
      createStampAuthority(null, () => new Date()),
      null,
    );
  });

  it("goes into the signature of a PDF (PAdES B-T); without an authority that answers the paper is signed all the same (B-B)", async () => {
    const made = await makeKey();
    const key = { kind: "file", privateKey: made.pkcs8, certificate: made.certificate, chain: [] } as const;
    const pdf = PDF.create();
    pdf.addPage();
    const bytes = await pdf.save();
    const signed = (stamps: ReturnType<typeof createStampAuthority>) =>
      signPdf(bytes, key, { reason: "thử", location: "Mẫu", at: new Date() }, { tokens: createTokens(null), stamps });
    const before = authority.given();
    const stamped = await signed(createStampAuthority(authority.url, () => new Date()));
    assert.equal(authority.given(), before + 1);
    assert.equal((await checkSignature(stamped))?.valid, true);
    // the attribute that holds a signature's time stamp: id-aa-timeStampToken, 1.2.840.113549.1.9.16.2.14
    const attribute = "060b2a864886f70d010910020e";
    assert.ok(Buffer.from(stamped).toString("latin1").toLowerCase().includes(attribute));
    const plain = await signed(createStampAuthority("http://127.0.0.1:9/", () => new Date()));
    assert.equal((await checkSignature(plain))?.valid, true);
    assert.ok(!Buffer.from(plain).toString("latin1").toLowerCase().includes(attribute));
  });
});
