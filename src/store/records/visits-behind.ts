import type { Sql } from "../database/database.ts";
import type { Behind } from "../views/dossier-facts.ts";

/** A visit as it stands behind a figure; nobody's name. */
export interface VisitBehind {
  readonly office: string;
  readonly visit: string;
  readonly point: string;
  readonly day: string;
  readonly number: number;
  readonly purpose: string;
  readonly state: string;
  readonly helped: boolean;
  readonly peer: boolean;
  /** YYYY-MM-DD on which it was typed in from paper; null for one that was counted as it happened. */
  readonly typedIn: string | null;
}

/** The visits behind a figure, by the same selection that its cells were counted by; the newest first. Of each point no more are read than a page could show. */
export async function listVisitsBehind(sql: Sql, wanted: Behind, page: { limit: number; offset: number }): Promise<VisitBehind[]> {
  return sql<VisitBehind[]>`
    select visits.*, (select (recorded_at at time zone 'Asia/Ho_Chi_Minh')::date from late_visits join late_sheets using (office, sheet)
      where late_visits.office = visits.office and late_visits.visit = visits.visit) as "typedIn"
    from (
      select newest.* from points place cross join lateral (
        select office, visit, point, day, number, purpose, state, helper is not null as helped, peer from visits
        where office = place.office and point = place.point and ${matching(sql, wanted)} order by day desc, number limit ${page.limit + page.offset}) newest
      where place.office in ${sql([...wanted.offices])} ${wanted.point === undefined ? sql`` : sql`and place.point = ${wanted.point}`}
      order by day desc, office, point, number limit ${page.limit} offset ${page.offset}) visits
    order by day desc, office, point, number`;
}

function matching(sql: Sql, { from, to, selection }: Behind) {
  const { kinds, degrees, subjects } = selection;
  return sql`day between ${from} and ${to} and ${
    kinds.includes("late-visit")
      ? sql`exists (select from late_visits where late_visits.office = visits.office and late_visits.visit = visits.visit)`
      : sql`(case when state = 'left' then 'left' else 'visit' end) in ${sql([...kinds])}`
  }
    ${degrees === undefined ? sql`` : sql`and (case when helper is not null then 'guided' when peer then 'peer' else 'alone' end) in ${sql([...degrees])}`}
    ${subjects === undefined ? sql`` : sql`and purpose in ${sql([...subjects])}`}`;
}
