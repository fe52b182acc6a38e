import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { RECORDING_BYTES } from "../../../src/domain/voices/recording.ts";
import { checkSound } from "../../../src/files/sound/sound.ts";
import { anMp4, anOgg, aWav, aWebm } from "../../support/sounds.ts";

const KINDS = { "audio/wav": aWav, "audio/webm": aWebm, "audio/ogg": anOgg, "audio/mp4": anMp4 } as const;

describe("a recording", () => {
  for (const [type, make] of Object.entries(KINDS)) {
    it(`is known by its bytes, and how long it is: ${type}`, () => {
      const checked = checkSound(make(12));
      assert.ok(checked.ok);
      assert.equal(checked.value.type, type);
      assert.ok(Math.abs((checked.value.seconds ?? 0) - 12) < 0.1);
    });

    it(`is not taken when it is longer than a minute: ${type}`, () => {
      assert.equal(checkSound(make(60)).ok, true);
      assert.deepEqual(checkSound(make(62)), { ok: false, reason: "too-long" });
    });
  }

  it("in pieces, as Safari records, is as long as its last piece says", () => {
    assert.deepEqual(checkSound(anMp4(61, { pieces: true })), { ok: false, reason: "too-long" });
    assert.equal(checkSound(anMp4(20, { pieces: true })).ok, true);
  });

  it("is no film", () => {
    assert.deepEqual(checkSound(aWebm(5, 1)), { ok: false, reason: "film" });
    assert.deepEqual(checkSound(anMp4(5, { handler: "vide" })), { ok: false, reason: "film" });
  });

  it("is no picture, page, program or nothing, and not too large", () => {
    assert.deepEqual(checkSound(new Uint8Array()), { ok: false, reason: "empty" });
    assert.deepEqual(checkSound(aWav(0)), { ok: false, reason: "empty" });
    for (const other of ["%PDF-1.7", "<html><script>", "\x89PNG\r\n\x1a\n0000", "MZ\0\0", "\x7fELF"]) {
      assert.deepEqual(checkSound(Buffer.from(other, "latin1")), { ok: false, reason: "not-a-sound" }, other);
    }
    assert.deepEqual(checkSound(Buffer.alloc(RECORDING_BYTES + 1)), { ok: false, reason: "too-large" });
  });

  it("may be cut anywhere or broken: it is taken or refused, and never runs on", () => {
    const whole = Object.values(KINDS).map((make) => make(3));
    fc.assert(
      fc.property(
        fc.constantFrom(...whole),
        fc.nat(),
        fc.array(fc.tuple(fc.nat(200), fc.nat(255)), { maxLength: 6 }),
        (file, cut, changes) => {
          const broken = Uint8Array.from(file.subarray(0, 20 + (cut % file.length)));
          for (const [at, byte] of changes) if (at < broken.length) broken[at] = byte;
          const checked = checkSound(broken);
          assert.equal(typeof checked.ok, "boolean");
        },
      ),
      { numRuns: 500 },
    );
  });
});
