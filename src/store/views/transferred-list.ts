import type { Sql } from "../database/database.ts";
import type { DossierKey } from "../records/dossier-log.ts";

/** A dossier that an office handed on. `searchAscii` is folded. */
export interface TransferredLine extends DossierKey {
  readonly transferredAt: Date;
  readonly toOffice: string;
  readonly toName: string;
  readonly procedureName: string;
  readonly applicant: string;
  readonly searchAscii: string;
  readonly trackingCode: string;
  readonly dossierCode: string | null;
}

export async function putTransferredLine(sql: Sql, line: TransferredLine): Promise<void> {
  await sql`
    insert into transferred_list (office, dossier, transferred_at, to_office, to_name, procedure_name, applicant, search_ascii, tracking_code, dossier_code)
    values (${line.office}, ${line.dossier}, ${line.transferredAt}, ${line.toOffice}, ${line.toName}, ${line.procedureName}, ${line.applicant},
      ${line.searchAscii}, ${line.trackingCode}, ${line.dossierCode})
    on conflict do nothing`;
}

/** What an office handed on, the latest first. */
export async function listTransferred(sql: Sql, office: string, limit: number): Promise<TransferredLine[]> {
  return sql<TransferredLine[]>`
    select office, dossier, transferred_at as "transferredAt", to_office as "toOffice", to_name as "toName", procedure_name as "procedureName",
      applicant, search_ascii as "searchAscii", tracking_code as "trackingCode", dossier_code as "dossierCode"
    from transferred_list where office = ${office} order by transferred_at desc limit ${limit}`;
}
