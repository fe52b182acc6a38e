import assert from "node:assert/strict";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { compactWav } from "../../../src/devices/voice/compact-wav.ts";
import { runSpeaker } from "../../../src/devices/voice/speaker.ts";
import { openVoice } from "../../../src/devices/voice/voice.ts";

const PROGRAM = join(import.meta.dirname, "../../support/speaking-program.mjs");

describe("the machine's voice", () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "loc-vung-voice-"));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it("speaks once and keeps what it spoke: many who ask at once get the same", async () => {
    const voice = await openVoice(PROGRAM, join(folder, "kept"));
    assert.equal(voice.there, true);
    const spoken = await Promise.all(Array.from({ length: 5 }, () => voice.say("Bé tên là gì?", "vi")));
    assert.ok(spoken.every((sound) => sound !== null && sound.length > 500));
    assert.equal((await readdir(join(folder, "kept"))).length, 1);
    assert.deepEqual(await voice.say("Bé tên là gì?", "vi"), spoken[0]);
    await voice.say("Bé tên là gì?", "vi-vn-x-south");
    assert.equal((await readdir(join(folder, "kept"))).length, 2);
  });

  it("says nothing when the program fails, and keeps nothing of it", async () => {
    const voice = await openVoice(PROGRAM, join(folder, "failed"));
    assert.equal(await voice.say("HỎNG", "vi"), null);
    assert.deepEqual(await readdir(join(folder, "failed")), []);
  });

  it("gives up a program that hangs", async () => {
    assert.equal(await runSpeaker({ program: PROGRAM, arguments: ["--stdin", "--stdout"] }, "TREO", 700), null);
  });

  it("is not there where no program is", async () => {
    for (const program of [null, join(folder, "khong-co")]) {
      const voice = await openVoice(program, join(folder, "none"));
      assert.equal(voice.there, false);
      assert.equal(await voice.say("Bé tên là gì?", "vi"), null);
    }
  });
});

describe("a sound made small", () => {
  it("is a quarter as long, and says its true length, rate and format", () => {
    const made = compactWav(wav([0, 0, 16_000, 16_000, -16_000, -16_000, 300, 300]));
    assert.ok(made);
    const view = new DataView(made.buffer);
    assert.equal(made.length, 58 + 4);
    assert.equal(view.getUint32(4, true), made.length - 8);
    assert.deepEqual([view.getUint16(20, true), view.getUint32(24, true), view.getUint32(54, true)], [7, 11_025, 4]);
    const heard = [...made.slice(58)].map(fromMuLaw);
    for (const [index, sample] of [0, 16_000, -16_000, 300].entries()) {
      assert.ok(Math.abs((heard[index] ?? 0) - sample) <= Math.abs(sample) / 16 + 8, `${sample} is heard as ${heard[index]}`);
    }
  });

  it("is nothing of what is no such sound", () => {
    assert.equal(compactWav(new Uint8Array()), null);
    assert.equal(compactWav(Buffer.from("ID3 not a wave at all, but long enough to have a header")), null);
    assert.equal(compactWav(wav([])), null);
  });
});

function wav(samples: readonly number[]): Uint8Array {
  const bytes = Buffer.alloc(44 + samples.length * 2);
  bytes.write("RIFF\0\0\0\0WAVEfmt ", 0, "latin1");
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(22_050, 24);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36);
  for (const [index, sample] of samples.entries()) bytes.writeInt16LE(sample, 44 + index * 2);
  return bytes;
}

/** The other way round, as ITU-T G.711 draws it. */
function fromMuLaw(byte: number): number {
  const turned = ~byte & 0xff;
  const size = (((turned & 0x0f) << 3) + 0x84) << ((turned >> 4) & 0x07);
  return (turned & 0x80 ? -1 : 1) * (size - 0x84);
}
