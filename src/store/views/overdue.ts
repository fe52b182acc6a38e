import type { Sql } from "../database/database.ts";

/**
 * Dossiers that were open and overdue at the end of `asOf`, which lies in the period that ends on `to` (days YYYY-MM-DD), by procedure. One that waits for the citizen now is not
 * overdue; of the past only the day that is promised now is known. What was settled later than the period was settled late.
 */
export async function countOverdue(
  sql: Sql,
  scope: { readonly offices: readonly string[]; readonly point?: string | undefined },
  { to, asOf }: { readonly to: string; readonly asOf: string },
): Promise<{ procedure: string; n: number }[]> {
  if (scope.offices.length === 0) return [];
  const those = sql`
    office in ${sql([...scope.offices])} and received_on <= ${to} and due_on < ${asOf} and not asleep
    ${scope.point === undefined ? sql`` : sql`and point = ${scope.point}`}`;
  const rows = await sql<{ procedure: string; n: number }[]>`
    select procedure, count(*) as n from (
      select procedure from dossier_facts where outcome = 'open' and ${those}
      union all
      select procedure from dossier_facts where timeliness = 'late' and outcome <> 'turned-away' and settled_on > ${to} and ${those}
    ) as overdue
    group by procedure`;
  return [...rows];
}
