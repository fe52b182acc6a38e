import sharp, { type Sharp } from "sharp";

/** Decoded pixels, upright, 8 bits a channel, grey or sRGB. */
export interface RawPicture {
  readonly data: Buffer;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly channels: 1 | 3;
}

export function fromRaw({ data, widthPx, heightPx, channels }: RawPicture): Sharp {
  return sharp(data, { raw: { width: widthPx, height: heightPx, channels }, limitInputPixels: false });
}
