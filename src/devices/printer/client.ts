import { ok, type Result, refuse } from "../../base/result.ts";
import type { FindAddress } from "../address.ts";
import { exchange, type LineTrouble } from "./exchange.ts";
import { attribute } from "./ipp/attributes.ts";
import { type IppAttribute, type IppMessage, OPERATIONS, type Operation } from "./ipp/message.ts";
import { JOB_ATTRIBUTES, PRINTER_ATTRIBUTES, readJobs, readPrinterStatus } from "./parse-status.ts";
import {
  A4,
  type JobStatus,
  PDF,
  type PrintDocument,
  type Printer,
  type PrinterAddress,
  type PrinterStatus,
  type PrinterTrouble,
  type PrintOrder,
} from "./printer.ts";
import { writePrinterAddress } from "./printer-address.ts";
import { STATUSES, troubleOf } from "./statuses.ts";

/**
 * A printer that speaks IPP/2.0, or IPP/1.1 where it knows no better (RFC 8011 §4.1.8). Who prints is always "loc-vung" and a job is called by its
 * order's id: a job's name is shown on the printer's panel and kept in its memory, and no person's name belongs there.
 */
export function createIppPrinter(address: PrinterAddress, findAddress: FindAddress): Printer {
  const ask = asker(address, findAddress);
  return {
    address,
    status: async () => {
      const answer = await ask("Get-Printer-Attributes", [attribute("requested-attributes", "keyword", ...PRINTER_ATTRIBUTES)]);
      if (!answer.ok) return answer;
      const status = readPrinterStatus(answer.value);
      return status ? ok(status) : refuse("not-a-printer");
    },
    validate: async (order, status) => {
      const answer = await ask(
        "Validate-Job",
        [...jobName(order), attribute("document-format", "mimeMediaType", PDF)],
        ticket(order, status),
      );
      return answer.ok ? ok(null) : answer;
    },
    create: async (order, status) => oneJob(await ask("Create-Job", jobName(order), ticket(order, status))),
    send: async (job, document, signal) => {
      const about = [jobId(job), attribute("document-format", "mimeMediaType", PDF), attribute("last-document", "boolean", true)];
      return oneJob(await ask("Send-Document", about, [], { document, signal }));
    },
    job: async (job) =>
      oneJob(await ask("Get-Job-Attributes", [jobId(job), attribute("requested-attributes", "keyword", ...JOB_ATTRIBUTES)])),
    find: async (order) => {
      const found: JobStatus[] = [];
      for (const which of ["not-completed", "completed"]) {
        const answer = await ask("Get-Jobs", [
          attribute("which-jobs", "keyword", which),
          attribute("my-jobs", "boolean", true),
          attribute("requested-attributes", "keyword", ...JOB_ATTRIBUTES),
        ]);
        if (!answer.ok) return answer;
        found.push(...readJobs(answer.value, nameOf(order)));
      }
      return ok(found.sort((one, other) => other.id - one.id));
    },
    cancel: async (job) => {
      const answer = await ask("Cancel-Job", [jobId(job)]);
      return answer.ok ? ok(null) : answer;
    },
  };
}

type Attachment = { readonly document: PrintDocument; readonly signal: AbortSignal };
type Ask = (
  operation: Operation,
  about: readonly IppAttribute[],
  job?: readonly IppAttribute[],
  attachment?: Attachment,
) => Promise<Result<IppMessage, PrinterTrouble>>;

function asker(address: PrinterAddress, findAddress: FindAddress): Ask {
  let version: readonly [number, number] = [2, 0];
  let requestId = 0;
  const once = async (
    ...[operation, about, job = [], attachment]: Parameters<Ask>
  ): Promise<Result<IppMessage, LineTrouble | "not-local">> => {
    const ip = await findAddress(address.host);
    if (!ip.ok) return ip;
    requestId += 1;
    const groups = [
      { tag: "operation" as const, attributes: [...greeting(address), ...about] },
      ...(job.length > 0 ? [{ tag: "job" as const, attributes: job }] : []),
    ];
    return exchange(ip.value, address, { message: { version, code: OPERATIONS[operation], requestId, groups }, ...attachment });
  };
  return async (...asked) => {
    let answer = await once(...asked);
    if (answer.ok && answer.value.code === STATUSES["server-error-version-not-supported"] && version[0] === 2) {
      version = [1, 1];
      answer = await once(...asked);
    }
    if (!answer.ok) return answer;
    const trouble = troubleOf(answer.value.code);
    return trouble ? refuse(trouble) : answer;
  };
}

/** The first three, and in this order, in every request (RFC 8011 §4.1.4, §4.1.5); the name of who asks (§4.1.6) comes after them. */
function greeting(address: PrinterAddress): IppAttribute[] {
  return [
    attribute("attributes-charset", "charset", "utf-8"),
    attribute("attributes-natural-language", "naturalLanguage", "en"),
    attribute("printer-uri", "uri", writePrinterAddress(address)),
    attribute("requesting-user-name", "name", "loc-vung"),
  ];
}

const nameOf = (order: string): string => `loc-vung ${order}`;
const jobName = (order: PrintOrder): IppAttribute[] => [attribute("job-name", "name", nameOf(order.id))];
const jobId = (job: number): IppAttribute => attribute("job-id", "integer", job);

/** Only what this printer knows is asked of it: strict ones refuse a job for a word that they do not know. */
function ticket({ copies, sides, colour }: PrintOrder, { abilities }: PrinterStatus): IppAttribute[] {
  const mode = colour === "colour" && abilities.colour ? "color" : abilities.grey ? "monochrome" : null;
  return [
    attribute("copies", "integer", copies),
    attribute("media", "keyword", A4),
    ...(abilities.twoSided ? [attribute("sides", "keyword", sides === "two" ? "two-sided-long-edge" : "one-sided")] : []),
    ...(mode ? [attribute("print-color-mode", "keyword", mode)] : []),
  ];
}

function oneJob(answer: Result<IppMessage, PrinterTrouble>): Result<JobStatus, PrinterTrouble> {
  if (!answer.ok) return answer;
  const [job] = readJobs(answer.value);
  return job ? ok(job) : refuse("not-a-printer");
}
