import type { Sql } from "../database/database.ts";

/** The seal of an office's day: how much happened, the roots over it, and the seal of the day before in it. */
export interface DaySeal {
  readonly office: string;
  /** YYYY-MM-DD at the office */
  readonly day: string;
  readonly events: number;
  readonly eventsRoot: string;
  readonly accesses: number;
  readonly accessesRoot: string;
  readonly prev: string | null;
  readonly seal: string;
}

export async function insertSeal(sql: Sql, seal: DaySeal, at: Date): Promise<void> {
  await sql`
    insert into day_seals (office, day, events, events_root, accesses, accesses_root, prev, seal, sealed_at)
    values (${seal.office}, ${seal.day}, ${seal.events}, ${seal.eventsRoot}, ${seal.accesses}, ${seal.accessesRoot}, ${seal.prev}, ${seal.seal}, ${at})
    on conflict do nothing`;
}

export async function listSeals(sql: Sql, office: string): Promise<DaySeal[]> {
  return sql<DaySeal[]>`
    select office, day, events, events_root as "eventsRoot", accesses, accesses_root as "accessesRoot", prev, seal
    from day_seals where office = ${office} order by day`;
}

export async function readLastSeal(sql: Sql, office: string): Promise<DaySeal | null> {
  const [seal] = await sql<DaySeal[]>`
    select office, day, events, events_root as "eventsRoot", accesses, accesses_root as "accessesRoot", prev, seal
    from day_seals where office = ${office} order by day desc limit 1`;
  return seal ?? null;
}

/** The moment of the office's first event; null while there is none. */
export async function firstEventAt(sql: Sql, office: string): Promise<Date | null> {
  const [row] = await sql<{ at: Date | null }[]>`select min(at) as at from dossier_events where office = ${office}`;
  return row?.at ?? null;
}

/** The hashes of the events between two moments, in an order that never changes. */
export async function eventHashes(sql: Sql, office: string, from: Date, until: Date): Promise<string[]> {
  const rows = await sql<{ sha256: string }[]>`
    select sha256 from dossier_events where office = ${office} and at >= ${from} and at < ${until} order by dossier, sequence`;
  return rows.map(({ sha256 }) => sha256);
}

/** Who looked at what between two moments, a line each, in an order that never changes. */
export async function accessLines(sql: Sql, office: string, from: Date, until: Date): Promise<string[]> {
  const rows = await sql<{ line: string }[]>`
    select concat_ws(' ', access, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), staff, dossier, what, reason) as line
    from access_log where office = ${office} and at >= ${from} and at < ${until} order by access`;
  return rows.map(({ line }) => line);
}

/** An event as its hash is made of: each part as text. */
export interface ChainedEvent {
  readonly dossier: string;
  readonly sequence: number;
  readonly parts: readonly string[];
  readonly prevSha256: string | null;
  readonly sha256: string;
}

/** The events of an office behind that place, dossier by dossier. */
export async function listChained(
  sql: Sql,
  office: string,
  after: { readonly dossier: string; readonly sequence: number },
  limit: number,
): Promise<ChainedEvent[]> {
  return sql<ChainedEvent[]>`
    select dossier, sequence, prev_sha256 as "prevSha256", sha256,
      array[office, dossier::text, sequence::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), actor::text, key, type, data::text] as parts
    from dossier_events where office = ${office} and (dossier, sequence) > (${after.dossier}::uuid, ${after.sequence})
    order by dossier, sequence limit ${limit}`;
}

/** Dossiers whose head names another last event than their log has. */
export async function listWrongHeads(sql: Sql, office: string): Promise<{ dossier: string; sequence: number }[]> {
  return sql<{ dossier: string; sequence: number }[]>`
    select dossier, sequence from dossiers
    where office = ${office} and sequence <> (select coalesce(max(sequence), 0) from dossier_events
      where dossier_events.office = dossiers.office and dossier_events.dossier = dossiers.dossier)
    order by dossier limit 1`;
}
