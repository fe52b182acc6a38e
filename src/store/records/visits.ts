import type { Purpose, VisitMove, VisitState } from "../../domain/point/visit.ts";
import { VISIT_MOVES } from "../../domain/point/visit.ts";
import type { Sql } from "../database/database.ts";

export interface VisitKey {
  readonly office: string;
  readonly visit: string;
}

export interface Visit extends VisitKey {
  readonly point: string;
  /** YYYY-MM-DD at the office */
  readonly day: string;
  readonly number: number;
  readonly purpose: Purpose;
  readonly state: VisitState;
  readonly openedBy: "visitor" | "helper";
  readonly visitorName: string | null;
  readonly peer: boolean;
  readonly helper: string | null;
  readonly helperName: string | null;
  readonly openedAt: Date;
  readonly servedAt: Date | null;
  /** Since when somebody who sits alone calls for a helper. */
  readonly asksSince: Date | null;
  readonly endedAt: Date | null;
}

export async function insertVisit(sql: Sql, visit: Omit<Visit, "helperName" | "asksSince" | "endedAt">): Promise<void> {
  await sql`
    insert into visits (office, point, visit, day, number, purpose, state, opened_by, visitor_name, peer, helper, opened_at, served_at)
    values (${visit.office}, ${visit.point}, ${visit.visit}, ${visit.day}, ${visit.number}, ${visit.purpose}, ${visit.state}, ${visit.openedBy},
      ${visit.visitorName}, ${visit.peer}, ${visit.helper}, ${visit.openedAt}, ${visit.servedAt})`;
}

export async function readVisit(sql: Sql, key: VisitKey): Promise<Visit | null> {
  const [row] = await sql<Visit[]>`
    select ${columns(sql)} from visits left join staff on staff.office = visits.office and staff.staff = visits.helper
    where visits.office = ${key.office} and visit = ${key.visit}`;
  return row ?? null;
}

/** The open visits of a point in the order of their numbers. */
export async function listOpenVisits(sql: Sql, office: string, point: string): Promise<Visit[]> {
  return sql<Visit[]>`
    select ${columns(sql)} from visits left join staff on staff.office = visits.office and staff.staff = visits.helper
    where visits.office = ${office} and point = ${point} and ended_at is null order by day, number`;
}

/** The visits that waited and were called, the newest first: what the call screen shows. */
export async function listCalled(sql: Sql, office: string, point: string, day: string, limit: number): Promise<Visit[]> {
  return sql<Visit[]>`
    select ${columns(sql)} from visits left join staff on staff.office = visits.office and staff.staff = visits.helper
    where visits.office = ${office} and point = ${point} and day = ${day} and served_at > opened_at
    order by served_at desc limit ${limit}`;
}

/** How many visits of a point's day stand in each state. */
export async function countVisits(sql: Sql, office: string, point: string, day: string): Promise<{ state: VisitState; count: number }[]> {
  return sql<{ state: VisitState; count: number }[]>`
    select state, count(*) from visits where office = ${office} and point = ${point} and day = ${day} group by state`;
}

/**
 * Moves a visit if it still stands where the move starts, in one statement, so that of two helpers one wins. Answers whether it moved. A taken-over visit
 * changes its helper only.
 */
export async function moveVisit(sql: Sql, key: VisitKey, move: VisitMove, helper: string | null, at: Date): Promise<boolean> {
  const { from, to } = VISIT_MOVES[move];
  const ends = to === "done" || to === "left";
  const rows = await sql`
    update visits set state = ${to}, helper = coalesce(${helper}::uuid, helper),
      served_at = case when ${to === "helped"} then coalesce(served_at, ${at}) else served_at end,
      ended_at = case when ${ends} then ${at} else ended_at end, asks_since = null
    where office = ${key.office} and visit = ${key.visit} and state in ${sql([...from])} returning 1`;
  return rows.length === 1;
}

export async function saveVisitorName(sql: Sql, key: VisitKey, name: string): Promise<void> {
  await sql`update visits set visitor_name = ${name} where office = ${key.office} and visit = ${key.visit} and ended_at is null`;
}

export async function savePurpose(sql: Sql, key: VisitKey, purpose: Purpose): Promise<void> {
  await sql`update visits set purpose = ${purpose} where office = ${key.office} and visit = ${key.visit} and ended_at is null`;
}

export async function savePeer(sql: Sql, key: VisitKey, peer: boolean): Promise<void> {
  await sql`update visits set peer = ${peer} where office = ${key.office} and visit = ${key.visit} and ended_at is null`;
}

/** Somebody in the visit calls for a helper; calling again changes nothing. */
export async function saveAsking(sql: Sql, key: VisitKey, at: Date): Promise<void> {
  await sql`
    update visits set asks_since = coalesce(asks_since, ${at})
    where office = ${key.office} and visit = ${key.visit} and state in ('alone', 'helped')`;
}

/** Visits that nobody ended, begun before this instant, are over: whoever was waiting had left. */
export async function endForgottenVisits(sql: Sql, before: Date, at: Date): Promise<VisitKey[]> {
  return sql<VisitKey[]>`
    update visits set state = case when state = 'waiting' then 'left' else 'done' end, ended_at = ${at}
    where ended_at is null and opened_at < ${before} returning office, visit`;
}

/** A small thing that was done in the visit. */
export async function insertService(
  sql: Sql,
  key: VisitKey,
  service: { service: string; kind: "print" | "copy" | "scan" | "phone-photo" | "launch"; pages: number; purpose?: Purpose },
  at: Date,
): Promise<void> {
  await sql`
    insert into visit_services (office, service, visit, kind, pages, purpose, at)
    values (${key.office}, ${service.service}, ${key.visit}, ${service.kind}, ${service.pages}, ${service.purpose ?? null}, ${at})`;
}

function columns(sql: Sql) {
  return sql`visits.office, point, visit, day, number, purpose, state, opened_by as "openedBy", visitor_name as "visitorName", peer, helper,
    staff.name as "helperName", opened_at as "openedAt", served_at as "servedAt", asks_since as "asksSince", ended_at as "endedAt"`;
}
