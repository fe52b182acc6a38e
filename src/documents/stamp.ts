import { HttpTimestampAuthority } from "@libpdf/core";
import * as asn1 from "asn1js";
import { Certificate, ContentInfo, CryptoEngine, SignedData, TSTInfo } from "pkijs";
import { isTrusted, mayStampTime } from "./keys/trust.ts";

/** An authority that says when something was there (RFC 3161). */
export interface StampAuthority {
  /** A time stamp token (DER) over a SHA-256 digest; null when the authority does not give one now. */
  stamp(digest: Uint8Array): Promise<Uint8Array | null>;
}

/** Signing waits for the authority, so it waits for a little while only. */
const PATIENCE_MS = 5_000;
/** One that did not answer is left alone for so long: nobody should wait at every paper. */
const REST_MS = 60_000;

export function createStampAuthority(url: string | null, now: () => Date, trusted: readonly Uint8Array[] = []): StampAuthority | null {
  if (url === null) return null;
  const authority = new HttpTimestampAuthority(url, { timeout: PATIENCE_MS });
  let restUntil = 0;
  return {
    stamp: async (digest) => {
      if (now().getTime() < restUntil) return null;
      try {
        const token = await authority.timestamp(digest, "SHA-256");
        if (await readStamp(token, digest, trusted)) return token;
      } catch {
        // its answer, or its silence, is no reason to stop
      }
      restUntil = now().getTime() + REST_MS;
      return null;
    },
  };
}

/**
 * When a stamp was given, by whom; null when it is broken, or is not over this digest. With trusted certificates (DER) it also has to come from one of them:
 * without, it shows only that it is whole. The signature is checked by another library than the one that asks.
 */
export async function readStamp(
  token: Uint8Array,
  digest: Uint8Array,
  trusted: readonly Uint8Array[] = [],
): Promise<{ at: Date; authority: string } | null> {
  try {
    const parsed = asn1.fromBER(Uint8Array.from(token));
    const data = new SignedData({ schema: new ContentInfo({ schema: parsed.result }).content });
    const content = data.encapContentInfo.eContent?.getValue();
    if (content === undefined) return null;
    const info = new TSTInfo({ schema: asn1.fromBER(content).result });
    const stamped = Buffer.from(info.messageImprint.hashedMessage.valueBlock.valueHexView);
    if (!stamped.equals(Buffer.from(digest))) return null;
    // as data of no special kind: for a stamp the library would want the text that was stamped, and here is its digest alone
    data.encapContentInfo.eContentType = ContentInfo.DATA;
    const checked = await data.verify({ signer: 0, checkChain: false, data: content, extendedMode: true }, ENGINE);
    const signer = checked.signerCertificate;
    if (!checked.signatureVerified || !signer) return null;
    if (trusted.length > 0 && !(await isFromTrusted(data, signer, trusted, info.genTime))) return null;
    const names = signer.subject.typesAndValues;
    return { at: info.genTime, authority: String(names.find(({ type }) => type === COMMON_NAME)?.value.valueBlock.value ?? "") };
  } catch {
    return null;
  }
}

/** Handed to each call: the library's global engine is shared with other versions of it in this process. */
const ENGINE = new CryptoEngine({ name: "node", crypto: globalThis.crypto });
const COMMON_NAME = "2.5.4.3";

function isFromTrusted(data: SignedData, signer: Certificate, trusted: readonly Uint8Array[], at: Date): Promise<boolean> | boolean {
  const der = (certificate: Certificate) => new Uint8Array(certificate.toSchema().toBER(false));
  const between = (data.certificates ?? []).filter((one): one is Certificate => one instanceof Certificate).map(der);
  return mayStampTime(der(signer)) && isTrusted(der(signer), between, trusted, at);
}
