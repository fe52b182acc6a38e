// the X.509 library builds on it; it must come first
import "reflect-metadata";

import * as x509 from "@peculiar/x509";

/** As many certificates as stand above one another in practice, and some more. */
const LONGEST_CHAIN = 6;

/**
 * Does a certificate come from one that is trusted: is it one of them, or signed by one, over what stands between? All are DER. Each has to be valid at that
 * moment. Whether one was revoked is not asked: that needs a line, and the papers must be checkable without.
 */
export async function isTrusted(
  certificate: Uint8Array,
  between: readonly Uint8Array[],
  trusted: readonly Uint8Array[],
  at: Date,
): Promise<boolean> {
  const anchors = trusted.map(parse);
  const known = [...anchors, ...between.map(parse)];
  let current: x509.X509Certificate | undefined = parse(certificate);
  for (let steps = 0; current && steps < LONGEST_CHAIN; steps += 1) {
    if (at < current.notBefore || current.notAfter < at) return false;
    if (anchors.some((anchor) => current && same(anchor, current))) return true;
    current = await issuerOf(current, known);
  }
  return false;
}

/** May it stamp the time, and that alone (RFC 3161, 2.3)? Whoever holds another certificate of the same authority may not. */
export function mayStampTime(certificate: Uint8Array): boolean {
  const usage = parse(certificate).getExtension(x509.ExtendedKeyUsageExtension);
  return usage?.usages.length === 1 && usage.usages[0] === TIME_STAMPING;
}

const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

async function issuerOf(
  certificate: x509.X509Certificate,
  known: readonly x509.X509Certificate[],
): Promise<x509.X509Certificate | undefined> {
  for (const one of known) {
    const authority = one.getExtension(x509.BasicConstraintsExtension)?.ca ?? false;
    if (!authority || one.subject !== certificate.issuer || same(one, certificate)) continue;
    if (await certificate.verify({ publicKey: one.publicKey, signatureOnly: true })) return one;
  }
  return undefined;
}

function parse(der: Uint8Array): x509.X509Certificate {
  return new x509.X509Certificate(Uint8Array.from(der));
}

function same(one: x509.X509Certificate, other: x509.X509Certificate): boolean {
  return Buffer.from(one.rawData).equals(Buffer.from(other.rawData));
}
