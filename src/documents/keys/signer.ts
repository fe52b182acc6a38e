import { CryptoKeySigner, type Signer } from "@libpdf/core";
import { readCertificate } from "./certificate.ts";
import type { FileKey, SigningKey, TokenKey } from "./signing-key.ts";
import type { TokenProblem, Tokens } from "./token.ts";

/** A token did not sign. Thrown, because the library that builds the signature calls us in its middle; whoever signs papers turns it into words. */
export class TokenFailed extends Error {
  readonly problem: TokenProblem;

  constructor(problem: TokenProblem) {
    super(`the token did not sign: ${problem}`);
    this.problem = problem;
  }
}

/** What the PDF library signs with: a key of the database, or one on a token. */
export async function signerOf(key: SigningKey, tokens: Tokens): Promise<Signer> {
  return key.kind === "file" ? fileSigner(key) : tokenSigner(key, tokens);
}

async function fileSigner(key: FileKey): Promise<Signer> {
  const algorithm = algorithmOf(key);
  const webAlgorithm =
    algorithm.type === "RSA" ? { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" } : { name: "ECDSA", namedCurve: algorithm.curve };
  const privateKey = await crypto.subtle.importKey("pkcs8", Buffer.from(key.privateKey), webAlgorithm, false, ["sign"]);
  const name = algorithm.type === "RSA" ? "RSASSA-PKCS1-v1_5" : "ECDSA";
  return new CryptoKeySigner(privateKey, key.certificate, algorithm.type, name, [...key.chain]);
}

function tokenSigner(key: TokenKey, tokens: Tokens): Signer {
  const { type } = algorithmOf(key);
  return {
    certificate: key.certificate,
    certificateChain: [...key.chain],
    keyType: type,
    signatureAlgorithm: type === "RSA" ? "RSASSA-PKCS1-v1_5" : "ECDSA",
    sign: async (data, algorithm) => {
      if (algorithm !== "SHA-256") throw new Error(`papers are signed with SHA-256, not ${algorithm}`);
      const signed = await tokens.sign(key.token, key.label, type, data);
      if (!signed.ok) throw new TokenFailed(signed.reason);
      return signed.value;
    },
  };
}

function algorithmOf({ certificate }: SigningKey) {
  const facts = readCertificate(certificate);
  if (!facts) throw new Error("a signing key with a certificate that cannot be read");
  return facts.algorithm;
}
