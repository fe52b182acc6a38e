import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { ok, type Result, refuse } from "../../base/result.ts";
import { readSecretFile, type SecretFileProblem, takeOrMakeSecretFile } from "./secret-file.ts";

/**
 * Private keys lie sealed in the database: AES-256-GCM (NIST SP 800-38D) under a secret that is not in it. What was sealed names the secret by an id, so that
 * another secret is told from a changed byte, and is bound to the office and the key that it was sealed for: it opens nowhere else.
 *
 *     "LVK1" · id of the secret (8) · nonce (12) · tag (16) · what was sealed
 */
export interface KeySafe {
  /** Seals a private key; makes the secret when there is none yet. */
  seal(privateKey: Uint8Array, whose: SealedFor): Promise<Result<Uint8Array, SecretFileProblem>>;
  /** What was sealed, whole and for this very key; else why not. */
  open(sealed: Uint8Array, whose: SealedFor): Promise<Result<Uint8Array, SealProblem>>;
}

export interface SealedFor {
  readonly office: string;
  readonly key: string;
}

/** `damaged`: the secret is the right one, what was sealed is not what it was, or stands at another key. */
export type SealProblem = SecretFileProblem | "secret-missing" | "secret-other" | "damaged";

/** Where the secret comes from: a file that is made when it is first needed, or the environment, for programs on several machines. */
export type SecretSource = { readonly path: string } | { readonly secret: Uint8Array };

export function openKeySafe(source: SecretSource): KeySafe {
  return {
    seal: async (privateKey, whose) => {
      const secret = "path" in source ? await takeOrMakeSecretFile(source.path) : ok(source.secret);
      return secret.ok ? ok(sealWith(secret.value, privateKey, whose)) : secret;
    },
    open: async (sealed, whose) => {
      const secret = "path" in source ? await readSecretFile(source.path) : ok(source.secret);
      if (!secret.ok) return secret;
      return secret.value === null ? refuse("secret-missing") : openWith(secret.value, sealed, whose);
    },
  };
}

/** Whether these bytes are a sealed key; a key as it comes (PKCS#8) is a DER sequence and begins otherwise. */
export function isSealed(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, MAGIC.length)).equals(MAGIC);
}

const MAGIC = Buffer.from("LVK1");
const ID_BYTES = 8;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = MAGIC.length + ID_BYTES + NONCE_BYTES + TAG_BYTES;

function sealWith(secret: Uint8Array, privateKey: Uint8Array, whose: SealedFor): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", derive(secret, "sealing", 32), nonce).setAAD(boundTo(whose));
  const sealed = Buffer.concat([cipher.update(privateKey), cipher.final()]);
  return new Uint8Array(Buffer.concat([MAGIC, derive(secret, "id", ID_BYTES), nonce, cipher.getAuthTag(), sealed]));
}

function openWith(secret: Uint8Array, bytes: Uint8Array, whose: SealedFor): Result<Uint8Array, SealProblem> {
  if (!isSealed(bytes) || bytes.length <= HEAD_BYTES) return refuse("damaged");
  const [id, nonce, tag, sealed] = partsOf(Buffer.from(bytes));
  if (!id.equals(derive(secret, "id", ID_BYTES))) return refuse("secret-other");
  const decipher = createDecipheriv("aes-256-gcm", derive(secret, "sealing", 32), nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(boundTo(whose)).setAuthTag(tag);
  try {
    return ok(new Uint8Array(Buffer.concat([decipher.update(sealed), decipher.final()])));
  } catch {
    return refuse("damaged");
  }
}

function partsOf(bytes: Buffer): [id: Buffer, nonce: Buffer, tag: Buffer, sealed: Buffer] {
  const [id, nonce, tag] = [MAGIC.length, MAGIC.length + ID_BYTES, HEAD_BYTES - TAG_BYTES];
  return [bytes.subarray(id, nonce), bytes.subarray(nonce, tag), bytes.subarray(tag, HEAD_BYTES), bytes.subarray(HEAD_BYTES)];
}

/** One secret, a key of its own for each use (RFC 5869). */
function derive(secret: Uint8Array, use: string, bytes: number): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "", `loc-vung signing keys: ${use}`, bytes));
}

/** JSON keeps the two apart whatever stands in them. */
function boundTo({ office, key }: SealedFor): Buffer {
  return Buffer.from(JSON.stringify([office, key]));
}
