import type { Sql } from "../database/database.ts";

/** The key file with which an office signs its results. */
export interface OfficeSigner {
  readonly name: string;
  readonly pkcs12: Uint8Array;
  readonly passphrase: string;
  readonly practice: boolean;
}

export async function insertSigner(
  sql: Sql,
  office: string,
  signer: string,
  staff: string | null,
  key: OfficeSigner,
  at: Date,
): Promise<void> {
  await sql`
    insert into office_signers (office, signer, staff, name, pkcs12, passphrase, practice, created_at)
    values (${office}, ${signer}, ${staff}, ${key.name}, ${key.pkcs12}, ${key.passphrase}, ${key.practice}, ${at})`;
}

/** The newest key of the office; null where none was entered yet. */
export async function readSigner(sql: Sql, office: string): Promise<OfficeSigner | null> {
  const [row] = await sql<OfficeSigner[]>`
    select name, pkcs12, passphrase, practice from office_signers where office = ${office} order by created_at desc limit 1`;
  return row ?? null;
}
