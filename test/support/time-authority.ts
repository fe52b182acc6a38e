import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import * as asn1 from "asn1js";
import * as pkijs from "pkijs";
import { makeKey } from "./key-files.ts";

const ENGINE = new pkijs.CryptoEngine({ name: "node", crypto: globalThis.crypto });
const TST_INFO = "1.2.840.113549.1.9.16.1.4";
const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";

export interface TimeAuthority {
  readonly url: string;
  /** Its certificate, DER. */
  readonly certificate: Uint8Array;
  /** How many it gave. */
  readonly given: () => number;
  /** What it does with requests: stamps, says no, or says it is busy. */
  mood: "stamps" | "refuses" | "broken";
  /** What time it tells. */
  clock: () => Date;
  close(): Promise<void>;
}

/** An authority for time stamps (RFC 3161) of our own, over HTTP as the real ones are. */
export async function startTimeAuthority(): Promise<TimeAuthority> {
  const made = await makeKey({ kind: "RSA", name: "Nơi cấp dấu thời gian Mẫu", extended: TIME_STAMPING });
  const certificate = new pkijs.Certificate({ schema: asn1.fromBER(Uint8Array.from(made.certificate)).result });
  const algorithm = { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("pkcs8", Uint8Array.from(made.pkcs8), algorithm, false, ["sign"]);
  let given = 0;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", async () => {
      if (authority.mood === "broken") return void response.writeHead(503).end("busy");
      const asked = new pkijs.TimeStampReq({ schema: asn1.fromBER(Uint8Array.from(Buffer.concat(chunks))).result });
      const token = authority.mood === "stamps" ? await tokenOf(asked, certificate, key, authority.clock(), given + 1) : undefined;
      if (token) given += 1;
      const status = new pkijs.PKIStatusInfo({ status: token ? 0 : 2 });
      const reply = new pkijs.TimeStampResp({ status, ...(token ? { timeStampToken: token } : {}) });
      response.writeHead(200, { "content-type": "application/timestamp-reply" }).end(Buffer.from(reply.toSchema().toBER(false)));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const authority: TimeAuthority = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/tsa`,
    certificate: made.certificate,
    given: () => given,
    mood: "stamps",
    clock: () => new Date(),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return authority;
}

async function tokenOf(asked: pkijs.TimeStampReq, certificate: pkijs.Certificate, key: CryptoKey, genTime: Date, serial: number) {
  const info = new pkijs.TSTInfo({
    version: 1,
    policy: "1.3.6.1.4.1.99999.1",
    messageImprint: asked.messageImprint,
    serialNumber: new asn1.Integer({ value: serial }),
    genTime,
    ...(asked.nonce ? { nonce: asked.nonce } : {}),
  });
  const content = info.toSchema().toBER(false);
  const digest = await crypto.subtle.digest("SHA-256", content);
  const attribute = (type: string, value: asn1.BaseBlock) => new pkijs.Attribute({ type, values: [value] });
  const signed = new pkijs.SignedData({
    version: 3,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: TST_INFO, eContent: new asn1.OctetString({ valueHex: content }) }),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer: certificate.issuer, serialNumber: certificate.serialNumber }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            attribute("1.2.840.113549.1.9.3", new asn1.ObjectIdentifier({ value: TST_INFO })),
            attribute(
              "1.2.840.113549.1.9.16.2.47",
              signingCertificate(await crypto.subtle.digest("SHA-256", certificate.toSchema().toBER(false))),
            ),
            attribute("1.2.840.113549.1.9.4", new asn1.OctetString({ valueHex: digest })),
          ],
        }),
      }),
    ],
    certificates: [certificate],
  });
  await signed.sign(key, 0, "SHA-256", undefined, ENGINE);
  return new pkijs.ContentInfo({ contentType: pkijs.ContentInfo.SIGNED_DATA, content: signed.toSchema(true) });
}

/** Which certificate it was signed with (RFC 5816): SigningCertificateV2 with one ESSCertIDv2. */
function signingCertificate(hash: ArrayBuffer): asn1.Sequence {
  const inside = (value: asn1.BaseBlock) => new asn1.Sequence({ value: [value] });
  return inside(inside(inside(new asn1.OctetString({ valueHex: hash }))));
}
