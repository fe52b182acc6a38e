// the X.509 library builds on it; it must come first
import "reflect-metadata";

import * as x509 from "@peculiar/x509";
import * as asn1 from "asn1js";
import * as pkijs from "pkijs";

const ENGINE = new pkijs.CryptoEngine({ name: "node", crypto: globalThis.crypto });
const KINDS = {
  EC: { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" },
  RSA: { name: "RSASSA-PKCS1-v1_5", modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: "SHA-256" },
} as const;

export interface MadeKey {
  readonly pkcs8: Uint8Array;
  readonly certificate: Uint8Array;
}

/** A key with a certificate that it signed itself, as an authority would give it out: for whom, until when, for what. */
export async function makeKey({
  kind = "EC",
  name = "Cao Văn Ký Mẫu",
  days = 365,
  usage = x509.KeyUsageFlags.digitalSignature | x509.KeyUsageFlags.nonRepudiation,
  extended,
}: {
  kind?: keyof typeof KINDS;
  name?: string;
  days?: number;
  usage?: number;
  extended?: string;
} = {}): Promise<MadeKey> {
  const algorithm = KINDS[kind];
  const keys = (await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"])) as CryptoKeyPair;
  const until = Date.now() + days * 86_400_000;
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: [{ CN: [name] }, { C: ["VN"] }],
    keys,
    signingAlgorithm: algorithm,
    notBefore: new Date(Math.min(Date.now(), until) - 86_400_000),
    notAfter: new Date(until),
    extensions: [
      new x509.KeyUsagesExtension(usage, true),
      ...(extended === undefined ? [] : [new x509.ExtendedKeyUsageExtension([extended], true)]),
    ],
  });
  return {
    pkcs8: new Uint8Array(await crypto.subtle.exportKey("pkcs8", keys.privateKey)),
    certificate: new Uint8Array(certificate.rawData),
  };
}

export const FOR_ENCRYPTION_ONLY = x509.KeyUsageFlags.keyEncipherment;

/** A PKCS#12 file as authorities give them out: the key shrouded by the password, certificates beside it, and a check over all of it. */
export async function aKeyFile({ pkcs8, certificate }: MadeKey, password: string, others: readonly Uint8Array[] = []): Promise<Uint8Array> {
  const secret = Uint8Array.from(new TextEncoder().encode(password)).buffer;
  const privateKeyInfo = new pkijs.PrivateKeyInfo({ schema: asn1.fromBER(Uint8Array.from(pkcs8)).result });
  const shrouded = new pkijs.PKCS8ShroudedKeyBag({ parsedValue: privateKeyInfo });
  const bags = [...others, certificate].map(
    (one) =>
      new pkijs.SafeBag({
        bagId: "1.2.840.113549.1.12.10.1.3",
        bagValue: new pkijs.CertBag({ parsedValue: new pkijs.Certificate({ schema: asn1.fromBER(Uint8Array.from(one)).result }) }),
      }),
  );
  const algorithm = { name: "AES-CBC", length: 256 } as const;
  const encryption = { password: secret, contentEncryptionAlgorithm: algorithm, hmacHashAlgorithm: "SHA-256", iterationCount: 2_000 };
  await shrouded.makeInternalValues(encryption as never, ENGINE);
  const keyBag = new pkijs.SafeBag({ bagId: "1.2.840.113549.1.12.10.1.2", bagValue: shrouded });
  const pfx = new pkijs.PFX({
    parsedValue: {
      integrityMode: 0,
      authenticatedSafe: new pkijs.AuthenticatedSafe({
        parsedValue: { safeContents: [{ privacyMode: 0, value: new pkijs.SafeContents({ safeBags: [...bags, keyBag] }) }] },
      }),
    },
  });
  await pfx.parsedValue?.authenticatedSafe?.makeInternalValues({ safeContents: [{}] } as never, ENGINE);
  await pfx.makeInternalValues(
    { password: secret, iterations: 2_000, pbkdf2HashAlgorithm: "SHA-256", hmacHashAlgorithm: "SHA-256" } as never,
    ENGINE,
  );
  return new Uint8Array(pfx.toSchema().toBER(false));
}
