// the X.509 library builds on it; it must come first
import "reflect-metadata";

import * as x509 from "@peculiar/x509";

/** What a certificate says of its key. */
export interface CertificateFacts {
  readonly subject: string;
  readonly issuer: string;
  readonly from: Date;
  readonly until: Date;
  readonly algorithm: { readonly type: "RSA" } | { readonly type: "EC"; readonly curve: "P-256" | "P-384" };
  /** May the key sign documents: digital signature or non-repudiation, and no authority (RFC 5280, 4.2.1.3). */
  readonly mayMakeSignatures: boolean;
}

/** Reads a certificate (DER); null when it is none, or of a kind of key that papers are not signed with here. */
export function readCertificate(der: Uint8Array): CertificateFacts | null {
  try {
    const certificate = new x509.X509Certificate(Uint8Array.from(der));
    const algorithm = algorithmOf(certificate.publicKey.algorithm);
    return algorithm === null
      ? null
      : {
          subject: nameOf(certificate.subjectName),
          issuer: nameOf(certificate.issuerName),
          from: certificate.notBefore,
          until: certificate.notAfter,
          algorithm,
          mayMakeSignatures: mayMakeSignatures(certificate),
        };
  } catch {
    return null;
  }
}

function algorithmOf(algorithm: Algorithm & { namedCurve?: string }): CertificateFacts["algorithm"] | null {
  if (algorithm.name.startsWith("RSA")) return { type: "RSA" };
  const { namedCurve: curve } = algorithm;
  return curve === "P-256" || curve === "P-384" ? { type: "EC", curve } : null;
}

function nameOf(name: x509.Name): string {
  return name.getField("CN").join(", ") || name.toString();
}

function mayMakeSignatures(certificate: x509.X509Certificate): boolean {
  const usages = certificate.getExtension(x509.KeyUsagesExtension)?.usages;
  const authority = certificate.getExtension(x509.BasicConstraintsExtension)?.ca ?? false;
  const wanted = x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation;
  return !authority && (usages === undefined || (usages & wanted) !== 0);
}

/** Does this certificate belong to that public key (SPKI, DER)? */
export function isCertificateOf(der: Uint8Array, publicKey: Uint8Array): boolean {
  const own = new Uint8Array(new x509.X509Certificate(Uint8Array.from(der)).publicKey.rawData);
  return Buffer.from(own).equals(Buffer.from(publicKey));
}
