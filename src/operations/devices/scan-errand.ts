import { ok, type Result, refuse } from "../../base/result.ts";
import { findLocalAddress } from "../../devices/address.ts";
import { createScanner } from "../../devices/scanner/client.ts";
import type { SCAN_PHASES } from "../../devices/scanner/scan-words.ts";
import type { ScanEnd, ScanEvent, ScanOrder } from "../../devices/scanner/scanner.ts";
import { readScannerAddress } from "../../devices/scanner/scanner-address.ts";
import { hint } from "../../store/database/hints.ts";
import { listDevices } from "../../store/records/devices.ts";
import { countScannedPage, endScanJob, insertScanJob, type ScanJob, saveScanPhase } from "../../store/records/scan-jobs.ts";
import { insertService, type VisitKey } from "../../store/records/visits.ts";
import type { Context } from "../context.ts";
import { type Problem, problem } from "../problems.ts";
import type { AtPoint } from "../visits/open-visit.ts";

export type ScannedPage = Extract<ScanEvent, { kind: "page" }>;

/** One wish to scan: what it is for, and what is done with each page and at the end. */
export interface ScanErrand {
  readonly source: ScanOrder["source"];
  readonly visit: VisitKey | null;
  readonly staff: string | null;
  readonly about: Pick<ScanJob, "draft" | "paper" | "copies">;
  /** Takes a page; answers what was said of it when it could not be taken. */
  readonly take: (page: ScannedPage) => Promise<string | null>;
  /** After the last page was taken, also when the scanner broke off; answers the order to print, where there is one. */
  readonly finish: (end: ScanEnd) => Promise<string | null>;
}

/** A page that people read and officers zoom into; more makes files large and scanning slow. */
const DOTS_PER_INCH = 200;

/** Errands under way in this process, with the visit that each belongs to. */
const underWay = new Map<string, { readonly stopping: AbortController; readonly visit: string | null }>();

/** Under which topic changes of an errand are hinted at. */
export function scanTopic(job: string): string {
  return `scan:${job}`;
}

/** Begins to scan on the point's scanner. The answer comes at once; what becomes of it is written as it happens. */
export async function beginScan(context: Context, place: AtPoint, errand: ScanErrand): Promise<Result<string, Problem>> {
  const { sql } = context.database;
  const device = (await listDevices(sql, place.office, place.point)).find(({ kind }) => kind === "scanner");
  const address = device ? readScannerAddress(device.address) : null;
  if (!device || !address?.ok) return refuse(problem("no-scanner"));
  const job = context.newId();
  const { about, staff } = errand;
  const visit = errand.visit?.visit ?? null;
  await insertScanJob(sql, { office: place.office, job, device: device.device, visit, staff, ...about, askedAt: context.now() });
  const stopping = new AbortController();
  underWay.set(job, { stopping, visit });
  const events = createScanner(address.value, findLocalAddress).scan(
    { source: errand.source, colour: "colour", dotsPerInch: DOTS_PER_INCH },
    stopping.signal,
  );
  void follow(context, place.office, job, errand, events).finally(() => underWay.delete(job));
  return ok(job);
}

/** Stops an errand; the pages that came stay. */
export function cancelScan(job: string): void {
  underWay.get(job)?.stopping.abort();
}

/** Stops what a visit that is over had begun. */
export function cancelScansOf({ visit }: VisitKey): void {
  for (const errand of underWay.values()) if (errand.visit === visit) errand.stopping.abort();
}

/** Pages are taken one behind the other while the next is being fetched: a feeder that has to wait may give up. */
async function follow(
  context: Context,
  office: string,
  job: string,
  errand: ScanErrand,
  events: AsyncGenerator<ScanEvent, ScanEnd>,
): Promise<void> {
  const { sql } = context.database;
  let pages = 0;
  let taking: Promise<void> = Promise.resolve();
  const take = async (page: ScannedPage) => {
    const refused = await errand.take(page);
    if (refused === null) pages += 1;
    await countScannedPage(sql, office, job, refused === null ? null : `Trang ${page.page}: ${refused}`);
    await hint(sql, scanTopic(job));
  };
  const show = async (phase: keyof typeof SCAN_PHASES) => {
    await saveScanPhase(sql, office, job, phase);
    await hint(sql, scanTopic(job));
  };
  let end: ScanEnd = refuse("failed");
  let printJob: string | null = null;
  try {
    await show("asking");
    for (;;) {
      const event = await events.next();
      if (event.done) {
        end = event.value;
        break;
      }
      const page = event.value;
      if (page.kind === "page") taking = taking.then(() => take(page));
      else await show(page.kind === "began" ? page.source : "waiting");
    }
    await taking;
    printJob = await errand.finish(end);
  } catch {
    end = end.ok ? refuse("failed") : end;
  }
  if (pages > 0 && errand.visit && errand.about.copies === null)
    await insertService(sql, errand.visit, { service: context.newId(), kind: "scan", pages }, context.now());
  await endScanJob(sql, office, job, { problem: end.ok ? null : end.reason, printJob }, context.now());
  await hint(sql, scanTopic(job));
}
