import type { Selection } from "../../domain/measures/cells.ts";
import type { DossierFacts } from "../../domain/measures/facts.ts";
import type { Sql } from "../database/database.ts";
import type { DossierKey } from "../records/dossier-log.ts";

/** Writes what statistics know of a dossier; the tallies follow by themselves. */
export async function putDossierFacts(sql: Sql, key: DossierKey, facts: DossierFacts): Promise<void> {
  await sql`
    insert into dossier_facts (office, dossier, procedure, channel, point, degree, received_on, outcome, settled_on, took, timeliness, due_on, asleep, supplemented)
    values (${key.office}, ${key.dossier}, ${facts.procedure}, ${facts.channel}, ${facts.point ?? ""}, ${facts.degree}, ${facts.receivedOn}, ${facts.outcome},
      ${facts.settledOn}, ${facts.tookDays}, ${facts.timeliness}, ${facts.dueOn}, ${facts.asleep}, ${facts.supplemented})
    on conflict (office, dossier) do update set procedure = excluded.procedure, channel = excluded.channel, point = excluded.point,
      received_on = excluded.received_on, degree = excluded.degree, outcome = excluded.outcome, settled_on = excluded.settled_on, took = excluded.took,
      timeliness = excluded.timeliness, due_on = excluded.due_on, asleep = excluded.asleep, supplemented = excluded.supplemented`;
}

/** Takes a dossier out of the figures: it went on at another office, and is counted there. */
export async function takeDossierFactsAway(sql: Sql, key: DossierKey): Promise<void> {
  await sql`delete from dossier_facts where office = ${key.office} and dossier = ${key.dossier}`;
}

/** Which dossiers, of which days (YYYY-MM-DD, both included). `point` narrows to one point. */
export interface Behind {
  readonly offices: readonly string[];
  readonly point?: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly selection: Selection;
  /** The day (YYYY-MM-DD) on which what is open is judged late. */
  readonly today?: string;
}

export interface DossierBehind extends DossierKey {
  readonly dossierCode: string | null;
  readonly trackingCode: string;
  readonly procedure: string;
  readonly procedureName: string;
  readonly applicant: string;
  readonly channel: string;
  readonly point: string;
  readonly degree: string;
  readonly receivedOn: string;
  readonly settledOn: string | null;
  readonly timeliness: string | null;
  readonly dueOn: string;
}

/** The dossiers behind a figure, by the same selection that its cells were counted by; the newest first. Of each office no more are read than a page could show. */
export async function listBehind(sql: Sql, wanted: Behind, page: { limit: number; offset: number }): Promise<DossierBehind[]> {
  return sql<DossierBehind[]>`
    select facts.office, facts.dossier, list.dossier_code as "dossierCode", list.tracking_code as "trackingCode", facts.procedure,
      list.procedure_name as "procedureName", list.applicant, facts.channel, facts.point, facts.degree, facts.received_on as "receivedOn",
      facts.settled_on as "settledOn", facts.timeliness, facts.due_on as "dueOn"
    from (
      select newest.* from unnest(${[...wanted.offices]}::text[]) as counted (counted_office) cross join lateral (
        select * from dossier_facts facts where office = counted_office and received_on <= ${lastDay(wanted)} and ${matching(sql, wanted)}
        order by received_on desc, dossier limit ${page.limit + page.offset}) newest
      order by received_on desc, office, dossier limit ${page.limit} offset ${page.offset}) facts
    join dossier_list list using (office, dossier)
    order by facts.received_on desc, facts.office, facts.dossier`;
}

/** What was received or settled until a day was received until that day; what stands now, whenever. */
function lastDay({ selection: { kinds }, to }: Behind): string {
  return kinds.some((kind) => kind === "open" || kind === "overdue" || kind === "asleep") ? "9999-12-31" : to;
}

export async function countBehind(sql: Sql, wanted: Behind): Promise<number> {
  const [row] = await sql<
    { count: number }[]
  >`select count(*) from dossier_facts facts where office in ${sql([...wanted.offices])} and ${matching(sql, wanted)}`;
  return row?.count ?? 0;
}

/** Open dossiers whose promised day lies before `day`, while the clock runs: late and not settled yet. And all that are open. */
export async function countOpen(
  sql: Sql,
  scope: { readonly offices: readonly string[]; readonly point?: string | undefined },
  day: string,
): Promise<{ open: number; overdue: number; asleep: number }> {
  const [row] = await sql<{ open: number; overdue: number; asleep: number }[]>`
    select count(*) as open, count(*) filter (where due_on < ${day} and not asleep) as overdue, count(*) filter (where asleep) as asleep
    from dossier_facts facts where office in ${sql([...scope.offices])} and outcome = 'open' ${atPoint(sql, scope.point)}`;
  return row ?? { open: 0, overdue: 0, asleep: 0 };
}

/** Days in the funnel of deadlines: how many open dossiers are due on which day; the late ones first. */
export async function countByDueDay(
  sql: Sql,
  scope: { readonly offices: readonly string[]; readonly point?: string | undefined },
): Promise<{ day: string; n: number }[]> {
  return sql<{ day: string; n: number }[]>`
    select due_on as day, count(*) as n from dossier_facts facts
    where office in ${sql([...scope.offices])} and outcome = 'open' and not asleep ${atPoint(sql, scope.point)} group by due_on order by due_on`;
}

function matching(sql: Sql, { point, from, to, selection, today = to }: Behind) {
  const { channel, atPoint: some, degrees, subjects } = selection;
  return sql`(${ofKinds(sql, selection, from, to, today)}) ${atPoint(sql, point)}
    ${channel === undefined ? sql`` : sql`and facts.channel = ${channel}`}
    ${some === undefined ? sql`` : some ? sql`and facts.point <> ''` : sql`and facts.point = ''`}
    ${degrees === undefined ? sql`` : sql`and facts.degree in ${sql([...degrees])}`}
    ${subjects === undefined ? sql`` : sql`and facts.procedure in ${sql([...subjects])}`}`;
}

function atPoint(sql: Sql, point: string | undefined) {
  return point === undefined ? sql`` : sql`and facts.point = ${point}`;
}

/** The kinds of cells, said of facts: what add_cells counts, the other way round. */
function ofKinds(sql: Sql, { kinds }: Selection, from: string, to: string, today: string) {
  return kinds
    .map((kind) => {
      switch (kind) {
        case "received":
          return sql`(facts.received_on between ${from} and ${to} and facts.outcome <> 'turned-away')`;
        case "turned-away":
          return sql`(facts.received_on between ${from} and ${to} and facts.outcome = 'turned-away')`;
        case "supplemented":
          return sql`(facts.received_on between ${from} and ${to} and facts.outcome <> 'turned-away' and facts.supplemented)`;
        case "issued":
          return sql`(facts.settled_on between ${from} and ${to} and facts.outcome = 'issued')`;
        case "settled-early":
        case "settled-on-day":
        case "settled-late":
          return sql`(facts.settled_on between ${from} and ${to} and facts.outcome in ('issued', 'stopped', 'withdrawn')
            and facts.timeliness = ${kind.slice("settled-".length)})`;
        case "open":
          return sql`facts.outcome = 'open'`;
        case "overdue":
          return sql`(facts.outcome = 'open' and facts.due_on < ${today} and not facts.asleep)`;
        case "asleep":
          return sql`(facts.outcome = 'open' and facts.asleep)`;
        default:
          return sql`false`;
      }
    })
    .reduce((one, other) => sql`${one} or ${other}`);
}
