import type { Sql } from "../database/database.ts";
import type { DossierHead, DossierKey } from "./dossier-log.ts";

/** The session proved the dossier's slip: it may see what is kept of it until it ends. */
export async function grantDossier(sql: Sql, tokenHash: Uint8Array, key: DossierKey): Promise<void> {
  await sql`insert into session_dossiers (token_hash, office, dossier) values (${tokenHash}, ${key.office}, ${key.dossier}) on conflict do nothing`;
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
