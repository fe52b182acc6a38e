import { type Announcement, type Browse, bestHost, type FoundDevice, listenFor, readWords } from "../announcement.ts";
import type { ScannerAddress } from "./scanner.ts";
import { PATH } from "./scanner-address.ts";

/** A scanner that announces itself in the network (Mopria eSCL, "Discovery"; the TXT record is Apple's of AirScan). */
export interface FoundScanner extends FoundDevice {
  readonly model: string;
  /** Where somebody wrote that it stands. */
  readonly place: string;
  readonly addresses: readonly ScannerAddress[];
  /** What it announces; asked itself it may know better. */
  readonly glass: boolean;
  readonly feeder: boolean;
  /** Makes pictures or PDFs, one of which is needed. A record that says nothing of it is believed to. */
  readonly readable: boolean;
}

/** Every scanner that announces itself while `listening` lasts; a second or two is enough for those that are awake. */
export function findScanners(browse: Browse<"uscan" | "uscans">, listening: Promise<unknown>): Promise<FoundScanner[]> {
  return listenFor(browse, { secure: "uscans", plain: "uscan" }, listening, readAnnouncement);
}

/** Null where there is nothing to speak to: port 0 says "this name is mine, but I do not speak this". */
export function readAnnouncement(announcement: Announcement, secure: boolean): FoundScanner | null {
  const { rs, ty, note, uuid, is, pdl } = readWords(announcement.txt, ["rs", "ty", "note", "uuid", "is", "pdl"]);
  const host = bestHost(announcement);
  if (host === null || announcement.port < 1) return null;
  const path = rs.replace(/^\/+|\/+$/g, "");
  const sources = wordsOf(is);
  const formats = wordsOf(pdl);
  return {
    name: announcement.name,
    model: ty,
    place: note,
    addresses: [{ host, port: announcement.port, path: path === "" ? PATH : `/${path}`, secure }],
    glass: sources.includes("platen"),
    feeder: sources.includes("adf"),
    readable: formats.length === 0 || formats.includes("image/jpeg") || formats.includes("application/pdf"),
    uuid: uuid.toLowerCase() || null,
  };
}

function wordsOf(list: string): string[] {
  return list
    .toLowerCase()
    .split(",")
    .map((word) => word.trim())
    .filter((word) => word !== "");
}
