import type { AliveCount } from "../../domain/reports/form-ii06a.ts";
import type { Sql } from "../database/database.ts";

/**
 * The dossiers that were alive in a period (days YYYY-MM-DD, both included): how each came in, and how it stood at the end of `asOf`, which lies in the period. A
 * dossier that waits for the citizen now is not overdue; of the past only the day that is promised now is known.
 */
export async function countAlive(
  sql: Sql,
  scope: { readonly offices: readonly string[]; readonly point?: string | undefined },
  { from, to, asOf }: { readonly from: string; readonly to: string; readonly asOf: string },
): Promise<AliveCount[]> {
  if (scope.offices.length === 0) return [];
  const rows = await sql<AliveCount[]>`
    select procedure,
      case when received_on < ${from} then 'carried' when channel = 'online' then 'online' else 'paper' end as arrival,
      case when settled_on <= ${to} then timeliness when due_on < ${asOf} and not asleep then 'overdue' else 'within' end as standing,
      count(*) as n
    from dossier_facts
    where office in ${sql([...scope.offices])} and received_on <= ${to} and outcome <> 'turned-away' and (outcome = 'open' or settled_on >= ${from})
      ${scope.point === undefined ? sql`` : sql`and point = ${scope.point}`}
    group by 1, 2, 3`;
  return rows.map((row) => ({ ...row }));
}
