import { type Announcement, type Browse, bestHost, type FoundDevice, listenFor, readWords } from "../announcement.ts";
import { PDF, type PrinterAddress } from "./printer.ts";
import { PATH } from "./printer-address.ts";

/** A printer that announces itself in the network (DNS-SD, RFC 6763; PWG 5100.14 §4.2). */
export interface FoundPrinter extends FoundDevice {
  readonly model: string;
  /** Where somebody wrote that it stands. */
  readonly place: string;
  readonly addresses: readonly PrinterAddress[];
  /** What it announces; asked itself it may know better. */
  readonly pdf: boolean;
}

/** Every printer that announces itself while `listening` lasts; a second or two is enough for those that are awake. */
export function findPrinters(browse: Browse<"ipp" | "ipps">, listening: Promise<unknown>): Promise<FoundPrinter[]> {
  return listenFor(browse, { secure: "ipps", plain: "ipp" }, listening, readAnnouncement);
}

/**
 * After the keys of the TXT record (Bonjour Printing Specification 1.2.1 §9). Null where there is nothing to speak to: port 0 says "this name is mine,
 * but I do not speak this".
 */
export function readAnnouncement(announcement: Announcement, secure: boolean): FoundPrinter | null {
  const { rp, ty, note, pdl, uuid } = readWords(announcement.txt, ["rp", "ty", "note", "pdl", "uuid"]);
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
