import type { Galley } from "../../domain/dossier/galley.ts";
import type { Sql } from "../database/database.ts";
import type { DossierKey } from "../records/dossier-log.ts";

/** A dossier whose galley somebody has to do something about, or that can be proposed because of it. */
export interface GalleyLine extends DossierKey {
  readonly state: Exclude<Galley["state"], "skipped">;
  /** YYYY-MM-DD */
  readonly untilDay: string;
  readonly applicant: string;
  readonly procedureName: string;
}

/** Writes the line of a dossier anew; takes it away when nobody waits for anything. */
export async function putGalleyLine(sql: Sql, key: DossierKey, galley: Galley | null, waitsForProposal: boolean): Promise<void> {
  const shown = galley !== null && galley.until !== null && galley.state !== "skipped" && waitsForProposal;
  if (!shown) await sql`delete from galley_list where office = ${key.office} and dossier = ${key.dossier}`;
  else
    await sql`
      insert into galley_list (office, dossier, state, until_day) values (${key.office}, ${key.dossier}, ${galley.state}, ${galley.until})
      on conflict (office, dossier) do update set state = excluded.state, until_day = excluded.until_day`;
}

/** Those that the officer can do something about first, then by the day on which they close. */
export async function listGalleys(sql: Sql, office: string, limit: number): Promise<GalleyLine[]> {
  return sql<GalleyLine[]>`
    select office, dossier, state, until_day as "untilDay", applicant, procedure_name as "procedureName"
    from galley_list join dossier_list using (office, dossier)
    where office = ${office} order by state = 'out', until_day, dossier limit ${limit}`;
}

/** Galleys on which nobody answered before that day, of all offices. */
export async function listSilent(sql: Sql, today: string, limit: number): Promise<DossierKey[]> {
  return sql<DossierKey[]>`
    select office, dossier from galley_list where state = 'out' and until_day < ${today} order by until_day, office, dossier limit ${limit}`;
}
