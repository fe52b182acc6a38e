import type { Sql } from "../database/database.ts";

/** A key that signs for an office. Its certificate and the chain above it are DER; a file key holds PKCS#8, a token key the labels to find it by. */
export type StoredKey = {
  readonly office: string;
  readonly key: string;
  /** Whose it is; null for the office's, with which every leader without one of their own signs. */
  readonly staff: string | null;
  readonly name: string;
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
  readonly addedAt: Date;
  readonly retiredAt: Date | null;
} & (
  | { readonly kind: "file"; readonly privateKey: Uint8Array }
  | { readonly kind: "token"; readonly token: string; readonly label: string }
);

type NewKey<Key> = Key extends StoredKey ? Omit<Key, "addedAt" | "retiredAt"> : never;

export async function insertKey(sql: Sql, key: NewKey<StoredKey>, at: Date): Promise<void> {
  const [privateKey, token, label] = key.kind === "file" ? [key.privateKey, null, null] : [null, key.token, key.label];
  await sql`
    insert into signing_keys (office, key, staff, name, kind, private_key, certificate, chain, token_label, key_label, added_at)
    values (${key.office}, ${key.key}, ${key.staff}, ${key.name}, ${key.kind}, ${privateKey}, ${key.certificate},
      ${key.chain.map((link) => `\\x${Buffer.from(link).toString("hex")}`)}::text[]::bytea[], ${token}, ${label}, ${at})`;
}

/** Keys that are not retired with which this member may sign, their own before the office's, the newest first. */
export async function listKeysFor(sql: Sql, office: string, staff: string): Promise<StoredKey[]> {
  const rows = await sql<KeyRow[]>`
    select ${columns(sql)} from signing_keys where office = ${office} and retired_at is null and (staff = ${staff} or staff is null)
    order by staff nulls last, added_at desc`;
  return rows.map(toKey);
}

/** All keys of an office, the retired ones behind. */
export async function listKeys(sql: Sql, office: string): Promise<StoredKey[]> {
  const rows = await sql<KeyRow[]>`
    select ${columns(sql)} from signing_keys where office = ${office} order by retired_at is not null, added_at desc`;
  return rows.map(toKey);
}

/** The key signs no more; what it signed stays signed. `false` when it was retired already or is not there. */
export async function retireKey(sql: Sql, office: string, key: string, at: Date): Promise<boolean> {
  const rows = await sql`
    update signing_keys set retired_at = ${at} where office = ${office} and key = ${key} and retired_at is null returning 1`;
  return rows.length === 1;
}

interface KeyRow {
  office: string;
  key: string;
  staff: string | null;
  name: string;
  kind: "file" | "token";
  privateKey: Uint8Array | null;
  certificate: Uint8Array;
  chain: Uint8Array[];
  token: string | null;
  label: string | null;
  addedAt: Date;
  retiredAt: Date | null;
}

function toKey({ kind, privateKey, token, label, ...row }: KeyRow): StoredKey {
  return kind === "file"
    ? { ...row, kind, privateKey: privateKey ?? new Uint8Array() }
    : { ...row, kind, token: token ?? "", label: label ?? "" };
}

function columns(sql: Sql) {
  return sql`office, key, staff, name, kind, private_key as "privateKey", certificate, chain, token_label as token, key_label as label,
    added_at as "addedAt", retired_at as "retiredAt"`;
}
