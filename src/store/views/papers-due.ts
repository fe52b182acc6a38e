import type { Sql } from "../database/database.ts";
import type { DossierKey } from "../records/dossier-log.ts";

/** The dossier is finished, its papers are still there: their time runs from its end. */
export async function putPapersDue(sql: Sql, key: DossierKey, endedAt: Date): Promise<void> {
  await sql`insert into papers_due (office, dossier, ended_at) values (${key.office}, ${key.dossier}, ${endedAt}) on conflict do nothing`;
}

export async function dropPapersDue(sql: Sql, key: DossierKey): Promise<void> {
  await sql`delete from papers_due where office = ${key.office} and dossier = ${key.dossier}`;
}

/**
 * Finished dossiers of these offices whose papers' time is over: ended before `before`, or before `beforeAgreed` where the person agreed to a longer time. None that is held
 * back, about which somebody said something that nobody answered, or asked for something that is still owed.
 */
export async function listPapersDue(
  sql: Sql,
  offices: readonly string[],
  before: Date,
  beforeAgreed: Date,
  limit: number,
): Promise<(DossierKey & { agreed: boolean })[]> {
  return sql<(DossierKey & { agreed: boolean })[]>`
    select office, dossier, agreed from (${due(sql, before, beforeAgreed)}) as due
    where office = any(${[...offices]}) order by ended_at limit ${limit}`;
}

/** How many that will be, by office and kind. */
export async function countPapersDue(
  sql: Sql,
  before: Date,
  beforeAgreed: Date,
): Promise<{ office: string; agreed: boolean; count: number }[]> {
  return sql<{ office: string; agreed: boolean; count: number }[]>`
    select office, agreed, count(*)::int as count from (${due(sql, before, beforeAgreed)}) as due group by office, agreed`;
}

function due(sql: Sql, before: Date, beforeAgreed: Date) {
  return sql`
    select * from (
      select papers_due.office, papers_due.dossier, ended_at, exists (
        select 1 from consents where purpose = 'copy' and withdrawn_at is null and consents.office = papers_due.office
          and (consents.dossier = papers_due.dossier or consents.account = dossiers.account)) as agreed
      from papers_due join dossiers using (office, dossier)
      where ended_at < ${before}
        and not exists (select 1 from legal_holds where legal_holds.office = papers_due.office and legal_holds.dossier = papers_due.dossier
          and legal_holds.ended_at is null)
        and not exists (select 1 from feedback where feedback.office = papers_due.office and feedback.dossier = papers_due.dossier
          and answered_at is null and (words <> '' or voice_sha256 is not null))
        and not exists (select 1 from personal_requests where personal_requests.office = papers_due.office
          and personal_requests.dossier = papers_due.dossier and answered_at is null)) as candidate
    where not agreed or ended_at < ${beforeAgreed}`;
}
