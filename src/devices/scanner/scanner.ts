import type { Result } from "../../base/result.ts";

/** A scanner that speaks eSCL (Mopria Alliance, "eSCL Technical Specification"), which Apple calls AirScan: HTTP and XML, no driver. */
export interface Scanner {
  readonly address: ScannerAddress;
  abilities(signal?: AbortSignal): Promise<Result<ScannerAbilities, ScannerTrouble>>;
  status(signal?: AbortSignal): Promise<Result<ScannerStatus, ScannerTrouble>>;
  /**
   * One errand: a job is made, and its pages are fetched one after the other as the scanner has them. Each is handed over as soon as it is whole.
   * It ends after the last sheet of the feeder, or after the one sheet on the glass. When the signal ends, or the receiver stops asking, the job
   * is cancelled at the scanner.
   */
  scan(order: ScanOrder, signal: AbortSignal): AsyncGenerator<ScanEvent, ScanEnd>;
}

export interface ScannerAddress {
  /** A name or an address of the local network. */
  readonly host: string;
  readonly port: number;
  /** As the TXT record `rs` says, with a slash before it; `/eSCL` nearly everywhere. */
  readonly path: string;
  /** uscans: over TLS. */
  readonly secure: boolean;
}

export interface ScanOrder {
  /** "auto": the feeder when a sheet lies in it, else the glass. */
  readonly source: "auto" | "glass" | "feeder";
  readonly colour: "colour" | "grey";
  /** Wished; the nearest the scanner can is taken. */
  readonly dotsPerInch: number;
}

export type ScanEvent =
  /** Comes a second time, with "glass", when the feeder that was chosen by "auto" turned out to be empty. */
  | { readonly kind: "began"; readonly source: "glass" | "feeder" }
  /** The scanner has not yet got the next page ready. */
  | { readonly kind: "waiting" }
  /** `page` counts from 1. A JPEG; a PDF only where the scanner makes no JPEG, and then it may hold all sheets of the feeder. */
  | {
      readonly kind: "page";
      readonly page: number;
      readonly bytes: Uint8Array;
      readonly format: "jpeg" | "pdf";
      readonly firstByteAt: number;
    };

/** How an errand ended; the pages that came before are good in any case. */
export type ScanEnd = Result<{ readonly pages: number }, ScannerTrouble>;

export interface ScannerAbilities {
  readonly model: string;
  readonly glass: SourceAbilities | null;
  readonly feeder: SourceAbilities | null;
}

export interface SourceAbilities {
  /** Dots per inch, ascending, the same both ways. */
  readonly resolutions: readonly number[];
  readonly colours: readonly ("colour" | "grey")[];
  readonly formats: readonly ("jpeg" | "pdf")[];
  /** The largest area, in 1/300 inch as eSCL counts. */
  readonly widest: number;
  readonly longest: number;
}

export interface ScannerStatus {
  readonly state: "idle" | "working" | "stopped";
  readonly feeder: "loaded" | "empty" | "jam" | "open" | "other" | null;
}

/**
 * Why a scanner does not do what is asked. "off": nobody answers; "lost": the line broke in the middle; "cancelled": somebody stopped it here or at
 * the machine.
 */
export type ScannerTrouble =
  | "off"
  | "lost"
  | "busy"
  | "feeder-empty"
  | "jam"
  | "cover-open"
  | "cancelled"
  | "not-local"
  | "not-a-scanner"
  | "wants-password"
  | "cannot-do"
  | "failed";
