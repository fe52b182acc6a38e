import assert from "node:assert/strict";
import { describe, it } from "node:test";
import sharp from "sharp";
import { readCardQr } from "../../src/files/card-photo.ts";
import { aCard, CARD_TEXT, photoOfCard } from "./cards.ts";
import { aSheet } from "./sheets.ts";

describe("the QR code in a photo of an ID card", () => {
  const read = (name: string, photo: () => Promise<Buffer>) =>
    it(`is read ${name}`, async () => assert.equal(await readCardQr(await photo()), CARD_TEXT));

  read("from a scan", () => aCard());
  read("from the hand, a little aslant", () => photoOfCard({ away: 2, turn: 8, tilt: 15, lean: 10 }));
  read("turned on its side", () => photoOfCard({ away: 2, turn: 90 }));
  read("upside down as the phone noted", async () =>
    sharp(await aCard())
      .rotate(180)
      .jpeg()
      .withMetadata({ orientation: 3 })
      .toBuffer(),
  );
  read("in weak light with noise", () => photoOfCard({ away: 2, turn: 8 }, { light: [0.3, 0.25], noise: 10 }));
  read("from far away, where it must be enlarged", () => photoOfCard({ away: 3.2, turn: 8, tilt: 10 }));
  read("out of focus", async () =>
    sharp(await photoOfCard({ away: 1.9, turn: 5 }))
      .blur(2)
      .jpeg()
      .toBuffer(),
  );

  it("is missing where there is none", async () => {
    assert.equal(await readCardQr(await aSheet({ widthPx: 800, heightPx: 1130, lines: 20 })), null);
    assert.equal(await readCardQr(Buffer.from("không phải ảnh")), null);
    assert.equal(await readCardQr((await aCard()).subarray(0, 2000)), null);
    assert.equal(await readCardQr(Buffer.alloc(0)), null);
  });
});
