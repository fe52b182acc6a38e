import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { attribute } from "../../src/devices/printer/ipp/attributes.ts";
import { decodeMessage } from "../../src/devices/printer/ipp/decode.ts";
import { encodeMessage } from "../../src/devices/printer/ipp/encode.ts";
import { type IppAttribute, type IppGroup, type IppMessage, OPERATIONS } from "../../src/devices/printer/ipp/message.ts";
import { JOB_STATES, type JobState } from "../../src/devices/printer/states.ts";
import { STATUSES } from "../../src/devices/printer/statuses.ts";
import type { TestPrinter } from "./test-printer.ts";

export interface SimulatedOptions {
  readonly formats: readonly string[];
  /** As printers with little memory do: the first page is out before the document is whole. */
  readonly printsWhileReceiving?: boolean;
  readonly countsPages?: boolean;
  /** Waits on for the rest of a document whose line was cut, instead of ending the job. */
  readonly waitsForTheRest?: boolean;
  readonly version?: 1 | 2;
}

export interface SimulatedPrinter extends TestPrinter {
  readonly jobs: readonly SimulatedJob[];
  openCover(): void;
  closeCover(): void;
  /** Somebody presses the red button. */
  cancelAtPanel(): void;
  /** The plug is out: every connection breaks, and after `switchOn` no job is known. */
  switchOff(): Promise<void>;
  switchOn(): Promise<void>;
}

export interface SimulatedJob {
  readonly id: number;
  readonly name: string;
  readonly ticket: Readonly<Record<string, string>>;
  state: JobState;
  reason: string;
  document: Buffer | null;
  printed: number;
  began: boolean;
}

/**
 * A printer of IPP Everywhere, as far as our client speaks with one: one job at a time, and "busy" to everybody else. Nothing in it takes time: a job
 * that has its document, and a printer that nothing is wrong with, is printed by the next time anybody asks.
 */
export async function startSimulatedPrinter(options: SimulatedOptions): Promise<SimulatedPrinter> {
  const simulated = new Simulated(options);
  await simulated.switchOn();
  return simulated;
}

type Request = { readonly message: IppMessage; readonly document: AsyncIterable<Buffer> };
type Status = keyof typeof STATUSES;
type Answer = { readonly status: Status; readonly groups?: readonly IppGroup[] };

class Simulated implements SimulatedPrinter {
  jobs: SimulatedJob[] = [];
  private readonly options: SimulatedOptions;
  private readonly wrong = new Set<string>();
  private readonly printedDocuments: Buffer[] = [];
  private ticket: Readonly<Record<string, string>> = {};
  private held = false;
  private server: Server | null = null;
  private port = 0;
  private upSince = 0;
  private lastJob = 0;

  constructor(options: SimulatedOptions) {
    this.options = options;
  }

  get address() {
    return { host: "localhost", port: this.port, path: "/ipp/print", secure: false };
  }

  async received(): Promise<Buffer[]> {
    this.work();
    return this.printedDocuments;
  }

  async lastTicket(): Promise<Readonly<Record<string, string>>> {
    this.work();
    return this.ticket;
  }

  takePaperOut = async (): Promise<void> => void this.wrong.add("media-empty");
  putPaperIn = async (): Promise<void> => void this.wrong.delete("media-empty");
  jam = async (): Promise<void> => void this.wrong.add("media-jam");
  clearJam = async (): Promise<void> => void this.wrong.delete("media-jam");
  openCover = (): void => void this.wrong.add("cover-open");
  closeCover = (): void => void this.wrong.delete("cover-open");

  async hold(): Promise<void> {
    this.held = true;
  }

  async release(): Promise<void> {
    this.held = false;
  }

  cancelAtPanel(): void {
    const job = this.active();
    if (job) Object.assign(job, { state: "canceled", reason: "job-canceled-at-device" });
  }

  async switchOn(): Promise<void> {
    this.jobs = [];
    this.upSince = Date.now();
    const server = createServer((request, response) => {
      this.answer(request)
        .then((bytes) => response.writeHead(200, { "content-type": "application/ipp", "content-length": bytes.length }).end(bytes))
        .catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => server.listen(this.port, "127.0.0.1", resolve));
    this.server = server;
    this.port = (server.address() as AddressInfo).port;
  }

  async switchOff(): Promise<void> {
    const server = this.server;
    this.server = null;
    server?.closeAllConnections();
    await new Promise((resolve) => (server ? server.close(resolve) : resolve(null)));
  }

  close(): Promise<void> {
    return this.switchOff();
  }

  private async answer(incoming: IncomingMessage): Promise<Uint8Array> {
    const request = await readRequest(incoming);
    const { message } = request;
    this.work();
    const { status, groups = [] } = await this.perform(request);
    const greeting: IppGroup = {
      tag: "operation",
      attributes: [attribute("attributes-charset", "charset", "utf-8"), attribute("attributes-natural-language", "naturalLanguage", "en")],
    };
    return encodeMessage({ version: message.version, code: STATUSES[status], requestId: message.requestId, groups: [greeting, ...groups] });
  }

  private async perform(request: Request): Promise<Answer> {
    const { version, code } = request.message;
    if (version[0] > (this.options.version ?? 2)) return { status: "server-error-version-not-supported" };
    if (code === OPERATIONS["Get-Printer-Attributes"]) return { status: "successful-ok", groups: [this.describe()] };
    if (code === OPERATIONS["Validate-Job"]) return { status: this.refusal(request.message) ?? "successful-ok" };
    if (code === OPERATIONS["Create-Job"]) return this.create(request.message);
    if (code === OPERATIONS["Get-Jobs"]) return this.list(request.message);
    const job = this.jobs.find(({ id }) => id === said(request.message, "job-id"));
    if (!job) return { status: "client-error-not-found" };
    if (code === OPERATIONS["Send-Document"]) return this.take(job, request);
    if (code === OPERATIONS["Cancel-Job"]) return { status: this.cancel(job) };
    if (code === OPERATIONS["Get-Job-Attributes"]) return { status: "successful-ok", groups: [this.jobGroup(job)] };
    return { status: "server-error-operation-not-supported" };
  }

  private create(message: IppMessage): Answer {
    const refusal = this.refusal(message) ?? (this.active() ? "server-error-busy" : null);
    if (refusal) return { status: refusal };
    this.lastJob += 1;
    const asked = message.groups.find(({ tag }) => tag === "job")?.attributes ?? [];
    const job: SimulatedJob = {
      id: this.lastJob,
      name: String(said(message, "job-name")),
      ticket: Object.fromEntries(asked.map(({ name, values }) => [name, String(values[0])])),
      state: "held",
      reason: "job-data-insufficient",
      document: null,
      printed: 0,
      began: false,
    };
    this.jobs.push(job);
    return { status: "successful-ok", groups: [this.jobGroup(job)] };
  }

  private async take(job: SimulatedJob, { document }: Request): Promise<Answer> {
    if (JOB_STATES[job.state].over) return { status: "client-error-not-possible" };
    if (job.document) return { status: "server-error-multiple-document-jobs-not-supported" };
    job.reason = "job-incoming";
    const parts: Buffer[] = [];
    try {
      for await (const part of document) {
        parts.push(part);
        if (this.options.printsWhileReceiving) Object.assign(job, { state: "processing", printed: 1, began: true });
      }
    } catch (broken) {
      if (!JOB_STATES[job.state].over && !this.options.waitsForTheRest)
        Object.assign(job, { state: "aborted", reason: "aborted-by-system" });
      throw broken;
    }
    if (JOB_STATES[job.state].over) return { status: "server-error-job-canceled" };
    Object.assign(job, { state: "pending", reason: "job-queued", document: Buffer.concat(parts) });
    return { status: "successful-ok", groups: [this.jobGroup(job)] };
  }

  private cancel(job: SimulatedJob): Status {
    if (JOB_STATES[job.state].over) return "client-error-not-possible";
    Object.assign(job, { state: "canceled", reason: "job-canceled-by-user" });
    return "successful-ok";
  }

  private list(message: IppMessage): Answer {
    const over = said(message, "which-jobs") === "completed";
    return {
      status: "successful-ok",
      groups: this.jobs.filter(({ state }) => JOB_STATES[state].over === over).map((job) => this.jobGroup(job)),
    };
  }

  /** What happens between two questions. */
  private work(): void {
    const job = this.active();
    if (!job?.document) return;
    const stops = this.wrong.size > 0;
    Object.assign(job, { state: stops ? "stopped" : "processing", reason: stops ? "printer-stopped" : "job-printing", began: true });
    this.ticket = job.ticket;
    if (stops || this.held) return;
    this.printedDocuments.push(job.document);
    Object.assign(job, { state: "completed", reason: "job-completed-successfully", printed: Number(job.ticket.copies ?? 1) });
  }

  private active(): SimulatedJob | undefined {
    return this.jobs.find(({ state }) => !JOB_STATES[state].over);
  }

  private refusal(message: IppMessage): Status | null {
    const format = said(message, "document-format");
    return format === undefined || this.options.formats.includes(String(format)) ? null : "client-error-document-format-not-supported";
  }

  private describe(): IppGroup {
    const state = this.wrong.size > 0 && this.active() ? 5 : this.active() ? 4 : 3;
    const reasons = [...this.wrong].map((reason) => `${reason}-error`);
    const size = [attribute("x-dimension", "integer", 21_000), attribute("y-dimension", "integer", 29_700)];
    return {
      tag: "printer",
      attributes: [
        attribute("printer-name", "name", "Máy in giả"),
        attribute("printer-info", "textWithLanguage", "Máy in giả ở quầy"),
        attribute("printer-make-and-model", "text", "Own Simulator"),
        attribute("printer-state", "enum", state),
        attribute("printer-state-reasons", "keyword", ...(reasons.length > 0 ? reasons : ["none"])),
        attribute("printer-is-accepting-jobs", "boolean", true),
        attribute("printer-up-time", "integer", 1 + Math.floor((Date.now() - this.upSince) / 1000)),
        attribute("document-format-supported", "mimeMediaType", ...this.options.formats),
        attribute("operations-supported", "enum", ...Object.values(OPERATIONS)),
        attribute("media-supported", "keyword", "iso_a4_210x297mm", "iso_a5_148x210mm"),
        attribute("media-col-ready", "collection", [attribute("media-size", "collection", size)]),
        attribute("sides-supported", "keyword", "one-sided", "two-sided-long-edge"),
        attribute("print-color-mode-supported", "keyword", "monochrome", "color"),
        attribute("copies-supported", "rangeOfInteger", { low: 1, high: 99 }),
        attribute("marker-names", "name", "Black Toner"),
        attribute("marker-types", "keyword", "toner"),
        attribute("marker-levels", "integer", 12),
        attribute("printer-geo-location", "unknown"),
      ],
    };
  }

  private jobGroup(job: SimulatedJob): IppGroup {
    const counted = (this.options.countsPages ?? true) ? [attribute("job-impressions-completed", "integer", job.printed)] : [];
    return {
      tag: "job",
      attributes: [
        attribute("job-id", "integer", job.id),
        attribute("job-name", "name", job.name),
        attribute("job-state", "enum", JOB_STATES[job.state].number),
        attribute("job-state-reasons", "keyword", job.reason),
        job.began ? attribute("time-at-processing", "integer", 1) : attribute("time-at-processing", "no-value"),
        ...counted,
      ],
    };
  }
}

/** The message, and what follows it as a stream: a document is read while it comes. */
async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const parts = incoming[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  let read = Buffer.alloc(0);
  for (;;) {
    const decoded = decodeMessage(read);
    if (decoded.ok) return { message: decoded.value.message, document: rest(read.subarray(decoded.value.length), parts) };
    const part = await parts.next();
    if (part.done) throw new Error("the request ends too early");
    read = Buffer.concat([read, part.value]);
  }
}

async function* rest(first: Buffer, parts: AsyncIterator<Buffer>): AsyncIterable<Buffer> {
  yield first;
  for (let part = await parts.next(); !part.done; part = await parts.next()) yield part.value;
}

function said(message: IppMessage, name: string): IppAttribute["values"][number] | undefined {
  return message.groups.find(({ tag }) => tag === "operation")?.attributes.find((found) => found.name === name)?.values[0];
}
