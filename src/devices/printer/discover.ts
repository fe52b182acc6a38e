import { isIPv4 } from "node:net";
import { z } from "zod";
import { PDF, type PrinterAddress } from "./printer.ts";
import { PATH } from "./printer-address.ts";

/** A printer that announces itself in the network (DNS-SD, RFC 6763; PWG 5100.14 §4.2). */
export interface FoundPrinter {
  readonly name: string;
  readonly model: string;
  /** Where somebody wrote that it stands. */
  readonly place: string;
  /** The secure one first, where there is one; an old printer's TLS may be too old to be spoken to, then the next one serves. */
  readonly addresses: readonly PrinterAddress[];
  /** What it announces; asked itself it may know better. */
  readonly pdf: boolean;
  readonly uuid: string | null;
}

/** An announcement, as a browser of mDNS hands it over. */
export interface Announcement {
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly addresses?: readonly string[] | undefined;
  readonly txt?: unknown;
}

/** Calls `found` for each announcement of that type, until it is stopped. */
export type Browse = (type: "ipp" | "ipps", found: (announcement: Announcement) => void) => () => void;

/** Every printer that announces itself while `listening` lasts; a second or two is enough for those that are awake. */
export async function findPrinters(browse: Browse, listening: Promise<unknown>): Promise<FoundPrinter[]> {
  const heard: { readonly announcement: Announcement; readonly secure: boolean }[] = [];
  const stops = [true, false].map((secure) => browse(secure ? "ipps" : "ipp", (announcement) => heard.push({ announcement, secure })));
  try {
    await listening;
  } finally {
    for (const stop of stops) stop();
  }
  const printers = new Map<string, FoundPrinter>();
  for (const { announcement, secure } of heard.sort((one, other) => Number(other.secure) - Number(one.secure))) {
    const found = readAnnouncement(announcement, secure);
    if (!found) continue;
    const key = found.uuid ?? found.name;
    const known = printers.get(key);
    printers.set(key, known ? { ...known, addresses: withNew(known.addresses, found.addresses) } : found);
  }
  return [...printers.values()].sort((one, other) => one.name.localeCompare(other.name, "vi"));
}

const word = z.string().catch("");

/** The keys of the TXT record (Bonjour Printing Specification 1.2.1 §9), whose letters may be big or small (RFC 6763 §6.4). */
const Text = z
  .record(z.string(), z.unknown())
  .catch({})
  .transform((record) => Object.fromEntries(Object.entries(record).map(([key, value]) => [key.toLowerCase(), value])))
  .pipe(z.object({ rp: word, ty: word, note: word, pdl: word, uuid: word }));

/** Null where there is nothing to speak to. Port 0 says "this name is mine, but I do not speak this". */
export function readAnnouncement(announcement: Announcement, secure: boolean): FoundPrinter | null {
  const { rp, ty, note, pdl, uuid } = Text.parse(announcement.txt ?? {});
  const host = bestHost(announcement);
  if (host === null || announcement.port < 1) return null;
  return {
    name: announcement.name,
    model: ty,
    place: note,
    addresses: [{ host, port: announcement.port, path: rp === "" ? PATH : `/${rp.replace(/^\/+/, "")}`, secure }],
    pdf: pdl.split(",").includes(PDF),
    uuid: uuid.toLowerCase() || null,
  };
}

/** An address rather than a name: not every machine looks up names that end in .local. One given by a router rather than one made up (RFC 3927). */
function bestHost({ addresses = [], host }: Announcement): string | null {
  const four = addresses.filter((address) => isIPv4(address));
  return four.find((address) => !address.startsWith("169.254.")) ?? four[0] ?? addresses[0] ?? (host || null);
}

function withNew(known: readonly PrinterAddress[], found: readonly PrinterAddress[]): PrinterAddress[] {
  const isKnown = (one: PrinterAddress) =>
    known.some((other) => other.secure === one.secure && other.host === one.host && other.port === one.port);
  return [...known, ...found.filter((address) => !isKnown(address))];
}
