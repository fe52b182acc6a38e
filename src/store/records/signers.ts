import type { Sql } from "../database/database.ts";

/** A key that signs for an office. Its certificate and the chain above it are DER; a file key is sealed (documents/keys/key-safe.ts), a token key has the labels to find it by. */
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
} & ({ readonly kind: "file"; readonly sealed: Uint8Array } | { readonly kind: "token"; readonly token: string; readonly label: string });

export type NewKey<Key = StoredKey> = Key extends StoredKey ? Omit<Key, "addedAt" | "retiredAt"> : never;

export async function insertKey(sql: Sql, key: NewKey, at: Date): Promise<void> {
  const [sealed, token, label] = key.kind === "file" ? [key.sealed, null, null] : [null, key.token, key.label];
  await sql`
    insert into signing_keys (office, key, staff, name, kind, private_key, certificate, chain, token_label, key_label, added_at)
    values (${key.office}, ${key.key}, ${key.staff}, ${key.name}, ${key.kind}, ${sealed}, ${key.certificate},
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

/** Private keys that lie as they are, from before keys were sealed. */
export async function listPlainKeys(sql: Sql): Promise<{ office: string; key: string; privateKey: Uint8Array }[]> {
  return sql<{ office: string; key: string; privateKey: Uint8Array }[]>`
    select office, key, private_key as "privateKey" from signing_keys
    where kind = 'file' and substring(private_key from 1 for 4) <> ${Buffer.from("LVK1")}`;
}

/** Puts the sealed key in the place of the plain one. */
export async function saveSealed(sql: Sql, key: { office: string; key: string }, sealed: Uint8Array): Promise<void> {
  await sql`update signing_keys set private_key = ${sealed} where office = ${key.office} and key = ${key.key}`;
}

/** Takes what was overwritten out of the table's file, too. */
export async function forgetOverwritten(sql: Sql): Promise<void> {
  await sql`vacuum full signing_keys`;
}

interface KeyRow {
  office: string;
  key: string;
  staff: string | null;
  name: string;
  kind: "file" | "token";
  sealed: Uint8Array | null;
  certificate: Uint8Array;
  chain: Uint8Array[];
  token: string | null;
  label: string | null;
  addedAt: Date;
  retiredAt: Date | null;
}

function toKey({ kind, sealed, token, label, ...row }: KeyRow): StoredKey {
  return kind === "file" ? { ...row, kind, sealed: sealed ?? new Uint8Array() } : { ...row, kind, token: token ?? "", label: label ?? "" };
}

function columns(sql: Sql) {
  return sql`office, key, staff, name, kind, private_key as sealed, certificate, chain, token_label as token, key_label as label,
    added_at as "addedAt", retired_at as "retiredAt"`;
}
