import type { Status } from "../../domain/dossier/status.ts";
import type { Sql } from "../database/database.ts";
import type { DossierKey } from "../records/dossier-log.ts";

/** A dossier that was found, whether it is open, over, or was handed on (`toName`). */
export interface FoundDossier extends DossierKey {
  readonly applicant: string;
  readonly procedureName: string;
  readonly code: string;
  readonly status: Status | null;
  readonly toName: string | null;
  readonly at: Date;
}

/** All dossiers of an office, open, over or handed on, that hold all these folded words; the newest first. */
export async function findEverywhere(sql: Sql, office: string, words: readonly string[], limit: number): Promise<FoundDossier[]> {
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, "\\$&")}%`);
  return sql<FoundDossier[]>`
    select office, dossier, applicant, procedure_name as "procedureName", coalesce(dossier_code, tracking_code) as code, status,
      null::text as "toName", lodged_at as at
    from dossier_list where office = ${office} and search_ascii like all (${patterns})
    union all
    select office, dossier, applicant, procedure_name, coalesce(dossier_code, tracking_code), null, to_name, transferred_at
    from transferred_list where office = ${office} and search_ascii like all (${patterns})
    order by at desc, dossier limit ${limit}`;
}
