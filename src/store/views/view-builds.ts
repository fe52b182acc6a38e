import type { Sql } from "../database/database.ts";

/** All views together: they are made in one go. */
const ALL = "all";

/** The offices whose views no program has built in this way yet; `before` is the way in which they were built, null when nobody noted one. */
export async function listNotBuilt(sql: Sql, way: number): Promise<{ office: string; before: number | null }[]> {
  return sql<{ office: string; before: number | null }[]>`
    select offices.office, version as before from offices left join view_builds on view_builds.office = offices.office and view = ${ALL}
    where coalesce(version, 0) < ${way} order by 1`;
}

/** Is there a dossier with a log of which statistics know nothing? */
export async function hasUncounted(sql: Sql, office: string): Promise<boolean> {
  const [row] = await sql<{ uncounted: boolean }[]>`
    select exists (
      select from dossiers where office = ${office}
        and not exists (select from dossier_facts facts where facts.office = dossiers.office and facts.dossier = dossiers.dossier)
        and exists (select from dossier_events events where events.office = dossiers.office and events.dossier = dossiers.dossier)) as uncounted`;
  return row?.uncounted ?? false;
}

export async function noteBuilt(sql: Sql, office: string, way: number): Promise<void> {
  await sql`
    insert into view_builds (office, view, version, built_at) values (${office}, ${ALL}, ${way}, now())
    on conflict (office, view) do update set version = excluded.version, built_at = excluded.built_at`;
}
