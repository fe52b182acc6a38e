import type { Sql } from "../database/database.ts";

export interface Subscription {
  readonly office: string;
  readonly subscription: string;
  readonly staff: string;
  readonly report: string;
  readonly rhythm: "month" | "quarter";
  readonly email: string;
  readonly confirmedAt: Date | null;
}

export async function insertSubscription(sql: Sql, wanted: Omit<Subscription, "confirmedAt">, tokenHash: Buffer, at: Date): Promise<void> {
  await sql`
    insert into report_subscriptions (office, subscription, staff, report, rhythm, email, token_hash, asked_at)
    values (${wanted.office}, ${wanted.subscription}, ${wanted.staff}, ${wanted.report}, ${wanted.rhythm}, ${wanted.email}, ${tokenHash}, ${at})`;
}

/** What somebody at work wants, the latest first. */
export async function listSubscriptions(sql: Sql, office: string, staff: string): Promise<Subscription[]> {
  return sql<Subscription[]>`
    select ${columns(sql)} from report_subscriptions where office = ${office} and staff = ${staff} and ended_at is null order by asked_at desc`;
}

/** Everybody's that runs; of people who are at work no more nothing runs. */
export async function listRunningSubscriptions(sql: Sql): Promise<Subscription[]> {
  return sql<Subscription[]>`
    select ${columns(sql)} from report_subscriptions where confirmed_at is not null and ended_at is null
      and exists (select 1 from staff where staff.office = report_subscriptions.office and staff.staff = report_subscriptions.staff and disabled_at is null)`;
}

/** The address is theirs; `false` where the token is nobody's, or somebody else's. */
export async function confirmSubscription(sql: Sql, office: string, staff: string, tokenHash: Buffer, at: Date): Promise<boolean> {
  const rows = await sql`
    update report_subscriptions set confirmed_at = coalesce(confirmed_at, ${at})
    where office = ${office} and staff = ${staff} and token_hash = ${tokenHash} and ended_at is null returning 1`;
  return rows.length === 1;
}

/** Ends it, once; `false` where it is nobody's, or somebody else's. */
export async function endSubscription(sql: Sql, office: string, staff: string, subscription: string, at: Date): Promise<boolean> {
  const rows = await sql`
    update report_subscriptions set ended_at = coalesce(ended_at, ${at})
    where office = ${office} and staff = ${staff} and subscription = ${subscription} returning 1`;
  return rows.length === 1;
}

function columns(sql: Sql) {
  return sql`office, subscription, staff, report, rhythm, email, confirmed_at as "confirmedAt"`;
}
