import type { Sql } from "../database/database.ts";
import type { DossierKey } from "./dossier-log.ts";

export interface LegalHold extends DossierKey {
  readonly hold: string;
  readonly reason: string;
  readonly begunAt: Date;
  readonly trackingCode: string;
}

/** False when the dossier is held already. */
export async function insertHold(
  sql: Sql,
  key: DossierKey,
  hold: { hold: string; reason: string; by: string },
  at: Date,
): Promise<boolean> {
  const rows = await sql`
    insert into legal_holds (office, hold, dossier, reason, begun_by, begun_at)
    values (${key.office}, ${hold.hold}, ${key.dossier}, ${hold.reason}, ${hold.by}, ${at}) on conflict do nothing returning 1`;
  return rows.length === 1;
}

export async function endHold(sql: Sql, key: { office: string; hold: string }, by: string, at: Date): Promise<boolean> {
  const rows = await sql`
    update legal_holds set ended_by = ${by}, ended_at = ${at} where office = ${key.office} and hold = ${key.hold} and ended_at is null returning 1`;
  return rows.length === 1;
}

/** What is held back now, the oldest first. */
export async function listHolds(sql: Sql, office: string): Promise<LegalHold[]> {
  return sql<LegalHold[]>`
    select office, dossier, hold, reason, begun_at as "begunAt", tracking_code as "trackingCode"
    from legal_holds join dossiers using (office, dossier) where office = ${office} and ended_at is null order by begun_at`;
}

export async function isHeld(sql: Sql, key: DossierKey): Promise<boolean> {
  const rows = await sql`select 1 from legal_holds where office = ${key.office} and dossier = ${key.dossier} and ended_at is null`;
  return rows.length > 0;
}
