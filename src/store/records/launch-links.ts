import type { LaunchPurpose } from "../../domain/point/launch.ts";
import type { Sql } from "../database/database.ts";

/** An outside service that a point offers. */
export interface LaunchLink {
  readonly office: string;
  readonly link: string;
  readonly point: string;
  readonly name: string;
  readonly hint: string;
  /** https only */
  readonly address: string;
  readonly purpose: LaunchPurpose;
  readonly position: number;
}

export async function insertLaunchLink(sql: Sql, link: LaunchLink): Promise<void> {
  await sql`
    insert into launch_links (office, link, point, name, hint, address, purpose, position)
    values (${link.office}, ${link.link}, ${link.point}, ${link.name}, ${link.hint}, ${link.address}, ${link.purpose}, ${link.position})`;
}

export async function listLaunchLinks(sql: Sql, office: string, point: string): Promise<LaunchLink[]> {
  return sql<LaunchLink[]>`
    select office, link, point, name, hint, address, purpose, position from launch_links
    where office = ${office} and point = ${point} and removed_at is null order by position, link`;
}

/** Takes a link from a point's page, once; false when the point never had it. */
export async function removeLaunchLink(sql: Sql, at: { office: string; point: string }, link: string, when: Date): Promise<boolean> {
  const rows = await sql`
    update launch_links set removed_at = coalesce(removed_at, ${when})
    where office = ${at.office} and point = ${at.point} and link = ${link} returning 1`;
  return rows.length === 1;
}
