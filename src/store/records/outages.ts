import type { Sql } from "../database/database.ts";

export interface OutageLine {
  readonly office: string;
  readonly outage: string;
  readonly point: string;
  readonly device: string | null;
  readonly deviceName: string | null;
  readonly kind: string;
  readonly note: string;
  readonly beganAt: Date;
  readonly endedAt: Date | null;
}

/** Begins an outage; one of a kind and device is open at a time, so noticing it again changes nothing. */
export async function beginOutage(
  sql: Sql,
  outage: Pick<OutageLine, "office" | "outage" | "point" | "device" | "kind" | "note"> & { noticedBy: string | null },
  at: Date,
): Promise<void> {
  await sql`
    insert into outages (office, outage, point, device, kind, note, noticed_by, began_at)
    values (${outage.office}, ${outage.outage}, ${outage.point}, ${outage.device}, ${outage.kind}, ${outage.note}, ${outage.noticedBy}, ${at})
    on conflict do nothing`;
}

/** The point that an outage was noted at; null when it is none of the office's. */
export async function pointOfOutage(sql: Sql, office: string, outage: string): Promise<string | null> {
  const [row] = await sql<{ point: string }[]>`select point from outages where office = ${office} and outage = ${outage}`;
  return row?.point ?? null;
}

/** Ends an outage, once; false when it is none of the office's. */
export async function endOutage(sql: Sql, office: string, outage: string, at: Date): Promise<boolean> {
  const rows = await sql`
    update outages set ended_at = coalesce(ended_at, ${at}) where office = ${office} and outage = ${outage} returning 1`;
  return rows.length === 1;
}

/** Ends a device's outages of all kinds but these: what the machine noticed and does not complain of any more. */
export async function endOutagesBut(sql: Sql, office: string, device: string, kinds: readonly string[], at: Date): Promise<void> {
  await sql`
    update outages set ended_at = ${at}
    where office = ${office} and device = ${device} and ended_at is null and noticed_by is null and not (kind = any (${[...kinds]}))`;
}

/** The outages of a point, the open ones first, then the newest. */
export async function listOutages(sql: Sql, office: string, point: string, limit: number): Promise<OutageLine[]> {
  return sql<OutageLine[]>`
    select outages.office, outage, outages.point, outages.device, devices.name as "deviceName", outages.kind, note, began_at as "beganAt", ended_at as "endedAt"
    from outages left join devices on devices.office = outages.office and devices.device = outages.device
    where outages.office = ${office} and outages.point = ${point} order by ended_at is not null, began_at desc limit ${limit}`;
}

/** The outages of these points that meet some days (YYYY-MM-DD at the office, both included), the newest first. */
export async function listOutagesIn(
  sql: Sql,
  points: readonly { readonly office: string; readonly point: string }[],
  days: { readonly from: string; readonly to: string },
  limit = 50,
): Promise<OutageLine[]> {
  if (points.length === 0) return [];
  return sql<OutageLine[]>`
    select outages.office, outage, outages.point, outages.device, devices.name as "deviceName", outages.kind, note, began_at as "beganAt", ended_at as "endedAt"
    from outages left join devices on devices.office = outages.office and devices.device = outages.device
    where (outages.office, outages.point) in (select * from unnest(${points.map(({ office }) => office)}::text[], ${points.map(({ point }) => point)}::text[]))
      and began_at < (${days.to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
      and coalesce(ended_at, 'infinity') >= (${days.from}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'
    order by began_at desc limit ${limit}`;
}
