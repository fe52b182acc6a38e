import { argon2, createHash, randomBytes, randomInt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

const argon2Async = promisify(argon2);

/** Argon2id with the parameters of RFC 9106's second recommendation, scaled to a small machine: 19 MiB, two passes. */
const PARAMETERS = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

/** A password or slip secret as it is stored: parameters, salt and tag in one text. */
export async function hashSecret(secret: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive(secret, nonce);
  return `argon2id$${nonce.toString("base64url")}$${tag.toString("base64url")}`;
}

export async function isSecret(secret: string, stored: string): Promise<boolean> {
  const [scheme, nonce, tag] = stored.split("$");
  if (scheme !== "argon2id" || !nonce || !tag) return false;
  const expected = Buffer.from(tag, "base64url");
  const given = await derive(secret, Buffer.from(nonce, "base64url"));
  return expected.length === given.length && timingSafeEqual(expected, given);
}

/** Four digits for a paper slip. Few, so wrong tries are counted and stopped (see attempts.ts). */
export function newSlipSecret(): string {
  return String(randomInt(10_000)).padStart(4, "0");
}

/** Six digits for a letter or a short message; good for minutes, and wrong tries are counted. */
export function newCode(): string {
  return String(randomInt(1_000_000)).padStart(6, "0");
}

/** A random token for cookies and partners, 256 bits. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Tokens are long and random, so a plain hash suffices to store them. */
export function tokenHash(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

function derive(secret: string, nonce: Buffer): Promise<Buffer> {
  return argon2Async("argon2id", { message: secret.normalize("NFC"), nonce, ...PARAMETERS }) as Promise<Buffer>;
}
