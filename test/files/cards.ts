import sharp from "sharp";
import { renderSVG } from "uqr";
import { type Camera, photographOf, type Shot, seenBy } from "./photographs.ts";

export const CARD_TEXT = "056190001234|225123456|Cao Thị Mẫu|15081990|Nữ|Thôn Thử, xã Mẫu, tỉnh Khánh Hòa|10072021";

/** The front of an invented ID card: only what matters to a reader, a pattern and the QR code at its place and size. */
export async function aCard(text = CARD_TEXT): Promise<Buffer> {
  const qr = await sharp(Buffer.from(renderSVG(text, { border: 2, ecc: "M" })))
    .resize(240, 240, { kernel: "nearest" })
    .flatten({ background: "#f4f8f4" })
    .png()
    .toBuffer();
  return sharp(Buffer.from(CARD_FRONT))
    .composite([{ input: qr, left: 745, top: 25 }])
    .png()
    .toBuffer();
}

const CARD_FRONT = `<svg xmlns="http://www.w3.org/2000/svg" width="1011" height="638">
  <defs><pattern id="waves" width="26" height="26" patternUnits="userSpaceOnUse"><path d="M0 13Q6 3 13 13T26 13" fill="none" stroke="#9ec9b4" stroke-width="2"/></pattern></defs>
  <rect width="1011" height="638" fill="#d5e9e6"/><rect width="1011" height="638" fill="url(#waves)"/>
  <rect x="50" y="210" width="240" height="320" fill="#8d9a9c"/>
  ${Array.from({ length: 7 }, (_, line) => `<rect x="330" y="${250 + line * 48}" width="${380 + ((line * 97) % 200)}" height="20" fill="#2e3436"/>`).join("")}
</svg>`;

/** A photo of the card; away 1.1 fills the picture, 3 is across the table. */
export async function photoOfCard(camera: Camera, shot: Partial<Shot> = {}): Promise<Buffer> {
  return photographOf(await aCard(), { corners: seenBy(camera, 1011 / 638), table: "wood", ...shot });
}
