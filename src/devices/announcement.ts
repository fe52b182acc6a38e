import { isIPv4 } from "node:net";
import { z } from "zod";

/** What a device says of itself in the network (DNS-SD, RFC 6763), as a browser of mDNS hands it over. */
export interface Announcement {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly addresses?: readonly string[] | undefined;
  readonly txt?: unknown;
}

/** The services that are listened for: printers (PWG 5100.14 §4.2) and scanners (Mopria eSCL), plain and over TLS. */
export type ServiceType = "ipp" | "ipps" | "uscan" | "uscans";

/** Calls `found` for each announcement of that type, until it is stopped. */
export type Browse<Type extends ServiceType = ServiceType> = (type: Type, found: (announcement: Announcement) => void) => () => void;

/** A device that is announced under one address or several; the same one keeps its `uuid`. */
export interface FoundDevice {
  readonly name: string;
  readonly uuid: string | null;
  /** The secure one first, where there is one; an old device's TLS may be too old to be spoken to, then the next one serves. */
  readonly addresses: readonly DeviceAddress[];
}

interface DeviceAddress {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
}

/** Every device that announces itself while `listening` lasts, each once, by name; `read` says null of what cannot be spoken to. */
export async function listenFor<Type extends ServiceType, Device extends FoundDevice>(
  browse: Browse<Type>,
  types: { readonly secure: Type; readonly plain: Type },
  listening: Promise<unknown>,
  read: (announcement: Announcement, secure: boolean) => Device | null,
): Promise<Device[]> {
  const heard = { secure: [] as Announcement[], plain: [] as Announcement[] };
  const stops = [
    browse(types.secure, (announcement) => heard.secure.push(announcement)),
    browse(types.plain, (announcement) => heard.plain.push(announcement)),
  ];
  try {
    await listening;
  } finally {
    for (const stop of stops) stop();
  }
  const devices = new Map<string, Device>();
  for (const found of [...heard.secure.map((one) => read(one, true)), ...heard.plain.map((one) => read(one, false))]) {
    if (!found) continue;
    const key = found.uuid ?? found.name;
    const known = devices.get(key);
    devices.set(key, known ? { ...known, addresses: withNew(known.addresses, found.addresses) } : found);
  }
  return [...devices.values()].sort((one, other) => one.name.localeCompare(other.name, "vi"));
}

function withNew(known: readonly DeviceAddress[], found: readonly DeviceAddress[]): DeviceAddress[] {
  const isKnown = (one: DeviceAddress) =>
    known.some((other) => other.secure === one.secure && other.host === one.host && other.port === one.port);
  return [...known, ...found.filter((address) => !isKnown(address))];
}

/** An address rather than a name: not every machine looks up names that end in .local. One given by a router rather than one made up (RFC 3927). */
export function bestHost({ addresses = [], host }: Announcement): string | null {
  const four = addresses.filter((address) => isIPv4(address));
  return four.find((address) => !address.startsWith("169.254.")) ?? four[0] ?? addresses[0] ?? (host || null);
}

/** The words under these keys of the TXT record, whose letters may be big or small (RFC 6763 §6.4); "" where there is none. */
export function readWords<Key extends string>(txt: unknown, keys: readonly Key[]): Record<Key, string> {
  const record = z.record(z.string(), z.unknown()).catch({}).parse(txt);
  const said = new Map(Object.entries(record).map(([key, value]) => [key.toLowerCase(), value]));
  const words = keys.map((key) => [key, typeof said.get(key) === "string" ? said.get(key) : ""]);
  return Object.fromEntries(words) as Record<Key, string>;
}
