import assert from "node:assert/strict";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import { FILE_LIMIT_BYTES, LONG_SIDE_PX, PREVIEW_LIMIT_BYTES, PREVIEW_LONG_SIDE_PX } from "../../../src/domain/papers/limits.ts";
import { createPaperIntake, type PaperIntake } from "../../../src/files/intake/intake.ts";
import { aPdf, opensWith, RUNS_SCRIPT } from "../pdfs.ts";
import { photographOf, seenBy } from "../photographs.ts";
import { aSheet, blank, blurredBy } from "../sheets.ts";

describe("taking in what a citizen brings", () => {
  let folder: string;
  let intake: PaperIntake;
  let sheet: Buffer;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "loc-vung-intake-"));
    intake = createPaperIntake();
    sheet = await aSheet({ stamp: true });
  });
  after(async () => {
    await intake.close();
    await rm(folder, { recursive: true });
  });

  const ready = async (bytes: Uint8Array, name = "giay.jpg") => {
    const path = join(folder, name);
    await writeFile(path, bytes);
    return intake.ready(path);
  };
  const taken = async (bytes: Uint8Array) => {
    const result = await ready(bytes);
    assert.ok(result.ok, `refused: ${result.ok || result.reason}`);
    return result.value;
  };
  const reason = async (bytes: Uint8Array, name?: string) => {
    const result = await ready(bytes, name);
    return result.ok ? "taken" : result.reason;
  };

  it("makes a page of a scan: 200 dpi, JPEG, with a small preview", async () => {
    const page = await taken(await sharp(sheet).resize(3308).jpeg({ quality: 95 }).toBuffer());
    assert.deepEqual([page.kind, page.pageCount, page.cut], ["image", 1, false]);
    assert.equal(Math.max(page.widthPx, page.heightPx), LONG_SIDE_PX);
    const jpeg = await sharp(page.bytes).metadata();
    assert.deepEqual([jpeg.format, jpeg.width, jpeg.height], ["jpeg", page.widthPx, page.heightPx]);
    assert.ok(page.bytes.length < 400_000, `${page.bytes.length} bytes`);
    const preview = await sharp(page.preview ?? Buffer.alloc(0)).metadata();
    assert.deepEqual([preview.format, Math.max(preview.width, preview.height)], ["webp", PREVIEW_LONG_SIDE_PX]);
    assert.ok((page.preview?.length ?? 0) <= PREVIEW_LIMIT_BYTES);
  });

  for (const format of ["png", "webp", "avif"] as const) {
    it(`takes ${format}`, async () => {
      const page = await taken(
        await sharp(sheet)
          .toFormat(format, format === "avif" ? { effort: 0 } : {})
          .toBuffer(),
      );
      assert.deepEqual([page.widthPx, page.heightPx], [1654, 2339]);
    });
  }

  it("takes the HEIC of a phone, whatever its name says", async () => {
    const path = join(folder, "IMG_0001.jpg");
    await copyFile(join(fileURLToPath(import.meta.url), "../../fixtures/sheet.heic"), path);
    const page = await intake.ready(path);
    assert.ok(page.ok);
    assert.deepEqual([page.value.kind, page.value.widthPx, page.value.heightPx], ["image", 840, 1188]);
    assert.ok(await looksLike(page.value.bytes, await aSheet({ lines: 12 })));
  });

  it("turns a photo upright as the phone noted, and forgets where it was taken", async () => {
    const lying = await sharp(sheet).rotate(-90).jpeg().withExif(TAKEN_AT).withMetadata({ orientation: 6 }).toBuffer();
    assert.equal((await sharp(lying).metadata()).orientation, 6);
    const page = await taken(lying);
    assert.ok(page.heightPx > page.widthPx);
    assert.ok(await looksLike(page.bytes, sheet));
    const { exif, orientation } = await sharp(page.bytes).metadata();
    assert.deepEqual([exif, orientation], [undefined, undefined]);
  });

  it("cuts the sheet out of a photo, and says so", async () => {
    const page = await taken(await photographOf(sheet, { corners: seenBy({ turn: 5, tilt: 15, away: 0.95 }), table: "wood" }));
    assert.equal(page.cut, true);
    assert.ok(Math.abs(page.heightPx / page.widthPx / Math.SQRT2 - 1) < 0.01);
  });

  it("takes grey, sixteen bit, see-through and four-colour pictures", async () => {
    const small = await sharp(sheet).resize(900).png().toBuffer();
    await taken(await sharp(small).greyscale().jpeg().toBuffer());
    await taken(await sharp(small).toColourspace("rgb16").png().toBuffer());
    await taken(await sharp(small).toColourspace("cmyk").jpeg().toBuffer());
    const seeThrough = await taken(await sharp(small).unflatten().png().toBuffer());
    assert.ok(await looksLike(seeThrough.bytes, small), "what is clear is paper, not black");
  });

  it("keeps a PDF as it came, without a preview", async () => {
    const pdf = await aPdf(3);
    const part = await taken(pdf);
    assert.deepEqual([part.kind, part.pageCount, part.preview], ["pdf", 3, null]);
    assert.deepEqual(Buffer.from(part.bytes), Buffer.from(pdf));
  });

  it("refuses a page that cannot be read", async () => {
    assert.equal(await reason(await blank(1654, 2339).jpeg().toBuffer()), "blank");
    assert.equal(await reason(await blurredBy(sheet, 8)), "blurred");
    assert.equal(await reason(await blank(1654, 2339, "#181818").jpeg().toBuffer()), "too-dark");
    assert.equal(await reason(await sharp(sheet).resize(300).jpeg().toBuffer()), "tiny");
  });

  it("refuses the blank side of a sheet on a table", async () => {
    const empty = await blank(500, 707, "#f4f4f2").png().toBuffer();
    assert.equal(await reason(await photographOf(empty, { corners: seenBy({ turn: 5, away: 1 }), table: "wood" })), "blank");
  });

  it("refuses what only calls itself a picture", async () => {
    assert.equal(await reason((await readFile(process.execPath)).subarray(0, 3_000_000)), "program");
    assert.equal(await reason(Buffer.from("PK\x03\x04 …")), "archive");
    assert.equal(await reason(Buffer.alloc(0)), "empty");
    assert.equal(await reason(Buffer.from("chỉ là chữ")), "not-a-paper");
    assert.equal(await reason(await aPdf(1, opensWith(RUNS_SCRIPT)), "giay.pdf"), "pdf-active");
  });

  it("refuses pictures that were cut off or whose bytes were spoilt", async () => {
    const jpeg = await sharp(sheet).jpeg().toBuffer();
    const png = await sharp(sheet).png().toBuffer();
    const heic = await readFile(join(fileURLToPath(import.meta.url), "../../fixtures/sheet.heic"));
    for (const whole of [jpeg, png, heic]) assert.equal(await reason(whole.subarray(0, whole.length / 2)), "damaged");
    assert.equal(await reason(Buffer.concat([jpeg.subarray(0, 3), Buffer.alloc(5000, 7)])), "damaged");
  });

  it("refuses more than 20 MB without reading it, and takes what is just within", async () => {
    const jpeg = await sharp(sheet).jpeg().toBuffer();
    assert.equal(await reason(Buffer.concat([jpeg, Buffer.alloc(FILE_LIMIT_BYTES + 1 - jpeg.length)])), "too-large");
    assert.equal(await reason(Buffer.concat([jpeg, Buffer.alloc(FILE_LIMIT_BYTES - jpeg.length)])), "taken");
  });

  it("refuses a picture that would unpack to gigabytes, by what its head says", async () => {
    assert.equal(await reason(aPngBomb(30_000, 30_000)), "too-many-pixels");
  });

  it("answers many at once, each with its own", async () => {
    const lines = [3, 6, 9, 12];
    const sheets = await Promise.all(lines.map((many) => aSheet({ widthPx: 700 + many, heightPx: 990, lines: many })));
    const pages = await Promise.all(sheets.map((bytes, index) => ready(bytes, `${index}.png`)));
    assert.deepEqual(
      pages.map((page) => page.ok && page.value.widthPx),
      lines.map((many) => 700 + many),
    );
  });
});

describe("a file that is a trap", () => {
  it("is given up when it takes too long or too much, and the next one is taken", async () => {
    const folder = await mkdtemp(join(tmpdir(), "loc-vung-trap-"));
    const path = join(folder, "large.png");
    await writeFile(path, await blank(7900, 7900, "#ffffff").png().toBuffer());
    const small = join(folder, "small.png");
    await writeFile(small, await aSheet({ widthPx: 700, heightPx: 990, lines: 5 }));
    const narrow = createPaperIntake({ memoryBytes: 1_000_000 });
    const hasty = createPaperIntake({ patienceMs: 1 });
    const usual = createPaperIntake();
    try {
      assert.deepEqual(await narrow.ready(path), { ok: false, reason: "too-slow" });
      assert.deepEqual(await hasty.ready(path), { ok: false, reason: "too-slow" });
      assert.equal((await usual.ready(small)).ok, true);
    } finally {
      await Promise.all([narrow.close(), hasty.close(), usual.close()]);
      await rm(folder, { recursive: true });
    }
  });
});

const TAKEN_AT = { IFD0: { Make: "Máy thử" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "12/1 20/1 0/1" } };

/** Alike in a coarse view. */
async function looksLike(found: Uint8Array, wanted: Uint8Array): Promise<boolean> {
  const coarse = (bytes: Uint8Array) =>
    sharp(bytes).flatten({ background: "white" }).greyscale().resize(24, 34, { fit: "fill" }).raw().toBuffer();
  const [one, other] = [await coarse(found), await coarse(wanted)];
  return one.reduce((sum, level, index) => sum + Math.abs(level - (other[index] ?? 0)), 0) / one.length < 8;
}

/** A PNG (ISO/IEC 15948) of that size, all of it one colour and so packed to next to nothing. */
function aPngBomb(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.writeUInt8(1, 8);
  const rows = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    aChunk("IHDR", head),
    aChunk("IDAT", rows),
    aChunk("IEND", Buffer.alloc(0)),
  ]);
}

function aChunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
