import type { Sql } from "../database/database.ts";

export interface PartnerToken {
  readonly token: string;
  readonly name: string;
  readonly scopes: readonly string[];
}

export async function insertPartnerToken(sql: Sql, partner: PartnerToken, tokenHash: Uint8Array, at: Date): Promise<void> {
  await sql`
    insert into partner_tokens (token, name, token_hash, scopes, created_at)
    values (${partner.token}, ${partner.name}, ${tokenHash}, ${[...partner.scopes]}, ${at})`;
}

export async function findPartnerToken(sql: Sql, tokenHash: Uint8Array): Promise<PartnerToken | null> {
  const [row] = await sql<
    PartnerToken[]
  >`select token, name, scopes from partner_tokens where token_hash = ${tokenHash} and revoked_at is null`;
  return row ?? null;
}
