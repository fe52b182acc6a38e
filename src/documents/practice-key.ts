// the X.509 library builds on it; it must come first
import "reflect-metadata";

import * as x509 from "@peculiar/x509";
import type { FileKey } from "./keys/signing-key.ts";

const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const YEARS = 5;

/**
 * A key for the practice set-up, with an authority of its own that says so in its name: signatures made with it are whole and can be verified,
 * and nobody can take them for the state's. A real office enters the key file of its certificate authority instead.
 */
export async function createPracticeKey(officeName: string, signerName: string, now: Date): Promise<FileKey & { authorityPem: string }> {
  const until = new Date(now);
  until.setUTCFullYear(until.getUTCFullYear() + YEARS);
  const validity = { notBefore: new Date(now.getTime() - 60_000), notAfter: until, signingAlgorithm: ALGORITHM };
  const authorityKeys = await crypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const authority = await x509.X509CertificateGenerator.createSelfSigned({
    ...validity,
    name: [{ CN: ["Lộc Vừng THỰC HÀNH - không có giá trị"] }, { C: ["VN"] }],
    keys: authorityKeys,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
    ],
  });
  const keys = await crypto.subtle.generateKey(ALGORITHM, true, ["sign", "verify"]);
  const certificate = await x509.X509CertificateGenerator.create({
    ...validity,
    subject: [{ CN: [`${signerName} (THỰC HÀNH)`] }, { O: [officeName] }, { C: ["VN"] }],
    issuer: authority.subjectName.toJSON(),
    publicKey: keys.publicKey,
    signingKey: authorityKeys.privateKey,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation, true),
    ],
  });
  return {
    kind: "file",
    privateKey: new Uint8Array(await crypto.subtle.exportKey("pkcs8", keys.privateKey)),
    certificate: new Uint8Array(certificate.rawData),
    chain: [new Uint8Array(authority.rawData)],
    authorityPem: authority.toString("pem"),
  };
}
