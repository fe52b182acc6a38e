import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { PRINT_PHASES, PRINT_PROBLEMS, type PrintPhase, type PrintProblem } from "../../devices/printer/print-words.ts";
import type { PrinterAddress } from "../../devices/printer/printer.ts";
import { documentOf } from "../../devices/printer/printer.ts";
import { readPrinterAddress } from "../../devices/printer/printer-address.ts";
import { PRINTER_REASONS, type PrinterReason } from "../../devices/printer/states.ts";
import { hint } from "../../store/database/hints.ts";
import { type Device, listDevices } from "../../store/records/devices.ts";
import {
  endForgottenPrintJobs,
  endPrintJob,
  insertPrintJob,
  type PrintJob,
  readPrintJob,
  savePrintPhase,
} from "../../store/records/print-jobs.ts";
import { insertService, type VisitKey } from "../../store/records/visits.ts";
import type { Context } from "../context.ts";
import { type Problem, problem } from "../problems.ts";
import type { AtPoint } from "../visits/open-visit.ts";

/** What is to be printed. `what` is the kind of paper ("Phiếu quay lại"), shown to whoever waits; never whose it is. */
export interface ToPrint {
  readonly what: string;
  /** What it counts as among the services of a visit. */
  readonly kind?: "print" | "copy";
  readonly pdf: Uint8Array;
  readonly copies: number;
  readonly visit: VisitKey | null;
  readonly staff: string | null;
}

/** Orders under way in this process, with the visit that each belongs to. */
const underWay = new Map<string, { readonly stopping: AbortController; readonly visit: string | null }>();

/** Under which topic changes of an order are hinted at. */
export function printTopic(job: string): string {
  return `print:${job}`;
}

/**
 * Prints on the point's printer. The order is written down, the answer comes at once, and what becomes of it is written as it happens. The document is held
 * in memory alone: nothing of it is left on the disk.
 */
export async function printAtPoint(context: Context, place: AtPoint, wanted: ToPrint): Promise<Result<string, Problem>> {
  const printer = (await listDevices(context.database.sql, place.office, place.point)).find(({ kind }) => kind === "printer");
  return printer ? printOn(context, printer, wanted) : refuse(problem("no-printer"));
}

/** The same on that very printer of the point, to see whether it prints. */
export async function tryPrinter(context: Context, place: AtPoint, device: string, wanted: ToPrint): Promise<Result<string, Problem>> {
  const printer = (await listDevices(context.database.sql, place.office, place.point)).find((known) => known.device === device);
  return printer?.kind === "printer" ? printOn(context, printer, wanted) : refuse(problem("device-unknown"));
}

async function printOn(context: Context, printer: Device, wanted: ToPrint): Promise<Result<string, Problem>> {
  const { sql } = context.database;
  const { office } = printer;
  const address = readPrinterAddress(printer.address);
  if (!address.ok) return refuse(problem("no-printer"));
  const job = context.newId();
  const { what, copies, staff } = wanted;
  const visit = wanted.visit?.visit ?? null;
  await insertPrintJob(sql, { office, job, device: printer.device, visit, staff, what, copies, askedAt: context.now() });
  void run(context, office, job, address.value, wanted);
  return ok(job);
}

async function run(context: Context, office: string, job: string, address: PrinterAddress, wanted: ToPrint): Promise<void> {
  const { sql } = context.database;
  const stopping = new AbortController();
  underWay.set(job, { stopping, visit: wanted.visit?.visit ?? null });
  try {
    const order = { id: job, document: documentOf(wanted.pdf), copies: wanted.copies, sides: "one", colour: "grey" } as const;
    const watch = ({ phase, reasons }: { phase: string; reasons: readonly string[] }) => {
      void savePrintPhase(sql, office, job, phase, reasons).then(() => hint(sql, printTopic(job)));
    };
    const printed = await context.printing.print(address, order, watch, stopping.signal);
    // together: whoever reads that it is printed finds it counted for the visit, too
    await context.database.transaction(async (transaction) => {
      if (printed.ok && wanted.visit) {
        const service = { service: context.newId(), kind: wanted.kind ?? "print", pages: printed.value.printed ?? wanted.copies } as const;
        await insertService(transaction, wanted.visit, service, context.now());
      }
      await endPrintJob(transaction, office, job, printed.ok ? null : printed.reason, context.now());
    });
  } catch {
    await endPrintJob(sql, office, job, "unsure", context.now());
  } finally {
    underWay.delete(job);
    await hint(sql, printTopic(job));
  }
}

export function readOrder(context: Context, job: string): Promise<PrintJob | null> {
  return isUuid(job) ? readPrintJob(context.database.sql, job) : Promise.resolve(null);
}

/** An order in words for whoever waits for the sheets: whether it is over, and what to do. */
export function orderWords(job: PrintJob): { readonly state: "waiting" | "done" | "failed"; readonly sentences: readonly string[] } {
  if (job.problem) return { state: "failed", sentences: [PRINT_PROBLEMS[job.problem as PrintProblem] ?? PRINT_PROBLEMS.unsure] };
  if (job.endedAt) return { state: "done", sentences: ["Đã in xong. Xin lấy giấy ở máy in."] };
  const phase = PRINT_PHASES[(job.phase ?? "in-line") as PrintPhase] ?? PRINT_PHASES["in-line"];
  return { state: "waiting", sentences: [phase, ...job.reasons.map((reason) => PRINTER_REASONS[reason as PrinterReason]?.sentence ?? "")] };
}

/** Takes an order back; the sheets that are out stay out. */
export function cancelOrder(job: string): void {
  underWay.get(job)?.stopping.abort();
}

/** Takes back what a visit that is over had ordered: the next person finds no sheets of the last one. */
export function cancelOrdersOf({ visit }: VisitKey): void {
  for (const order of underWay.values()) if (order.visit === visit) order.stopping.abort();
}

/** After a start: what was under way before is over, and nobody knows how. */
export function forgetOrders(context: Context): Promise<void> {
  return endForgottenPrintJobs(context.database.sql, context.now());
}
