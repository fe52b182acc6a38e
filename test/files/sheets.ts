import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import sharp, { type Sharp } from "sharp";

/** Sheets as a scanner gives them, drawn with the font that the program carries, so that they are the same on every machine. */
export interface SheetLook {
  readonly widthPx?: number;
  readonly heightPx?: number;
  readonly paper?: string;
  readonly ink?: string;
  readonly lines?: number;
  readonly stamp?: boolean;
}

/** An A4 sheet of invented text at 200 dpi; `lines` says how full it is. */
export async function aSheet(look: SheetLook = {}): Promise<Buffer> {
  const { widthPx = 1654, heightPx = 2339, paper = "#ffffff", ink = "#151515", lines = 40, stamp = false } = look;
  const text =
    lines === 0 ? [] : [{ input: await letters(lines, ink, widthPx), left: Math.round(widthPx * 0.1), top: Math.round(heightPx * 0.07) }];
  const round = stamp ? [{ input: STAMP, left: Math.round(widthPx * 0.55), top: Math.round(heightPx * 0.7) }] : [];
  return quickPng(blank(widthPx, heightPx, paper).composite([...text, ...round]));
}

export function blank(widthPx: number, heightPx: number, paper = "#ffffff"): Sharp {
  return sharp({ create: { width: widthPx, height: heightPx, channels: 3, background: paper } });
}

/** A sheet of rough, slightly uneven paper with nothing on it, as a scanner sees the wrong side. */
export async function anEmptySheet(paper: number, noise: number): Promise<Buffer> {
  const rough = blank(1654, 2339, `rgb(${paper},${paper},${paper})`);
  return quickPng(rough.composite([{ input: await grain(1654, 2339, noise), blend: "soft-light" }]));
}

/** Camera noise over a picture; sigma in steps of 0 … 255. */
export async function noisy(picture: Buffer, sigma: number): Promise<Buffer> {
  const { data, info } = await sharp(picture).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const grain = grainFrom(7);
  const clamped = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length);
  for (let index = 0; index < clamped.length; index += 1) clamped[index] = (clamped[index] ?? 0) + sigma * grain();
  return quickPng(sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } }));
}

/** Every brightness times that share: a picture taken in the dark. */
export function dimmed(picture: Buffer, share: number): Promise<Buffer> {
  return quickPng(sharp(picture).linear(share, 0));
}

export function blurredBy(picture: Buffer, sigmaPx: number): Promise<Buffer> {
  return quickPng(sharp(picture).blur(sigmaPx));
}

async function letters(lines: number, ink: string, sheetWidthPx: number): Promise<Buffer> {
  const words = Array.from({ length: lines }, (_, line) => SENTENCES[line % SENTENCES.length]).join("\n");
  return sharp({
    text: {
      text: `<span foreground="${ink}">${words}</span>`,
      fontfile: FONT,
      font: "Tinos 13",
      width: Math.round(sheetWidthPx * 0.8),
      dpi: Math.round((200 * sheetWidthPx) / 1654),
      rgba: true,
      spacing: 8,
    },
  })
    .png()
    .toBuffer();
}

const FONT = join(dirname(fileURLToPath(import.meta.url)), "../../node_modules/@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf");

const SENTENCES = [
  "GIẤY CHỨNG SINH",
  "Họ, chữ đệm, tên người mẹ: Cao Thị Mẫu",
  "Ngày, tháng, năm sinh: 15/08/1990. Dân tộc: Kinh",
  "Nơi cư trú: Thôn Thử, xã Mẫu, tỉnh Khánh Hòa",
  "Đã sinh con vào lúc 06 giờ 30 phút, ngày 02 tháng 11",
  "Giới tính của con: Nữ. Cân nặng: 3100 gam",
  "Tại: Trạm y tế xã Mẫu",
];

const STAMP = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400" fill="none" stroke="#c01818" stroke-width="9">
    <circle cx="200" cy="200" r="185"/><circle cx="200" cy="200" r="140" stroke-width="5"/>
    <path d="M200 130l17 51h54l-43 32 16 51-44-31-44 31 16-51-43-32h54z"/></svg>`,
);

async function grain(widthPx: number, heightPx: number, sigma: number): Promise<Buffer> {
  const gray = await blank(widthPx, heightPx, "#808080").png().toBuffer();
  return noisy(gray, sigma);
}

/** Packed in a fifth of the time, to half as much again. */
function quickPng(picture: Sharp): Promise<Buffer> {
  return picture.png({ compressionLevel: 1 }).toBuffer();
}

/** The grain of a camera with sigma 1, the same in every run; drawn from a small table, because a picture asks for millions. */
export function grainFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return GRAINS[state >>> 20] ?? 0;
  };
}

const GRAINS = normalNumbers(4_096, mulberry(11));

function normalNumbers(many: number, random: () => number): Float64Array {
  return Float64Array.from({ length: many }, () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()));
}

/** The same chance in every run. */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
