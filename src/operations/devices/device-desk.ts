import { setTimeout as sleep } from "node:timers/promises";
import { ok, type Result, refuse } from "../../base/result.ts";
import { browse } from "../../devices/mdns.ts";
import { type FoundPrinter, findPrinters } from "../../devices/printer/discover.ts";
import { OUTAGE_NAMES, outagesOf } from "../../devices/printer/outages.ts";
import type { PrinterStatus, PrinterTrouble } from "../../devices/printer/printer.ts";
import { readPrinterAddress, writePrinterAddress } from "../../devices/printer/printer-address.ts";
import { PRINTER_REASONS } from "../../devices/printer/states.ts";
import { SUPPLY_COLOURS } from "../../devices/printer/supplies.ts";
import { type Device, insertDevice, listAllDevices, listDevices, removeDevice } from "../../store/records/devices.ts";
import { beginOutage, endOutage, endOutagesBut, listOutages, type OutageLine } from "../../store/records/outages.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { type Problem, problem } from "../problems.ts";
import type { AtPoint } from "../visits/open-visit.ts";

/** A printer of the point with what it says of itself just now. */
export interface DeviceLine {
  readonly device: Device;
  readonly status: Result<PrinterStatus, PrinterTrouble>;
}

export interface DeviceDesk {
  readonly devices: readonly DeviceLine[];
  readonly outages: readonly OutageLine[];
}

const OUTAGES_SHOWN = 20;

/** The point's devices, each asked now, and its outages. What a printer complains of is written down on the way. */
export async function readDeviceDesk(context: Context, place: AtPoint): Promise<DeviceDesk> {
  const { sql } = context.database;
  const printers = (await listDevices(sql, place.office, place.point)).filter(({ kind }) => kind === "printer");
  const devices = await Promise.all(printers.map((device) => lookAt(context, device)));
  return { devices, outages: await listOutages(sql, place.office, place.point, OUTAGES_SHOWN) };
}

/** A printer's state in words, the worst first; and how full its supplies are. */
export function statusWords({ status }: DeviceLine): { readonly sentences: readonly string[]; readonly supplies: readonly string[] } {
  if (!status.ok)
    return { sentences: [TROUBLES[status.reason] ?? "Chưa liên lạc được với máy in. Xin xem nguồn điện và wifi."], supplies: [] };
  const { state, reasons, supplies } = status.value;
  const complaints = reasons.map((reason) => PRINTER_REASONS[reason].sentence);
  const said = { idle: "Sẵn sàng.", printing: "Đang in.", stopped: "Đang dừng." }[state];
  const levels = supplies.flatMap(({ kind, colour, percent }) =>
    percent === null ? [] : [`${SUPPLY_KINDS[kind]}${colour ? ` ${SUPPLY_COLOURS[colour]}` : ""}: ${percent} %`],
  );
  return { sentences: complaints.length > 0 ? complaints : [said], supplies: levels };
}

const SUPPLY_KINDS = { toner: "Mực", ink: "Mực", waste: "Hộp thải", other: "Vật tư" } as const;

const TROUBLES: Partial<Record<PrinterTrouble, string>> = {
  "not-a-printer": "Địa chỉ này không phải máy in. Xin xem lại địa chỉ.",
  "not-local": "Địa chỉ này không ở trong mạng của điểm.",
  "wants-password": "Máy in đòi mật khẩu. Xin tắt mật khẩu in trên máy in.",
  busy: "Máy in đang bận.",
};

/** What an outage is called. */
export function outageName(kind: string): string {
  return { ...OUTAGE_NAMES, ...NOTICED }[kind as keyof typeof NOTICED] ?? kind;
}

/** Adds a printer by the address that somebody typed, or that announced itself. It need not be on. */
export async function addPrinter(context: Context, place: AtPoint, typed: string, name: string): Promise<Result<true, Problem>> {
  const address = readPrinterAddress(typed);
  if (!address.ok) return refuse(problem("printer-address", { fields: { "dia-chi": problem("printer-address").sentence } }));
  const device = { ...place, device: context.newId(), kind: "printer", name: name.trim() || address.value.host } as const;
  const added = await insertDevice(context.database.sql, { ...device, address: writePrinterAddress(address.value) }, context.now());
  return added ? ok(true) : refuse(problem("device-there"));
}

export function takeDeviceAway(context: Context, member: StaffMember, device: string): Promise<void> {
  return removeDevice(context.database.sql, member.office, device, context.now());
}

/** Printers of the network that are awake; two seconds are enough for them to answer. */
export function printersAround(): Promise<FoundPrinter[]> {
  return findPrinters(browse, sleep(LISTENING_MS));
}

const LISTENING_MS = 2_000;

/** What people notice besides what the machines say. */
export const NOTICED = { power: "Mất điện", line: "Mất mạng", paper: "Hết giấy", toner: "Hết mực", other: "Việc khác" } as const;
export type Noticed = keyof typeof NOTICED;

export async function noteOutage(context: Context, member: StaffMember, place: AtPoint, kind: Noticed, note: string): Promise<void> {
  const outage = { ...place, outage: context.newId(), device: null, kind, note: note.trim().slice(0, 300), noticedBy: member.staff };
  await beginOutage(context.database.sql, outage, context.now());
}

export function outageOver(context: Context, member: StaffMember, outage: string): Promise<void> {
  return endOutage(context.database.sql, member.office, outage, context.now());
}

/** Asks every printer how it is, so that the outages log is kept also while nobody looks. */
export async function watchDevices(context: Context): Promise<void> {
  const printers = (await listAllDevices(context.database.sql)).filter(({ kind }) => kind === "printer");
  await Promise.all(printers.map((device) => lookAt(context, device)));
}

async function lookAt(context: Context, device: Device): Promise<DeviceLine> {
  const address = readPrinterAddress(device.address);
  const status: DeviceLine["status"] = address.ok ? await context.printing.status(address.value) : refuse("not-a-printer");
  const { office, point } = device;
  const { sql } = context.database;
  const kinds = outagesOf(status);
  await endOutagesBut(sql, office, device.device, kinds, context.now());
  for (const kind of kinds) {
    await beginOutage(
      sql,
      { office, point, outage: context.newId(), device: device.device, kind, note: "", noticedBy: null },
      context.now(),
    );
  }
  return { device, status };
}
