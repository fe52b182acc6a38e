import type { Sql } from "../database/database.ts";

export interface Device {
  readonly office: string;
  readonly device: string;
  readonly point: string;
  readonly kind: "printer" | "scanner";
  readonly name: string;
  readonly address: string;
}

/** Keeps a device; false when it stands at the point already. */
export async function insertDevice(sql: Sql, device: Device, at: Date): Promise<boolean> {
  const rows = await sql`
    insert into devices (office, device, point, kind, name, address, added_at)
    values (${device.office}, ${device.device}, ${device.point}, ${device.kind}, ${device.name}, ${device.address}, ${at})
    on conflict do nothing returning 1`;
  return rows.length === 1;
}

export async function listDevices(sql: Sql, office: string, point: string): Promise<Device[]> {
  return sql<Device[]>`
    select office, device, point, kind, name, address from devices
    where office = ${office} and point = ${point} and removed_at is null order by kind, added_at`;
}

/** All devices of all points, for the watch. */
export async function listAllDevices(sql: Sql): Promise<Device[]> {
  return sql<Device[]>`select office, device, point, kind, name, address from devices where removed_at is null order by office, point`;
}

/** The point at which a device stands, or stood; null when the office never had it. */
export async function pointOfDevice(sql: Sql, office: string, device: string): Promise<string | null> {
  const [row] = await sql<{ point: string }[]>`select point from devices where office = ${office} and device = ${device}`;
  return row?.point ?? null;
}

/** Takes a device away, once; false when the office never had it. */
export async function removeDevice(sql: Sql, office: string, device: string, at: Date): Promise<boolean> {
  const rows = await sql`
    update devices set removed_at = coalesce(removed_at, ${at}) where office = ${office} and device = ${device} returning 1`;
  return rows.length === 1;
}
