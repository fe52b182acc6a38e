import sharp from "sharp";

/** A scanned sheet with readable lines, as JPEG; the words are drawn in whatever font the machine has. */
export function aSheet(lines = 30): Promise<Buffer> {
  const text = Array.from(
    { length: lines },
    (_, index) =>
      `<text x="120" y="${200 + index * 60}" font-size="30">Dong ${index}: giay chung sinh, me Cao Thi Mau, tram y te xa</text>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1654" height="2339"><rect width="100%" height="100%" fill="white"/>${text.join("")}</svg>`;
  return sharp(Buffer.from(svg)).jpeg().toBuffer();
}

export function asFile(bytes: Uint8Array, name: string, type: string): File {
  return new File([Uint8Array.from(bytes)], name, { type });
}
