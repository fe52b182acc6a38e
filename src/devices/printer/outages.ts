import type { Result } from "../../base/result.ts";
import type { PrinterStatus, PrinterTrouble } from "./printer.ts";
import { OUTAGES, type Outage, PRINTER_REASONS } from "./states.ts";

/** The names of the outages log's lines. */
export const OUTAGE_NAMES = {
  paper: "Hết giấy",
  toner: "Hết mực",
  jam: "Kẹt giấy",
  cover: "Nắp mở",
  device: "Máy trục trặc",
  line: "Mất điện hoặc mất mạng",
} as const satisfies Record<Outage, string>;

/** What is out of order, by what the printer said or by its silence; nothing where it can print. A busy printer is in order. */
export function outagesOf(asked: Result<PrinterStatus, PrinterTrouble>): Outage[] {
  if (!asked.ok) return asked.reason === "busy" ? [] : ["line"];
  const standing = asked.value.reasons.map((reason) => PRINTER_REASONS[reason]).filter(({ stops }) => stops);
  const named = OUTAGES.filter((outage) => standing.some((reason) => reason.outage === outage));
  return named.length === 0 && asked.value.state === "stopped" ? ["device"] : named;
}
