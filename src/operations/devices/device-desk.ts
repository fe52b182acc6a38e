import { setTimeout as sleep } from "node:timers/promises";
import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { findLocalAddress } from "../../devices/address.ts";
import { browse } from "../../devices/mdns.ts";
import { findPrinters } from "../../devices/printer/discover.ts";
import { OUTAGE_NAMES, outagesOf } from "../../devices/printer/outages.ts";
import type { PrinterStatus, PrinterTrouble } from "../../devices/printer/printer.ts";
import { readPrinterAddress, writePrinterAddress } from "../../devices/printer/printer-address.ts";
import { PRINTER_REASONS } from "../../devices/printer/states.ts";
import { SUPPLY_COLOURS } from "../../devices/printer/supplies.ts";
import { createScanner } from "../../devices/scanner/client.ts";
import { findScanners } from "../../devices/scanner/discover.ts";
import { scannerOutagesOf } from "../../devices/scanner/outages.ts";
import { scannerWords } from "../../devices/scanner/scan-words.ts";
import type { ScannerTrouble } from "../../devices/scanner/scanner.ts";
import { readScannerAddress, writeScannerAddress } from "../../devices/scanner/scanner-address.ts";
import { type Device, insertDevice, listAllDevices, listDevices, pointOfDevice, removeDevice } from "../../store/records/devices.ts";
import { beginOutage, endOutage, endOutagesBut, listOutages, type OutageLine, pointOfOutage } from "../../store/records/outages.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { mayKeepPoint } from "../offices/point-keepers.ts";
import { type Problem, problem } from "../problems.ts";
import type { AtPoint } from "../visits/open-visit.ts";

/** A device of the point with what it says of itself just now. */
export interface DeviceLine {
  readonly device: Device;
  /** In words, the worst first. */
  readonly sentences: readonly string[];
  /** How full its supplies are. */
  readonly supplies: readonly string[];
}

export interface DeviceDesk {
  readonly devices: readonly DeviceLine[];
  readonly outages: readonly OutageLine[];
}

const OUTAGES_SHOWN = 20;

/** The point's devices, each asked now, and its outages. What a device complains of is written down on the way. */
export async function readDeviceDesk(context: Context, place: AtPoint): Promise<DeviceDesk> {
  const { sql } = context.database;
  const devices = await Promise.all((await listDevices(sql, place.office, place.point)).map((device) => lookAt(context, device)));
  return { devices, outages: await listOutages(sql, place.office, place.point, OUTAGES_SHOWN) };
}

function printerWords(status: Result<PrinterStatus, PrinterTrouble>): Pick<DeviceLine, "sentences" | "supplies"> {
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

/** Adds a device by the address that somebody typed, or that announced itself. It need not be on. */
export async function addDevice(
  context: Context,
  member: StaffMember,
  place: AtPoint,
  kind: Device["kind"],
  typed: string,
  name: string,
): Promise<Result<true, Problem>> {
  const may = await mayKeepPoint(context, member, place);
  if (!may.ok) return may;
  const address = kind === "printer" ? readPrinterAddress(typed) : readScannerAddress(typed);
  if (!address.ok) {
    const refused = kind === "printer" ? ("printer-address" as const) : ("scanner-address" as const);
    return refuse(problem(refused, { fields: { "dia-chi": problem(refused).sentence } }));
  }
  const written = kind === "printer" ? writePrinterAddress(address.value) : writeScannerAddress(address.value);
  const device = { ...place, device: context.newId(), kind, name: name.trim() || address.value.host, address: written };
  return (await insertDevice(context.database.sql, device, context.now())) ? ok(true) : refuse(problem("device-there"));
}

/** Answers at which point it stood. */
export async function takeDeviceAway(context: Context, member: StaffMember, device: string): Promise<Result<AtPoint, Problem>> {
  const { sql } = context.database;
  const place = await placeKept(context, member, isUuid(device) ? await pointOfDevice(sql, member.office, device) : null, "device-unknown");
  if (place.ok) await removeDevice(sql, member.office, device, context.now());
  return place;
}

/** The point of a thing of the member's office, where they may change it; `unknown` says that there is no such thing. */
async function placeKept(
  context: Context,
  member: StaffMember,
  point: string | null,
  unknown: "device-unknown" | "outage-unknown",
): Promise<Result<AtPoint, Problem>> {
  if (point === null) return refuse(problem(unknown));
  const place = { office: member.office, point };
  const may = await mayKeepPoint(context, member, place);
  return may.ok ? ok(place) : may;
}

/** A device that announced itself, with the address to add it by. */
export interface DeviceAround {
  readonly kind: Device["kind"];
  readonly name: string;
  readonly address: string;
}

/** Printers and scanners of the network that are awake; two seconds are enough for them to answer. */
export async function devicesAround(): Promise<DeviceAround[]> {
  const [printers, scanners] = await Promise.all([findPrinters(browse, sleep(LISTENING_MS)), findScanners(browse, sleep(LISTENING_MS))]);
  return [
    ...printers.flatMap(({ name, addresses: [address] }) =>
      address ? [{ kind: "printer" as const, name, address: writePrinterAddress(address) }] : [],
    ),
    ...scanners.flatMap(({ name, addresses: [address] }) =>
      address ? [{ kind: "scanner" as const, name, address: writeScannerAddress(address) }] : [],
    ),
  ];
}

const LISTENING_MS = 2_000;

/** What people notice besides what the machines say. */
export const NOTICED = { power: "Mất điện", line: "Mất mạng", paper: "Hết giấy", toner: "Hết mực", other: "Việc khác" } as const;
export type Noticed = keyof typeof NOTICED;

export async function noteOutage(
  context: Context,
  member: StaffMember,
  place: AtPoint,
  kind: Noticed,
  note: string,
): Promise<Result<true, Problem>> {
  const may = await mayKeepPoint(context, member, place);
  if (!may.ok) return may;
  const outage = { ...place, outage: context.newId(), device: null, kind, note: note.trim().slice(0, 300), noticedBy: member.staff };
  await beginOutage(context.database.sql, outage, context.now());
  return ok(true);
}

/** Answers at which point it was. */
export async function outageOver(context: Context, member: StaffMember, outage: string): Promise<Result<AtPoint, Problem>> {
  const { sql } = context.database;
  const place = await placeKept(context, member, isUuid(outage) ? await pointOfOutage(sql, member.office, outage) : null, "outage-unknown");
  if (place.ok) await endOutage(sql, member.office, outage, context.now());
  return place;
}

/** Asks every device how it is, so that the outages log is kept also while nobody looks. */
export async function watchDevices(context: Context): Promise<void> {
  await Promise.all((await listAllDevices(context.database.sql)).map((device) => lookAt(context, device)));
}

async function lookAt(context: Context, device: Device): Promise<DeviceLine> {
  const { kinds, ...words } = device.kind === "printer" ? await lookAtPrinter(context, device) : await lookAtScanner(device);
  const { office, point } = device;
  const { sql } = context.database;
  await endOutagesBut(sql, office, device.device, kinds, context.now());
  for (const kind of kinds) {
    const outage = { office, point, outage: context.newId(), device: device.device, kind, note: "", noticedBy: null };
    await beginOutage(sql, outage, context.now());
  }
  return { device, ...words };
}

async function lookAtPrinter(context: Context, device: Device) {
  const address = readPrinterAddress(device.address);
  const status = address.ok ? await context.printing.status(address.value) : refuse<PrinterTrouble>("not-a-printer");
  return { kinds: outagesOf(status), ...printerWords(status) };
}

async function lookAtScanner(device: Device) {
  const address = readScannerAddress(device.address);
  const status = address.ok ? await createScanner(address.value, findLocalAddress).status() : refuse<ScannerTrouble>("not-a-scanner");
  return { kinds: scannerOutagesOf(status), sentences: scannerWords(status), supplies: [] };
}
