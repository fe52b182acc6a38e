import type { DossierEvent, LoggedEvent } from "../../domain/dossier/events.ts";
import type { Sql } from "../database/database.ts";

/** Where a dossier lies: the office that owns it, and its random id. */
export interface DossierKey {
  readonly office: string;
  readonly dossier: string;
}

/** What stands beside the log: who may come back to the dossier, and how far the log goes. */
export interface DossierHead extends DossierKey {
  readonly trackingCode: string;
  readonly account: string | null;
  readonly slipSecretHash: string | null;
  readonly sequence: number;
}

/** Opens the log of a new dossier; `false` when the tracking code is taken, and the caller draws another. */
export async function insertDossier(sql: Sql, head: Omit<DossierHead, "sequence">, at: Date): Promise<boolean> {
  const rows = await sql`
    insert into dossiers (office, dossier, tracking_code, account, slip_secret_hash, sequence, created_at)
    values (${head.office}, ${head.dossier}, ${head.trackingCode}, ${head.account}, ${head.slipSecretHash}, 0, ${at})
    on conflict (tracking_code) do nothing returning 1`;
  return rows.length === 1;
}

/** Appends one event behind `head.sequence`. A key that the office has seen before breaks the unique constraint: see findByActKey first. */
export async function appendEvent(sql: Sql, key: DossierKey, logged: LoggedEvent): Promise<void> {
  const { type, ...data } = logged.event;
  await Promise.all([
    sql`
      insert into dossier_events (office, dossier, sequence, at, actor, key, type, data)
      values (${key.office}, ${key.dossier}, ${logged.sequence}, ${logged.at}, ${sql.json({ ...logged.actor })}, ${logged.key}, ${type}, ${sql.json(data as never)})`,
    sql`update dossiers set sequence = ${logged.sequence} where office = ${key.office} and dossier = ${key.dossier}`,
  ]);
}

/** The head, locked until the transaction ends, so that moves on one dossier happen one after the other. */
export async function lockDossier(sql: Sql, key: DossierKey): Promise<DossierHead | null> {
  const [head] = await sql<DossierHead[]>`
    select office, dossier, tracking_code as "trackingCode", account, slip_secret_hash as "slipSecretHash", sequence
    from dossiers where office = ${key.office} and dossier = ${key.dossier} for update`;
  return head ?? null;
}

export async function readHead(sql: Sql, key: DossierKey): Promise<DossierHead | null> {
  const [head] = await sql<DossierHead[]>`
    select office, dossier, tracking_code as "trackingCode", account, slip_secret_hash as "slipSecretHash", sequence
    from dossiers where office = ${key.office} and dossier = ${key.dossier}`;
  return head ?? null;
}

export async function findByTrackingCode(sql: Sql, trackingCode: string): Promise<DossierHead | null> {
  const [head] = await sql<DossierHead[]>`
    select office, dossier, tracking_code as "trackingCode", account, slip_secret_hash as "slipSecretHash", sequence
    from dossiers where tracking_code = ${trackingCode}`;
  return head ?? null;
}

/** New four digits take the place of the old: when the slip of a dossier is printed again. */
export async function saveSlipSecretOf(sql: Sql, key: DossierKey, secretHash: string): Promise<void> {
  await sql`update dossiers set slip_secret_hash = ${secretHash} where office = ${key.office} and dossier = ${key.dossier}`;
}

/** The dossier in which an act with this key was logged, and the event's place: the same act sent again answers the same. */
export async function findByActKey(sql: Sql, office: string, key: string): Promise<(DossierKey & { sequence: number }) | null> {
  const [row] = await sql<(DossierKey & { sequence: number })[]>`
    select office, dossier, sequence from dossier_events where office = ${office} and key = ${key}`;
  return row ?? null;
}

/** The whole log of a dossier in its order; empty when there is none. */
export async function readLog(sql: Sql, key: DossierKey): Promise<LoggedEvent[]> {
  const rows = await sql<EventRow[]>`
    select sequence, at, actor, key, type, data from dossier_events
    where office = ${key.office} and dossier = ${key.dossier} order by sequence`;
  return rows.map(toLoggedEvent);
}

/** The logs of these dossiers of an office, each in its order. */
export async function readLogs(sql: Sql, office: string, dossiers: readonly string[]): Promise<ReadonlyMap<string, LoggedEvent[]>> {
  const rows = await sql<(EventRow & { dossier: string })[]>`
    select dossier, sequence, at, actor, key, type, data from dossier_events
    where office = ${office} and dossier = any(${[...dossiers]}::uuid[]) order by dossier, sequence`;
  return new Map([...Map.groupBy(rows, ({ dossier }) => dossier)].map(([dossier, those]) => [dossier, those.map(toLoggedEvent)]));
}

/** The next dossiers of an office in the order of their ids, locked until the transaction ends; for rebuilding views. */
export async function lockDossiers(sql: Sql, office: string, after: string | null, limit: number): Promise<DossierKey[]> {
  return sql<DossierKey[]>`
    select office, dossier from dossiers where office = ${office} and (${after}::uuid is null or dossier > ${after}::uuid)
    order by dossier limit ${limit} for update`;
}

export async function countDossiers(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }[]>`select count(*) from dossiers`;
  return row?.count ?? 0;
}

export async function listOfAccount(sql: Sql, account: string, limit: number): Promise<DossierHead[]> {
  return sql<DossierHead[]>`
    select office, dossier, tracking_code as "trackingCode", account, slip_secret_hash as "slipSecretHash", sequence
    from dossiers where account = ${account} order by created_at desc limit ${limit}`;
}

interface EventRow {
  sequence: number;
  at: Date;
  actor: LoggedEvent["actor"];
  key: string;
  type: DossierEvent["type"];
  data: object;
}

function toLoggedEvent(row: EventRow): LoggedEvent {
  const event = { type: row.type, ...row.data } as DossierEvent;
  return { sequence: row.sequence, at: row.at.toISOString(), actor: row.actor, key: row.key, event };
}

/** The logs of the dossiers of an office that were lodged between two moments, in the order in which they came, each up to a third moment. */
export async function readLogsLodged(sql: Sql, office: string, from: Date, until: Date, upTo: Date): Promise<LoggedEvent[][]> {
  const rows = await sql<(EventRow & { dossier: string })[]>`
    select event.dossier, event.sequence, event.at, event.actor, event.key, event.type, event.data
    from dossier_events lodged join dossier_events event on event.office = lodged.office and event.dossier = lodged.dossier
    where lodged.office = ${office} and lodged.sequence = 1 and lodged.at >= ${from} and lodged.at < ${until} and event.at < ${upTo}
    order by lodged.at, event.dossier, event.sequence`;
  const logs = new Map<string, LoggedEvent[]>();
  for (const row of rows) logs.set(row.dossier, [...(logs.get(row.dossier) ?? []), toLoggedEvent(row)]);
  return [...logs.values()];
}

/** Which dossiers of an office were lodged from then until before then. */
export async function listLodged(sql: Sql, office: string, from: Date, until: Date): Promise<string[]> {
  const rows = await sql<{ dossier: string }[]>`
    select dossier from dossier_events where office = ${office} and sequence = 1 and at >= ${from} and at < ${until}`;
  return rows.map(({ dossier }) => dossier);
}
