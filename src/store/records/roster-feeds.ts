import type { Sql } from "../database/database.ts";

/** An address under which a calendar program follows the turns of its owner, or all turns of a point. */
export interface RosterFeed {
  readonly office: string;
  readonly feed: string;
  readonly staff: string;
  readonly point: string | null;
}

/** Makes an address; the same person's earlier one for the same thing stops working. */
export async function insertFeed(sql: Sql, feed: RosterFeed, tokenHash: Uint8Array, at: Date): Promise<void> {
  await sql`
    update roster_feeds set revoked_at = ${at}
    where office = ${feed.office} and staff = ${feed.staff} and point is not distinct from ${feed.point}::text and revoked_at is null`;
  await sql`
    insert into roster_feeds (office, feed, staff, point, token_hash, made_at)
    values (${feed.office}, ${feed.feed}, ${feed.staff}, ${feed.point}, ${tokenHash}, ${at})`;
}

/** The feed behind an address that still works; none when its owner left the office. */
export async function findFeed(sql: Sql, tokenHash: Uint8Array): Promise<RosterFeed | null> {
  const [row] = await sql<RosterFeed[]>`
    select roster_feeds.office, feed, roster_feeds.staff, point from roster_feeds
      join staff on staff.office = roster_feeds.office and staff.staff = roster_feeds.staff
    where token_hash = ${tokenHash} and revoked_at is null and staff.disabled_at is null`;
  return row ?? null;
}

/** The addresses of one person that work. */
export async function listFeeds(sql: Sql, office: string, staff: string): Promise<RosterFeed[]> {
  return sql<RosterFeed[]>`
    select office, feed, staff, point from roster_feeds
    where office = ${office} and staff = ${staff} and revoked_at is null order by point nulls first`;
}

/** Ends an address, once; false when it is none of this person's. */
export async function revokeFeed(sql: Sql, office: string, staff: string, feed: string, at: Date): Promise<boolean> {
  const rows = await sql`
    update roster_feeds set revoked_at = coalesce(revoked_at, ${at}) where office = ${office} and staff = ${staff} and feed = ${feed} returning 1`;
  return rows.length === 1;
}
