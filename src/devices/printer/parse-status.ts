import { z } from "zod";
import { groupsOf, type Named } from "./ipp/attributes.ts";
import { type IppMessage, OPERATIONS } from "./ipp/message.ts";
import { A4, type JobStatus, PDF, type PrinterStatus } from "./printer.ts";
import { type JobReason, jobReason, jobState, type PrinterReason, printerReason } from "./states.ts";
import { readSupplies } from "./supplies.ts";

/** The attributes that are asked for: a printer that sends all it has, sends ten times as much. */
export const PRINTER_ATTRIBUTES = [
  "printer-name",
  "printer-info",
  "printer-make-and-model",
  "printer-state",
  "printer-state-reasons",
  "printer-is-accepting-jobs",
  "printer-up-time",
  "printer-supply",
  "marker-levels",
  "marker-types",
  "marker-names",
  "document-format-supported",
  "operations-supported",
  "media-supported",
  "sides-supported",
  "print-color-mode-supported",
  "copies-supported",
] as const;

export const JOB_ATTRIBUTES = [
  "job-id",
  "job-name",
  "job-state",
  "job-state-reasons",
  "job-impressions-completed",
  "time-at-processing",
] as const;

/** Only what no printer may leave out (RFC 8011 §5.4) is demanded; all else may be missing, or be of another kind than the standard says. */
const strings = z.array(z.string()).catch([]);
const numbers = z.array(z.number()).catch([]);
const firstString = strings.transform(([first]) => first ?? "");
const firstNumber = numbers.transform(([first]) => first ?? null);

const PrinterAnswer = z.object({
  "printer-state": z.tuple([z.union([z.literal(3), z.literal(4), z.literal(5)])]),
  "printer-state-reasons": strings,
  "printer-is-accepting-jobs": z.array(z.boolean()).catch([true]),
  "printer-name": firstString,
  "printer-info": firstString,
  "printer-make-and-model": firstString,
  "printer-up-time": firstNumber,
  "printer-supply": z.array(z.instanceof(Uint8Array)).catch([]),
  "marker-levels": numbers,
  "marker-types": strings,
  "marker-names": strings,
  "document-format-supported": strings,
  "operations-supported": numbers,
  "media-supported": strings,
  "sides-supported": strings,
  "print-color-mode-supported": strings,
  "copies-supported": z.array(z.union([z.object({ low: z.number(), high: z.number() }), z.number()])).catch([]),
});

const STATES = { 3: "idle", 4: "printing", 5: "stopped" } as const;

/** What the printer says of itself; null when the answer is not a printer's. */
export function readPrinterStatus(message: IppMessage): PrinterStatus | null {
  const parsed = PrinterAnswer.safeParse(groupsOf(message, "printer")[0] ?? {});
  if (!parsed.success) return null;
  const said = parsed.data;
  return {
    name: said["printer-info"] || said["printer-name"],
    model: said["printer-make-and-model"],
    state: STATES[said["printer-state"][0]],
    acceptsJobs: said["printer-is-accepting-jobs"][0] ?? true,
    reasons: reasonsOf(said["printer-state-reasons"]),
    supplies: readSupplies(said["printer-supply"], said["marker-levels"], said["marker-types"], said["marker-names"]),
    abilities: abilitiesOf(said),
    upSeconds: said["printer-up-time"],
  };
}

function abilitiesOf(said: z.infer<typeof PrinterAnswer>): PrinterStatus["abilities"] {
  const colours = said["print-color-mode-supported"];
  const operations = new Set(said["operations-supported"]);
  const copies = said["copies-supported"][0];
  return {
    pdf: said["document-format-supported"].includes(PDF),
    // One that does not say which sizes it has is believed to have the size of the country.
    a4: said["media-supported"].length === 0 || said["media-supported"].includes(A4),
    colour: colours.includes("color"),
    grey: colours.includes("monochrome"),
    twoSided: said["sides-supported"].includes("two-sided-long-edge"),
    mostCopies: (typeof copies === "number" ? copies : copies?.high) ?? 1,
    twoSteps: operations.has(OPERATIONS["Create-Job"]) && operations.has(OPERATIONS["Send-Document"]),
    validates: operations.has(OPERATIONS["Validate-Job"]),
  };
}

function reasonsOf(keywords: readonly string[]): PrinterReason[] {
  return [...new Set(keywords.map(printerReason).filter((reason) => reason !== null))];
}

const JobAnswer = z.object({
  "job-id": z.tuple([z.number()]),
  "job-state": z.tuple([z.number()]),
  "job-state-reasons": strings,
  "job-impressions-completed": firstNumber,
  // Without a value as long as the work has not begun.
  "time-at-processing": z.array(z.number()).nullable().catch(null).default(null),
});

/** The jobs of an answer, newest first; with a name, only those that bear it. */
export function readJobs(message: IppMessage, name: string | null = null): JobStatus[] {
  const groups = groupsOf(message, "job").filter((job) => name === null || job["job-name"]?.[0] === name);
  return groups.flatMap(readJob).sort((one, other) => other.id - one.id);
}

function readJob(job: Named): JobStatus[] {
  const parsed = JobAnswer.safeParse(job);
  if (!parsed.success) return [];
  const said = parsed.data;
  const state = jobState(said["job-state"][0]);
  if (!state) return [];
  const reasons = said["job-state-reasons"].map(jobReason).filter((reason): reason is JobReason => reason !== null);
  const began = said["time-at-processing"];
  return [{ id: said["job-id"][0], state, reasons, printed: said["job-impressions-completed"], began: began && began.length > 0 }];
}
