import type { Sql } from "../database/database.ts";
import type { PointKey } from "./shifts.ts";

/** While a machine says something within this time, it is one hearing. */
const GAP_MS = 5 * 60_000;
/** More often than this nothing is written, however many pages are open on a machine. */
const REST_MS = 40_000;

/** The machine with this cookie was heard from; nothing happens for one that stands nowhere. */
export async function noteHearing(sql: Sql, tokenHash: Uint8Array, at: Date): Promise<void> {
  const since = new Date(at.getTime() - GAP_MS);
  const rested = new Date(at.getTime() - REST_MS);
  await sql`
    with machine as (
      select office, machine, point from point_machines where token_hash = ${tokenHash} and removed_at is null
    ), goes_on as (
      select hearing.office, hearing.machine, hearing.began_at, hearing.last_at from machine_hearings hearing join machine using (office, machine, point)
      where hearing.began_at <= ${at} and hearing.last_at >= ${since}
    ), later as (
      update machine_hearings hearing set last_at = ${at} from goes_on
      where hearing.office = goes_on.office and hearing.machine = goes_on.machine and hearing.began_at = goes_on.began_at and goes_on.last_at < ${rested}
    )
    insert into machine_hearings (office, machine, began_at, point, last_at)
    select office, machine, ${at}, point, ${at} from machine where not exists (select from goes_on)
    on conflict do nothing`;
}

/** From when to when some machine of a point was heard from. */
export interface Hearing extends PointKey {
  readonly beganAt: Date;
  readonly lastAt: Date;
}

/** The hearings of these points that meet a time, the earliest first. */
export async function listHearings(sql: Sql, points: readonly PointKey[], from: Date, to: Date): Promise<Hearing[]> {
  if (points.length === 0) return [];
  return sql<Hearing[]>`
    select office, point, began_at as "beganAt", last_at as "lastAt" from machine_hearings
    where ${atOneOf(sql, points)} and began_at < ${to} and last_at >= ${from} order by began_at`;
}

/** Since when a point's machines are listened to, and until when: null while one of them stands there. A point without a line was never heard from. */
export interface Listening extends PointKey {
  readonly since: Date;
  readonly until: Date | null;
}

export async function listListening(sql: Sql, points: readonly PointKey[]): Promise<Listening[]> {
  if (points.length === 0) return [];
  return sql<Listening[]>`
    select office, point, since, case when stands then null else gone end as until from (
      select office, point, min(began_at) as since from machine_hearings where ${atOneOf(sql, points)} group by 1, 2) heard
    join (
      select office, point, bool_or(removed_at is null) as stands, max(removed_at) as gone from point_machines where ${atOneOf(sql, points)} group by 1, 2) machines
    using (office, point)`;
}

function atOneOf(sql: Sql, points: readonly PointKey[]) {
  return sql`(office, point) in (select * from unnest(${points.map(({ office }) => office)}::text[], ${points.map(({ point }) => point)}::text[]))`;
}
