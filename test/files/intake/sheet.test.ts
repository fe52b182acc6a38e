import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import sharp from "sharp";
import type { RawPicture } from "../../../src/files/intake/raw-picture.ts";
import { flattenSheet } from "../../../src/files/intake/sheet.ts";
import { aCard } from "../cards.ts";
import { type Camera, photographOf, type Shot, seenBy, type Table } from "../photographs.ts";
import { aSheet, blank } from "../sheets.ts";

describe("the sheet in a photo", () => {
  let sheet: Buffer;
  before(async () => {
    sheet = await aSheet({ stamp: true });
  });

  const cut = (name: string, camera: Camera, table: Table, more: Partial<Shot> = {}) =>
    it(`is cut out and flattened: ${name}`, async () => {
      const flat = await flattened(await photographOf(sheet, { corners: seenBy(camera), table, ...more }));
      assert.ok(flat !== null, "no sheet was found");
      assert.ok(Math.abs(flat.heightPx / flat.widthPx / Math.SQRT2 - 1) < 0.01, `${flat.widthPx} × ${flat.heightPx} is not A4`);
      const stamp = stampIn(flat);
      assert.ok(Math.hypot(stamp.x - STAMP_AT.x, stamp.y - STAMP_AT.y) < 0.02, `the stamp is at ${stamp.x}, ${stamp.y}`);
    });

  cut("from above, on wood", { turn: 4, away: 1 }, "wood");
  cut("filling the picture", { away: 0.8 }, "dark");
  cut("tilted, on a dark table in half light", { tilt: 30, turn: -8 }, "dark", { light: [0.75, 0.6] });
  cut("steep, on a chequered cloth", { tilt: -45, turn: 3, away: 1.3 }, "cloth");
  cut("leaning, with noise", { lean: 35, tilt: 10 }, "wood", { noise: 8 });
  cut("on light tiles", { turn: -6, tilt: 10 }, "tiles", { light: [1, 0.75] });
  cut("far away", { turn: -3, tilt: 12, away: 1.8 }, "wood");

  it("keeps its shape when it is no A4: a card", async () => {
    const flat = await flattened(
      await photographOf(await aCard(), { corners: seenBy({ away: 2.4, turn: 5, tilt: 20 }, 1011 / 638), table: "wood" }),
    );
    assert.ok(flat !== null);
    assert.ok(Math.abs(flat.widthPx / flat.heightPx / 1.586 - 1) < 0.03, `${flat.widthPx} × ${flat.heightPx} is no card`);
  });

  const kept = (name: string, photo: () => Promise<Buffer>) =>
    it(`is left whole: ${name}`, async () => assert.equal(await flattened(await photo()), null));

  kept("a scanner's page, which is all sheet", async () => sheet);
  kept("on a white table, where its sides cannot be seen", () => photographOf(sheet, { corners: seenBy({ turn: 5 }), table: "white" }));
  kept("two of its sides out of the picture", () =>
    photographOf(sheet, {
      corners: [
        [-0.1, 0.1],
        [0.8, 0.14],
        [0.85, 1.1],
        [-0.05, 1.15],
      ],
      table: "wood",
    }),
  );
  kept("a page with a printed frame round its text", async () => framed(sheet));
  kept("an empty table", () => photographOf(sheet, { corners: FAR_OUTSIDE, table: "cloth" }));
  kept("two cards side by side, of which none may be lost", async () => {
    const card = await sharp(await aCard())
      .resize(620)
      .png()
      .toBuffer();
    const pair = [100, 620].map((top) => ({ input: card, left: 190, top }));
    return blank(1000, 1150, "#3a2c20").composite(pair).jpeg().toBuffer();
  });
});

const STAMP_AT = { x: (0.55 * 1654 + 200) / 1654, y: (0.7 * 2339 + 200) / 2339 };

const FAR_OUTSIDE = [
  [2, 2],
  [3, 2],
  [3, 3],
  [2, 3],
] as const;

function framed(sheet: Buffer): Promise<Buffer> {
  const frame = `<svg xmlns="http://www.w3.org/2000/svg" width="1654" height="2339"><rect x="110" y="110" width="1434" height="2119" fill="none" stroke="#204080" stroke-width="22"/></svg>`;
  return sharp(sheet)
    .composite([{ input: Buffer.from(frame) }])
    .png()
    .toBuffer();
}

async function flattened(photo: Buffer): Promise<RawPicture | null> {
  const { data, info } = await sharp(photo).removeAlpha().toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
  return flattenSheet({ data, widthPx: info.width, heightPx: info.height, channels: 3 });
}

/** The middle of what is red, as shares of width and height. */
function stampIn({ data, widthPx, heightPx }: RawPicture): { x: number; y: number } {
  let [sumX, sumY, red] = [0, 0, 0];
  for (let pixel = 0; pixel < widthPx * heightPx; pixel += 1) {
    const [r = 0, g = 0, b = 0] = data.subarray(pixel * 3, pixel * 3 + 3);
    if (r - Math.max(g, b) < 70) continue;
    sumX += pixel % widthPx;
    sumY += Math.floor(pixel / widthPx);
    red += 1;
  }
  return { x: sumX / red / widthPx, y: sumY / red / heightPx };
}
