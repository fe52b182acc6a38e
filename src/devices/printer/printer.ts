import type { Result } from "../../base/result.ts";
import type { JobReason, JobState, PrinterReason } from "./states.ts";

/**
 * What a printer is for the rest of the house: something that can be asked how it is, takes a job in two steps, and can be asked afterwards what
 * became of it. The two steps are what keeps a paper from being printed twice: a job has its number before a byte of the document travels.
 */
export interface Printer {
  readonly address: PrinterAddress;
  status(): Promise<Result<PrinterStatus, PrinterTrouble>>;
  /** Whether the printer would take this order; costs no paper. */
  validate(order: PrintOrder, status: PrinterStatus): Promise<Result<null, PrinterTrouble>>;
  /** Makes a job without a document; it prints nothing until one is sent. */
  create(order: PrintOrder, status: PrinterStatus): Promise<Result<JobStatus, PrinterTrouble>>;
  /** Sends the whole document. A printer without paper may stop reading for a long time; `signal` ends the sending. */
  send(job: number, document: PrintDocument, signal: AbortSignal): Promise<Result<JobStatus, PrinterTrouble>>;
  job(job: number): Promise<Result<JobStatus, PrinterTrouble>>;
  /** Every job that the printer still knows for this order, newest first. */
  find(order: string): Promise<Result<readonly JobStatus[], PrinterTrouble>>;
  cancel(job: number): Promise<Result<null, PrinterTrouble>>;
}

export interface PrinterAddress {
  /** A name or an address of the local network. */
  readonly host: string;
  readonly port: number;
  /** As the printer's TXT record `rp` says, with a slash before it; `/ipp/print` in IPP Everywhere. */
  readonly path: string;
  /** ipps: over TLS. */
  readonly secure: boolean;
}

export interface PrintDocument {
  readonly sizeBytes: number;
  /** The bytes of the PDF, from the start each time it is called. */
  open(): AsyncIterable<Uint8Array>;
}

export interface PrintOrder {
  /** Made once for one wish to print: whoever asks again with the same id gets the same sheets, not more of them. */
  readonly id: string;
  readonly document: PrintDocument;
  readonly copies: number;
  /** Two-sided where the printer can, along the long edge. */
  readonly sides: "one" | "two";
  /** Grey where the printer knows no colour. */
  readonly colour: "grey" | "colour";
}

export interface PrinterStatus {
  readonly name: string;
  readonly model: string;
  readonly state: "idle" | "printing" | "stopped";
  readonly acceptsJobs: boolean;
  readonly reasons: readonly PrinterReason[];
  readonly supplies: readonly Supply[];
  readonly abilities: PrinterAbilities;
  /** Seconds since it was switched on; null where it does not say. */
  readonly upSeconds: number | null;
}

export interface PrinterAbilities {
  readonly pdf: boolean;
  readonly a4: boolean;
  readonly colour: boolean;
  readonly grey: boolean;
  readonly twoSided: boolean;
  readonly mostCopies: number;
  /** Takes a job in two steps, as every printer of IPP Everywhere does. */
  readonly twoSteps: boolean;
  readonly validates: boolean;
}

export interface Supply {
  readonly kind: "toner" | "ink" | "waste" | "other";
  readonly colour: "black" | "cyan" | "magenta" | "yellow" | null;
  /** 0 to 100; null where the printer cannot tell. Of a waste box: how full it is. */
  readonly percent: number | null;
}

export interface JobStatus {
  readonly id: number;
  readonly state: JobState;
  readonly reasons: readonly JobReason[];
  /** Sides of paper that came out; null where the printer does not count. Some say 0 to the end. */
  readonly printed: number | null;
  /** Whether the printer has begun to work on it, which every one must know (RFC 8011 §5.3.14.2); null where it does not say all the same. */
  readonly began: boolean | null;
}

/**
 * Why a question to a printer has no answer. After "off" nothing has reached it; after "cut" not all of what was to be sent; after "lost"
 * perhaps all: these differences are what the queue lives by.
 */
export type PrinterTrouble =
  | "off"
  | "lost"
  | "cut"
  | "busy"
  | "not-found"
  | "ended"
  | "not-local"
  | "not-a-printer"
  | "wants-password"
  | "wants-secure-line"
  | "cannot-read"
  | "too-large"
  | "refused"
  | "failed";

export const A4 = "iso_a4_210x297mm";
export const PDF = "application/pdf";

/** A document that is in memory anyway. */
export function documentOf(bytes: Uint8Array): PrintDocument {
  return {
    sizeBytes: bytes.length,
    async *open() {
      yield bytes;
    },
  };
}
