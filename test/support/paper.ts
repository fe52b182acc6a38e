import sharp from "sharp";
import { grainFrom } from "../files/sheets.ts";

/** A4 at 200 dots per inch. */
const SHEET = { width: 1654, height: 2339 };

/** Of a page that is only there to be handed in: as small and as empty as is still read well. What is done to large photographs is tested in test/files. */
const HANDED_IN_WIDTH_PX = 850;

/** A sheet with lines of writing, as JPEG. The letters are strokes drawn here, so that it looks the same on a machine without any font. */
export function aSheet(lines = 12): Promise<Buffer> {
  const drawn =
    SHEETS.get(lines) ??
    sharp(Buffer.from(svg(lines, 1, "white")))
      .resize(HANDED_IN_WIDTH_PX)
      .jpeg()
      .toBuffer();
  SHEETS.set(lines, drawn);
  return drawn;
}

const SHEETS = new Map<number, Promise<Buffer>>();

/**
 * What a scanner makes of an A4 sheet at 200 dots per inch in colour: paper that is not quite white, grain, writing, a red stamp. Every number is another
 * sheet; 0 is a blank one.
 */
export async function aScannedSheet(number: number): Promise<Buffer> {
  const stamp = `<circle cx="1200" cy="1900" r="150" fill="none" stroke="#c22" stroke-width="12"/><circle cx="1200" cy="1900" r="60" fill="#c22"/>`;
  const drawn = sharp(Buffer.from(svg(number === 0 ? 0 : 24 + number, number, "#f7f5ee", number === 0 ? "" : stamp)));
  const { data, info } = await drawn.removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const grain = grainFrom(number);
  const clamped = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length);
  for (let at = 0; at < clamped.length; at += 1) clamped[at] = (clamped[at] ?? 0) + GRAIN_STEPS * grain();
  return sharp(data, { raw: { width: info.width, height: info.height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** Steps of 0 … 255. */
const GRAIN_STEPS = 1.5;

export function asFile(bytes: Uint8Array, name: string, type: string): File {
  return new File([Uint8Array.from(bytes)], name, { type });
}

function svg(lines: number, seed: number, paper: string, more = ""): string {
  const { width, height } = SHEET;
  const writing = Array.from({ length: lines }, (_, line) => `<path d="${lineOfWriting(200 + line * 60, seed * 1_000 + line)}"/>`).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${paper}"/>
    <g fill="none" stroke="#1a1a2e" stroke-width="4" stroke-linecap="round">${writing}</g>${more}</svg>`;
}

/** Words of a few strokes each, with gaps between, as a line of print has them. */
function lineOfWriting(y: number, seed: number): string {
  let state = seed * 2_654_435_761;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
  const strokes: string[] = [];
  for (let x = 120; x < SHEET.width - 160; x += 26) {
    for (let letters = 2 + random(6); letters > 0 && x < SHEET.width - 160; letters -= 1, x += 17) {
      strokes.push(`M${x} ${y}v${-14 - random(16)}m0 ${10 + random(6)}q${6 + random(6)} ${-10 - random(8)} ${11} ${random(10)}`);
    }
  }
  return strokes.join("");
}
