import type { Sql } from "../database/database.ts";

/** The key with which an office signs its results: PKCS#8, the certificate and the chain above it, all DER. */
export interface OfficeSigner {
  readonly name: string;
  readonly privateKey: Uint8Array;
  readonly certificate: Uint8Array;
  readonly chain: readonly Uint8Array[];
}

export async function insertSigner(sql: Sql, office: string, signer: string, key: OfficeSigner, at: Date): Promise<void> {
  await sql`
    insert into office_signers (office, signer, name, private_key, certificate, chain, created_at)
    values (${office}, ${signer}, ${key.name}, ${key.privateKey}, ${key.certificate}, ${key.chain.map((link) => `\\x${Buffer.from(link).toString("hex")}`)}::text[]::bytea[], ${at})`;
}

/** The newest key of the office; null where none was entered yet. */
export async function readSigner(sql: Sql, office: string): Promise<OfficeSigner | null> {
  const [row] = await sql<OfficeSigner[]>`
    select name, private_key as "privateKey", certificate, chain from office_signers where office = ${office} order by created_at desc limit 1`;
  return row ?? null;
}
