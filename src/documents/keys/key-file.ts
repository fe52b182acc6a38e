import { createPrivateKey, createPublicKey } from "node:crypto";
import { P12Signer } from "@libpdf/core";
import { ok, type Result, refuse } from "../../base/result.ts";
import { isCertificateOf } from "./certificate.ts";
import type { FileKey } from "./signing-key.ts";

export type KeyFileProblem = "not-a-key-file" | "wrong-password" | "no-certificate";

/** Opens a PKCS#12 file (RFC 7292). The password is used here and kept nowhere. */
export async function openKeyFile(bytes: Uint8Array, password: string): Promise<Result<FileKey, KeyFileProblem>> {
  // a DER sequence of some length: everything else is another kind of file
  if (bytes[0] !== 0x30) return refuse("not-a-key-file");
  try {
    const opened = await P12Signer.create(bytes, password);
    const privateKey = await privateKeyOf(opened);
    const publicKey = createPublicKey(createPrivateKey({ key: Buffer.from(privateKey), format: "der", type: "pkcs8" }));
    const spki = publicKey.export({ format: "der", type: "spki" });
    const certificates = [opened.certificate, ...opened.certificateChain];
    const certificate = certificates.find((one) => isCertificateOf(one, spki));
    if (!certificate) return refuse("no-certificate");
    return ok({ kind: "file", privateKey, certificate, chain: certificates.filter((one) => one !== certificate) });
  } catch (error) {
    return refuse(problemOf(error instanceof Error ? error.message : ""));
  }
}

/** The library opens every kind of these files but keeps the key to itself; it made it exportable. */
async function privateKeyOf(opened: P12Signer): Promise<Uint8Array> {
  const key: unknown = Reflect.get(opened, "privateKey");
  if (!(key instanceof CryptoKey)) throw new Error("no private key");
  return new Uint8Array(await crypto.subtle.exportKey("pkcs8", key));
}

function problemOf(message: string): KeyFileProblem {
  if (/integrity|password|mac\b|hmac|decrypt|bad padding/i.test(message)) return "wrong-password";
  return /no certificates/i.test(message) ? "no-certificate" : "not-a-key-file";
}
