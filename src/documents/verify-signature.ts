import { createHash } from "node:crypto";
import * as asn1 from "asn1js";
import { ContentInfo, CryptoEngine, SignedData } from "pkijs";

/** Handed to each call: the library's global engine is shared with other versions of it in this process. */
const ENGINE = new CryptoEngine({ name: "node", crypto: globalThis.crypto });

export interface SignatureCheck {
  readonly valid: boolean;
  /** Every byte of the file but the signature's own place is under the signature. */
  readonly coversWholeFile: boolean;
  readonly sha256: string;
}

/** Checks the last signature of a PDF with another library than the one that signs; null when it has none. */
export async function checkSignature(pdf: Uint8Array): Promise<SignatureCheck | null> {
  const text = Buffer.from(pdf).toString("latin1");
  const ranges = [...text.matchAll(/\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g)];
  const range = ranges.at(-1)?.slice(1).map(Number);
  if (!range) return null;
  const [start = 0, length = 0, second = 0, rest = 0] = range;
  const signed = Buffer.concat([pdf.subarray(start, start + length), pdf.subarray(second, second + rest)]);
  const cms = Buffer.from(text.slice(start + length, second).replace(/[<>\s]/g, ""), "hex");
  const valid = await verifies(cms, signed).catch(() => false);
  return { valid, coversWholeFile: start === 0 && second + rest === pdf.length, sha256: createHash("sha256").update(signed).digest("hex") };
}

async function verifies(cms: Buffer, signed: Buffer): Promise<boolean> {
  const parsed = asn1.fromBER(Uint8Array.from(cms));
  const data = new SignedData({ schema: new ContentInfo({ schema: parsed.result }).content });
  return data.verify({ signer: 0, data: Uint8Array.from(signed).buffer, checkChain: false }, ENGINE);
}
