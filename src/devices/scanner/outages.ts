import type { Result } from "../../base/result.ts";
import type { ScannerStatus, ScannerTrouble } from "./scanner.ts";

/** What is out of order with a scanner, by the names of the outages log (printer/outages.ts). A busy one is in order. */
export function scannerOutagesOf(asked: Result<ScannerStatus, ScannerTrouble>): ("jam" | "cover" | "device" | "line")[] {
  if (!asked.ok) return asked.reason === "busy" ? [] : ["line"];
  const { state, feeder } = asked.value;
  if (feeder === "jam") return ["jam"];
  if (feeder === "open") return ["cover"];
  return state === "stopped" ? ["device"] : [];
}
