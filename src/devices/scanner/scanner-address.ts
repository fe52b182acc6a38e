import { ok, type Result, refuse } from "../../base/result.ts";
import type { ScannerAddress } from "./scanner.ts";

/** Where scanners keep their service; the TXT record `rs` may say otherwise (Mopria eSCL, "Discovery"). */
export const PATH = "/eSCL";

/**
 * What a person types or the device list keeps: `192.168.1.20`, `mayquet.local:8080`, `http://192.168.1.20/eSCL`, `https://[fd00::7]:443/eSCL`, `[::1]:8090`.
 * `escl`, `uscan` and `uscans` are taken as http and https. Names, passwords and questions in an address are refused: a scanner needs none.
 */
export function readScannerAddress(typed: string): Result<ScannerAddress, "not-an-address"> {
  const text = typed.trim();
  const found = /^(?:(https?|escls?|uscans?):\/\/)?(\[[0-9a-f:.]+\]|[a-z0-9][a-z0-9.-]*)(?::(\d{1,5}))?(\/[\w\-./%]*)?$/i.exec(text);
  const [, scheme = "http", host = "", port = "", path = ""] = found ?? [];
  const secure = /s$/i.test(scheme);
  const number = port === "" ? (secure ? 443 : 80) : Number(port);
  if (!found || number < 1 || number > 65_535) return refuse("not-an-address");
  const trimmed = path.replace(/\/+$/, "");
  return ok({ host: host.replace(/^\[|\]$/g, "").toLowerCase(), port: number, path: trimmed === "" ? PATH : trimmed, secure });
}

/** As an address is kept and shown. */
export function writeScannerAddress({ host, port, path, secure }: ScannerAddress): string {
  return `${secure ? "https" : "http"}://${host.includes(":") ? `[${host}]` : host}:${port}${path}`;
}
