import type { Apology } from "../../domain/measures/apologies.ts";
import type { Sql } from "../database/database.ts";

/** The apologies that these offices made, of days at the office (YYYY-MM-DD, both included), as the logs have them. */
export async function listApologies(
  sql: Sql,
  { offices, from, to }: { readonly offices: readonly string[]; readonly from: string; readonly to: string },
): Promise<Apology[]> {
  return sql<Apology[]>`
    select to_char(at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD') as day, data->'reasons' as reasons, data->>'words' as words, data->>'step' as step
    from dossier_events
    where office in ${sql([...offices])} and type = 'apologised'
      and at >= (${from}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh' and at < (${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
    order by at`;
}

/** The stretches in which something was away at the points of an office, from an instant on. */
export async function listOutagesSince(sql: Sql, office: string, since: Date): Promise<{ began: Date; ended: Date | null }[]> {
  return sql<{ began: Date; ended: Date | null }[]>`
    select began_at as began, ended_at as ended from outages
    where office = ${office} and kind in ('power', 'internet', 'network') and coalesce(ended_at, 'infinity') >= ${since} order by began_at`;
}
