import { ok, type Result, refuse } from "../../base/result.ts";
import type { SealProblem } from "../../documents/keys/key-safe.ts";
import type { SigningKey } from "../../documents/keys/signing-key.ts";
import type { SigningTools } from "../../documents/signature.ts";
import type { Sql } from "../../store/database/database.ts";
import { forgetOverwritten, insertKey, listPlainKeys, type StoredKey, saveSealed } from "../../store/records/signers.ts";
import type { Context } from "../context.ts";
import { type Problem, problem } from "../problems.ts";

/** What keeping and opening keys needs of the context. */
export interface WithSafe {
  readonly signing: Pick<SigningTools, "safe">;
}

/** Whose a key is. */
export type KeyHolder = Pick<StoredKey, "office" | "key" | "staff" | "name">;

/** Writes a key down; what came out of a file is sealed first. */
export async function keepKey(
  { signing, now }: WithSafe & Pick<Context, "now">,
  sql: Sql,
  whose: KeyHolder,
  key: SigningKey,
): Promise<Result<true, Problem>> {
  if (key.kind === "token") {
    await insertKey(sql, { ...whose, ...key }, now());
    return ok(true);
  }
  const sealed = await signing.safe.seal(key.privateKey, whose);
  if (!sealed.ok) return refuse(problem("key-secret-unusable"));
  await insertKey(sql, { ...whose, kind: "file", sealed: sealed.value, certificate: key.certificate, chain: key.chain }, now());
  return ok(true);
}

/** The key as it signs; never anything but the very key that was sealed. */
export async function openKey({ signing }: WithSafe, stored: StoredKey): Promise<Result<SigningKey, SealProblem>> {
  if (stored.kind === "token") return ok(stored);
  const opened = await signing.safe.open(stored.sealed, stored);
  return opened.ok ? ok({ kind: "file", privateKey: opened.value, certificate: stored.certificate, chain: stored.chain }) : opened;
}

/**
 * Seals the keys that lie as they are since before keys were sealed. Runs at each start and finds nothing after the first. Where the secret cannot be used,
 * the program starts all the same, and signs with no file key until it can.
 */
export async function sealPlainKeys(
  { database, signing }: WithSafe & Pick<Context, "database">,
  progress: (sentence: string) => void,
): Promise<void> {
  const plain = await listPlainKeys(database.sql);
  if (plain.length === 0) return;
  for (const { privateKey, ...whose } of plain) {
    const sealed = await signing.safe.seal(privateKey, whose);
    if (!sealed.ok) return progress(problem("key-secret-unusable").sentence);
    await saveSealed(database.sql, whose, sealed.value);
  }
  await forgetOverwritten(database.sql);
  progress(`Đã mã hóa ${plain.length} khóa ký trong cơ sở dữ liệu. Xin sao lưu cả tệp signing-secret của thư mục dữ liệu.`);
}
