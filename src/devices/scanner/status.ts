import type { ScannerStatus } from "./scanner.ts";
import { below, child, childrenOf, type Element, numberOf, readXml, wordsOf } from "./xml.ts";

/** What a scanner says of itself and of the jobs that it still knows. */
export interface FullStatus extends ScannerStatus {
  readonly jobs: readonly JobInfo[];
}

export interface JobInfo {
  /** Path of the job on the scanner. */
  readonly uri: string;
  readonly uuid: string;
  readonly state: "waiting" | "working" | "completed" | "cancelled" | "aborted" | "unknown";
  readonly reasons: readonly string[];
  /** Pages that are done; null where it does not say. */
  readonly completed: number | null;
  /** Pages that have been scanned but not fetched; null where it does not say. */
  readonly toTransfer: number | null;
}

/** Reads a ScannerStatus document; null where it is something else. */
export function readStatus(bytes: Uint8Array): FullStatus | null {
  const root = readXml(bytes);
  if (root?.name !== "ScannerStatus") return null;
  const adf = wordsOf(root, "AdfState");
  return {
    state: STATES[wordsOf(root, "State")] ?? "idle",
    feeder: adf === "" ? null : (FEEDER_STATES[adf] ?? "other"),
    jobs: childrenOf(child(root, "Jobs"), "JobInfo").map(readJob),
  };
}

/** Of pwg:State. One that says nothing is taken for idle: it will answer for itself when it gets an order. */
const STATES: Readonly<Record<string, ScannerStatus["state"]>> = {
  Idle: "idle",
  Processing: "working",
  Testing: "working",
  Stopped: "stopped",
  Down: "stopped",
};

/** Of scan:AdfState. Whatever is helped by taking the sheets out and putting them in anew is called a jam. */
const FEEDER_STATES: Readonly<Record<string, NonNullable<ScannerStatus["feeder"]>>> = {
  ScannerAdfLoaded: "loaded",
  ScannerAdfEmpty: "empty",
  ScannerAdfJam: "jam",
  ScannerAdfMispick: "jam",
  ScannerAdfMultipickDetected: "jam",
  ScannerAdfDuplexPageTooShort: "jam",
  ScannerAdfDuplexPageTooLong: "jam",
  ScannerAdfInputTrayFailed: "jam",
  ScannerAdfInputTrayOverloaded: "jam",
  ScannerAdfHatchOpen: "open",
  ScannerAdfDoorOpen: "open",
  ScannerAdfCoverOpen: "open",
};

function readJob(job: Element): JobInfo {
  return {
    uri: wordsOf(job, "JobUri"),
    uuid: wordsOf(job, "JobUuid"),
    state: JOB_STATES[wordsOf(job, "JobState")] ?? "unknown",
    reasons: below(child(job, "JobStateReasons"), "JobStateReason").map(({ text }) => text),
    completed: numberOf(job, "ImagesCompleted"),
    toTransfer: numberOf(job, "ImagesToTransfer"),
  };
}

const JOB_STATES: Readonly<Record<string, JobInfo["state"]>> = {
  Pending: "waiting",
  PendingHeld: "waiting",
  Processing: "working",
  ProcessingStopped: "working",
  Completed: "completed",
  Canceled: "cancelled",
  Cancelled: "cancelled",
  Aborted: "aborted",
};

/** The job at that path. Its address is written in many ways, its last part is always the same. */
export function findJob(status: FullStatus | null, path: string): JobInfo | null {
  const id = lastPart(path);
  return status?.jobs.find(({ uri, uuid }) => lastPart(uri) === id || uuid === id) ?? null;
}

function lastPart(path: string): string {
  return path.replace(/\/+$/, "").split("/").at(-1) ?? "";
}
