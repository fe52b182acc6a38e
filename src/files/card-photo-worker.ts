import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";
import sharp, { type Sharp } from "sharp";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { fileKind } from "./intake/file-kind.ts";
import { openPicture } from "./intake/open-picture.ts";
import { fromRaw } from "./intake/raw-picture.ts";

// Looking for a QR code in a large photo takes the processor for a second or two.
sharp.cache(false);
parentPort?.on("message", async (photo: Uint8Array) => {
  parentPort?.postMessage(await readQr(Buffer.from(photo.buffer, photo.byteOffset, photo.byteLength)));
});

async function readQr(photo: Buffer): Promise<string | null> {
  const kind = fileKind(photo);
  if (!kind.ok || kind.value === "pdf") return null;
  const opened = await openPicture(photo, kind.value);
  if (!opened.ok) return null;
  await reader();
  for (const better of WAYS) {
    const text = await readOnce(better(fromRaw(opened.value).greyscale()));
    if (text !== null) return text;
  }
  return null;
}

/** As it is, at a size that the reader likes; then what helps against noise, weak light, a small code, reflections and blur. */
const WAYS: readonly ((picture: Sharp) => Sharp)[] = [
  (picture) => picture.resize(within(1600)),
  (picture) => picture,
  (picture) => picture.normalise(),
  (picture) => picture.median(3),
  (picture) => picture.resize({ ...within(4000), withoutEnlargement: false }).sharpen({ sigma: 2 }),
  (picture) => picture.clahe({ width: 64, height: 64 }),
];

function within(longSidePx: number) {
  return { width: longSidePx, height: longSidePx, fit: "inside", withoutEnlargement: true } as const;
}

async function readOnce(picture: Sharp): Promise<string | null> {
  const { data, info } = await picture.toColourspace("srgb").ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const image = { data: new Uint8ClampedArray(data), width: info.width, height: info.height, colorSpace: "srgb" } as const;
  const found = await readBarcodes(image as ImageData, { formats: ["QRCode"], tryHarder: true, maxNumberOfSymbols: 1 });
  return found[0]?.text || null;
}

let prepared: Promise<unknown> | null = null;

/** The reader's WASM comes from its package; left alone it would fetch it from the network. */
function reader(): Promise<unknown> {
  prepared ??= readFile(createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm")).then((wasm) =>
    prepareZXingModule({ overrides: { wasmBinary: Uint8Array.from(wasm).buffer }, fireImmediately: true }),
  );
  return prepared;
}
