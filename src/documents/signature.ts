import { CryptoKeySigner, PDF } from "@libpdf/core";

/** A key that signs for an office: PKCS#8, its certificate and the chain above it, all DER. P-256 (ECDSA with SHA-256). */
export interface SigningKey {
  readonly privateKey: Uint8Array;
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
}

export interface SignatureWords {
  readonly reason: string;
  readonly location: string;
  readonly at: Date;
}

/**
 * Signs a PDF: PAdES baseline B-B (ETSI EN 319 142-1), over the whole file, as an incremental update, so that what was in the file before (tags,
 * PDF/A, an earlier signature) stays as it is.
 */
export async function signPdf(pdf: Uint8Array, key: SigningKey, words: SignatureWords): Promise<Uint8Array> {
  const privateKey = await crypto.subtle.importKey("pkcs8", Buffer.from(key.privateKey), { name: "ECDSA", namedCurve: "P-256" }, false, [
    "sign",
  ]);
  const signer = new CryptoKeySigner(privateKey, key.certificate, "EC", "ECDSA", [...key.chain]);
  const document = await PDF.load(pdf);
  const { bytes } = await document.sign({ signer, reason: words.reason, location: words.location, signingTime: words.at, level: "B-B" });
  return bytes;
}
