import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import sharp from "sharp";
import { qualityProblem } from "../../../src/domain/papers/quality.ts";
import { measure } from "../../../src/files/intake/measure.ts";
import { photographOf, seenBy } from "../photographs.ts";
import { anEmptySheet, aSheet, blank, blurredBy, dimmed, noisy } from "../sheets.ts";

describe("a page that can be read is taken", () => {
  let full: Buffer;
  before(async () => {
    full = await aSheet({ stamp: true });
  });

  const taken = (name: string, page: () => Promise<Buffer>) => it(name, async () => assert.equal(await problemOf(await page()), null));

  taken("a sheet full of text with a stamp", async () => full);
  taken("a sheet with one line", () => aSheet({ lines: 1 }));
  taken("a sheet with nothing but a stamp", () => aSheet({ lines: 0, stamp: true }));
  taken("soft pencil on grey paper", () => aSheet({ lines: 3, ink: "#d2d2d2", paper: "#f4f2ee" }));
  taken("blue ink on yellowed paper, with the noise of a cheap camera", async () =>
    noisy(await aSheet({ lines: 8, ink: "#3b4fa8", paper: "#e8dcb8" }), 8),
  );
  taken("a small scan, 96 dpi", () => sharp(full).resize(794).png().toBuffer());
  taken("a card-sized paper", () => aSheet({ widthPx: 1011, heightPx: 638, lines: 5 }));
  taken("a sheet in half light with noise", async () => noisy(await dimmed(full, 0.4), 6));
  taken("a sheet a little out of focus", () => blurredBy(full, 3));
  taken("a sheet that can just be read", () => blurredBy(full, 4));
  taken("a sheet as a copier of many years gives it", async () => noisy(await blurredBy(await dimmed(full, 0.85), 1.5), 10));
  taken("a photo of a sheet that is not cut out", () => photographOf(full, { corners: seenBy({ away: 1 }), table: "white", noise: 6 }));
  taken("a photo across which a shadow lies", () =>
    photographOf(full, { corners: seenBy({ away: 0.9 }), table: "wood", light: [1, 0.35] }),
  );
});

describe("a page that nobody can read is refused", () => {
  const refused = (problem: string, name: string, page: () => Promise<Buffer>) =>
    it(`${problem}: ${name}`, async () => assert.equal(await problemOf(await page()), problem));

  refused("blank", "white without a speck", () => blank(1654, 2339).png().toBuffer());
  refused("blank", "rough grey paper", () => anEmptySheet(225, 8));
  refused("blank", "a grey scan with noise", async () => noisy(await blank(1654, 2339, "#c8c8c8").png().toBuffer(), 8));
  refused("blank", "the back of a sheet, its text showing through", async () =>
    blurredBy(
      await sharp(await aSheet({ ink: "#f1f1f1" }))
        .flop()
        .toBuffer(),
      3,
    ),
  );
  refused("blank", "a sheet in a shadow that falls off", () =>
    photographOf(BLANK, { corners: OVER_THE_RIM, table: "wood", light: [1, 0.4] }),
  );
  refused("too-dark", "a sheet in a dark room", async () => noisy(await dimmed(await aSheet(), 0.15), 4));
  refused("too-dark", "a finger on the lens", async () => noisy(await blank(1500, 2000, "#201510").png().toBuffer(), 6));
  refused("blurred", "figures that cannot be told apart", async () => blurredBy(await aSheet({ stamp: true }), 6));
  refused("blurred", "the same with noise", async () => noisy(await blurredBy(await aSheet({ lines: 6 }), 6.5), 4));
  refused("blurred", "far out of focus", async () => blurredBy(await aSheet(), 14));
  refused("tiny", "a picture as a message shows it", async () =>
    sharp(await aSheet())
      .resize(400)
      .png()
      .toBuffer(),
  );
});

const BLANK = await blank(400, 566, "#f2f2f2").png().toBuffer();
const OVER_THE_RIM = [
  [-0.1, -0.1],
  [1.1, -0.1],
  [1.1, 1.1],
  [-0.1, 1.1],
] as const;

async function problemOf(picture: Buffer) {
  const { data, info } = await sharp(picture).removeAlpha().toColourspace("srgb").raw().toBuffer({ resolveWithObject: true });
  return qualityProblem(await measure({ data, widthPx: info.width, heightPx: info.height, channels: info.channels === 1 ? 1 : 3 }));
}
