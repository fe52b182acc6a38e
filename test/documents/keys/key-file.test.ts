import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readCertificate } from "../../../src/documents/keys/certificate.ts";
import { openKeyFile } from "../../../src/documents/keys/key-file.ts";
import { aKeyFile, FOR_ENCRYPTION_ONLY, makeKey } from "../../support/key-files.ts";

describe("a key file (PKCS#12)", () => {
  it("opens with its password: the key with its own certificate, the chain beside it, wherever they stand in the file", async () => {
    for (const kind of ["EC", "RSA"] as const) {
      const key = await makeKey({ kind });
      const authority = await makeKey({ name: "Nơi cấp Mẫu" });
      const opened = await openKeyFile(await aKeyFile(key, "mật khẩu 1", [authority.certificate]), "mật khẩu 1");
      assert.ok(opened.ok, JSON.stringify(opened));
      assert.deepEqual(Buffer.from(opened.value.certificate), Buffer.from(key.certificate));
      assert.deepEqual(
        opened.value.chain.map((one) => readCertificate(one)?.subject),
        ["Nơi cấp Mẫu"],
      );
      assert.equal(readCertificate(opened.value.certificate)?.algorithm.type, kind);
    }
  });

  it("is refused with what is wrong: the password, the file", async () => {
    const file = await aKeyFile(await makeKey(), "đúng");
    assert.deepEqual(await openKeyFile(file, "sai"), { ok: false, reason: "wrong-password" });
    assert.deepEqual(await openKeyFile(new TextEncoder().encode("%PDF-1.7 …"), "đúng"), { ok: false, reason: "not-a-key-file" });
    assert.deepEqual(await openKeyFile(file.slice(0, 40), "đúng"), { ok: false, reason: "not-a-key-file" });
  });

  it("says of its certificate whose it is, until when, and whether it may sign", async () => {
    const facts = readCertificate((await makeKey({ days: -3 })).certificate);
    assert.equal(facts?.subject, "Cao Văn Ký Mẫu");
    assert.ok(facts.until < new Date());
    assert.equal(facts.mayMakeSignatures, true);
    assert.equal(readCertificate((await makeKey({ usage: FOR_ENCRYPTION_ONLY })).certificate)?.mayMakeSignatures, false);
    assert.equal(readCertificate(new Uint8Array([1, 2, 3])), null);
  });
});
