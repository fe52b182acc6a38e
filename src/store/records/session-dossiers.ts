import type { Sql } from "../database/database.ts";
import type { DossierHead, DossierKey } from "./dossier-log.ts";

/** The session proved the dossier's slip: it may see what is kept of it until it ends. */
export async function grantDossier(sql: Sql, tokenHash: Uint8Array, key: DossierKey): Promise<void> {
  await sql`insert into session_dossiers (token_hash, office, dossier) values (${tokenHash}, ${key.office}, ${key.dossier}) on conflict do nothing`;
}

/** May the session see a dossier: because it proved the slip, or because it opened the draft that became it? */
export async function maySeeLodged(sql: Sql, tokenHash: Uint8Array, key: DossierKey): Promise<boolean> {
  const rows = await sql`
    select 1 from session_drafts join drafts using (office, draft)
    where token_hash = ${tokenHash} and lodged_office = ${key.office} and lodged_dossier = ${key.dossier}
    union all select 1 from session_dossiers where token_hash = ${tokenHash} and office = ${key.office} and dossier = ${key.dossier}`;
  return rows.length > 0;
}

/** The dossiers that a session proved the slip of or sent itself, the newest first. */
export async function listGrantedDossiers(sql: Sql, tokenHash: Uint8Array): Promise<DossierHead[]> {
  return sql<DossierHead[]>`
    select office, dossier, tracking_code as "trackingCode", account, slip_secret_hash as "slipSecretHash", sequence
    from dossiers where (office, dossier) in (
      select office, dossier from session_dossiers where token_hash = ${tokenHash}
      union select lodged_office, lodged_dossier from session_drafts join drafts using (office, draft)
        where token_hash = ${tokenHash} and lodged_dossier is not null)
    order by created_at desc`;
}
