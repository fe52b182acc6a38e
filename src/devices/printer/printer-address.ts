import { ok, type Result, refuse } from "../../base/result.ts";
import type { PrinterAddress } from "./printer.ts";

/** The port and path of IPP Everywhere (RFC 8010 §4, PWG 5100.14 §4.2). */
const PORT = 631;
export const PATH = "/ipp/print";

/**
 * What a person types or the device list keeps: `192.168.1.20`, `mayin.local:631`, `ipp://192.168.1.20/ipp/print`, `ipps://[fd00::7]:443/ipp/print`.
 * Http and https are taken as ipp and ipps. Names, passwords and questions in an address are refused: a printer needs none.
 */
export function readPrinterAddress(typed: string): Result<PrinterAddress, "not-an-address"> {
  const text = typed.trim();
  const found = /^(?:(ipps?|https?):\/\/)?(\[[0-9a-f:.]+\]|[a-z0-9][a-z0-9.-]*)(?::(\d{1,5}))?(\/[\w\-./%]*)?$/i.exec(text);
  const [, scheme = "ipp", host = "", port = "", path = ""] = found ?? [];
  const number = port === "" ? defaultPort(scheme) : Number(port);
  if (!found || number < 1 || number > 65_535) return refuse("not-an-address");
  return ok({
    host: host.replace(/^\[|\]$/g, "").toLowerCase(),
    port: number,
    path: path.length > 1 ? path : PATH,
    secure: scheme.toLowerCase() === "ipps" || scheme.toLowerCase() === "https",
  });
}

/** As an address is kept, shown and put into each request as `printer-uri`. */
export function writePrinterAddress({ host, port, path, secure }: PrinterAddress): string {
  return `${secure ? "ipps" : "ipp"}://${host.includes(":") ? `[${host}]` : host}:${port}${path}`;
}

function defaultPort(scheme: string): number {
  return { http: 80, https: 443 }[scheme.toLowerCase()] ?? PORT;
}
