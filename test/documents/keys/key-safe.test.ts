import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { isSealed, openKeySafe } from "../../../src/documents/keys/key-safe.ts";

const KEY = new TextEncoder().encode("một khóa riêng để thử");
const WHOSE = { office: "bac-khanh-vinh", key: "0190-1" };

describe("a private key in the safe", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "loc-vung-safe-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));
  const safeAt = (name: string) => openKeySafe({ path: join(folder, name, "signing-secret") });
  async function sealedBy(safe: ReturnType<typeof safeAt>): Promise<Uint8Array> {
    const sealed = await safe.seal(KEY, WHOSE);
    assert.ok(sealed.ok);
    return sealed.value;
  }

  it("comes out as it went in, and lies there unreadable and never twice the same", async () => {
    const safe = safeAt("a");
    const [one, other] = [await sealedBy(safe), await sealedBy(safe)];
    assert.deepEqual(await safe.open(one, WHOSE), { ok: true, value: KEY });
    assert.ok(isSealed(one) && !isSealed(KEY));
    assert.ok(!Buffer.from(one).includes(Buffer.from(KEY)));
    assert.notDeepEqual(one, other);
  });

  it("opens for the office and the key that it was sealed for alone, and only whole", async () => {
    const safe = safeAt("b");
    const sealed = await sealedBy(safe);
    assert.deepEqual(await safe.open(sealed, { ...WHOSE, office: "cong-an-bac-khanh-vinh" }), { ok: false, reason: "damaged" });
    assert.deepEqual(await safe.open(sealed, { ...WHOSE, key: "0190-2" }), { ok: false, reason: "damaged" });
    for (let place = 12; place < sealed.length; place += 1) {
      const changed = Uint8Array.from(sealed);
      changed[place] = (changed[place] ?? 0) ^ 1;
      assert.deepEqual(await safe.open(changed, WHOSE), { ok: false, reason: "damaged" }, `byte ${place}`);
    }
    assert.deepEqual(await safe.open(sealed.slice(0, 30), WHOSE), { ok: false, reason: "damaged" });
    assert.deepEqual(await safe.open(KEY, WHOSE), { ok: false, reason: "damaged" }, "one that was never sealed is not believed");
  });

  it("says whether the secret is missing, another one, or no secret; one that was put back counts at once", async () => {
    const path = join(folder, "c", "signing-secret");
    const safe = safeAt("c");
    const sealed = await sealedBy(safe);
    const secret = await readFile(path, "utf8");
    await rm(path);
    assert.deepEqual(await safe.open(sealed, WHOSE), { ok: false, reason: "secret-missing" });
    await writeFile(path, "ff".repeat(32));
    assert.deepEqual(await safe.open(sealed, WHOSE), { ok: false, reason: "secret-other" });
    await writeFile(path, "không phải bí mật");
    assert.deepEqual(await safe.open(sealed, WHOSE), { ok: false, reason: "secret-unusable" });
    assert.deepEqual(await safe.seal(KEY, WHOSE), { ok: false, reason: "secret-unusable" }, "a damaged file is not written over");
    await rm(path);
    await writeFile(path, secret, { mode: 0o644 });
    assert.deepEqual(await safe.open(sealed, WHOSE), { ok: true, value: KEY });
    if (process.platform !== "win32")
      assert.equal((await stat(path)).mode & 0o777, 0o600, "put back readable by all, it is the owner's again");
  });

  it("makes its secret once, for the owner's eyes only, even when many ask at the same time", async () => {
    const safes = Array.from({ length: 8 }, () => safeAt("d"));
    const sealed = await Promise.all(safes.map(sealedBy));
    for (const one of sealed) assert.ok((await safeAt("d").open(one, WHOSE)).ok);
    assert.deepEqual(await readdir(join(folder, "d")), ["signing-secret"]);
    if (process.platform !== "win32") assert.equal((await stat(join(folder, "d", "signing-secret"))).mode & 0o777, 0o600);
  });
});
