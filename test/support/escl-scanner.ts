import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import sharp from "sharp";
import type { ScannerAddress } from "../../src/devices/scanner/scanner.ts";
import { capabilitiesXml, statusXml } from "./escl-documents.ts";

export interface SimulatedScannerOptions {
  readonly glass?: boolean;
  readonly feeder?: boolean;
  readonly version?: string;
  readonly formats?: readonly string[];
  /** Setting profiles stand at the top of the capabilities and are named by the sources. */
  readonly profilesByRef?: boolean;
  readonly resolutions?: readonly number[] | { readonly min: number; readonly max: number; readonly step: number };
  readonly colourModes?: readonly string[];
  /** How a new job's Location is written. */
  readonly location?: (job: string) => string;
  /** Its status lists no jobs. */
  readonly keepsJobsToItself?: boolean;
  /** How often "not yet" (503) is said of each page. */
  readonly notYet?: number;
  /** With each "not yet". */
  readonly retryAfterSeconds?: number;
  /** What comes after a page whose line broke. */
  readonly afterBreak?: "same page" | "next page" | "page before";
  /** How the length of a page is told: by its number of bytes, in chunks, or by closing the line. */
  readonly framing?: "length" | "chunks" | "close";
  readonly contentType?: string;
  /** Speaks over TLS only, with this key and certificate. */
  readonly secure?: { readonly key: string; readonly cert: string };
  /** Says which document of the job it sends. */
  readonly contentLocation?: boolean;
  /** An order with one of these elements is answered with 400. */
  readonly stumblesOver?: RegExp;
  /** What is said of an empty feeder after the last sheet; 409 is a mistake that was seen. */
  readonly noMore?: 404 | 409 | 410;
}

/** Befalls the scanner when it is about to send that page of a job, counted from 1. */
export type Mishap = "cut" | "unplugged" | Stop;
type Stop = "jam" | "cover-open" | "cancelled-at-panel" | "empty";

export interface SimulatedJob {
  readonly path: string;
  readonly order: string;
  readonly source: "Platen" | "Feeder";
  state: "Pending" | "Processing" | "Completed" | "Canceled" | "Aborted";
  sent: number;
  refusals: number;
}

/** A JPEG that differs from every other number's. */
export function aSheet(number: number): Promise<Buffer> {
  const background = { r: (number * 53) % 256, g: 240, b: 255 - ((number * 31) % 256) };
  return sharp({ create: { width: 320, height: 452, channels: 3, background, noise: { type: "gaussian", mean: 128 + number, sigma: 30 } } })
    .jpeg()
    .toBuffer();
}

/** A scanner that speaks eSCL, as far as our client speaks with one, with the manners and mishaps of many makers. One job at a time. */
export class SimulatedScanner {
  /** What lies in the feeder, and on the glass. */
  sheets: Buffer[] = [];
  onGlass: Buffer = Buffer.alloc(0);
  /** What its feeder says instead of "loaded" or "empty". */
  feederState: string | null = null;
  state: "Idle" | "Processing" | "Testing" | "Stopped" | "Down" | null = null;
  /** Answers to new jobs before one is taken. */
  orderAnswers: number[] = [];
  /** Questions of any kind that are answered with "busy" before it is awake. */
  waking = 0;
  readonly jobs: SimulatedJob[] = [];
  readonly asked: string[] = [];
  readonly mishaps = new Map<number, Mishap>();
  private readonly options: SimulatedScannerOptions;
  private server: Server | null = null;
  private port = 0;
  private broken: Buffer | null = null;
  private before: Buffer | null = null;

  constructor(options: SimulatedScannerOptions = {}) {
    this.options = options;
  }

  get address(): ScannerAddress {
    return { host: "127.0.0.1", port: this.port, path: "/eSCL", secure: this.options.secure !== undefined };
  }

  async start(): Promise<this> {
    const answer = (request: IncomingMessage, response: ServerResponse) => void this.answer(request, response);
    this.server = this.options.secure ? createSecureServer(this.options.secure, answer) : createServer(answer);
    await new Promise<void>((done) => this.server?.listen(this.port, "127.0.0.1", done));
    this.port = (this.server.address() as AddressInfo).port;
    return this;
  }

  /** The plug is out: every connection breaks, nobody answers any more. */
  async unplug(): Promise<void> {
    const server = this.server;
    this.server = null;
    if (!server) return;
    const closed = new Promise<void>((done) => server.close(() => done()));
    server.closeAllConnections();
    await closed;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const { method = "", url = "" } = request;
    this.asked.push(`${method} ${url}`);
    const job = this.jobs.find(({ path }) => url === path || url === `${path}/NextDocument`);
    this.waking -= 1;
    if (this.waking >= 0) response.writeHead(503).end();
    else if (url === "/eSCL/ScannerCapabilities") xml(response, capabilitiesXml(this.options));
    else if (url === "/eSCL/ScannerStatus") xml(response, this.status());
    else if (method === "POST" && url === "/eSCL/ScanJobs") this.order(Buffer.concat(parts).toString(), response);
    else if (job && method === "DELETE") this.drop(job, response);
    else if (job && url.endsWith("/NextDocument")) this.next(job, response);
    else response.writeHead(404).end();
  }

  private status(): string {
    const feeder = this.feederState ?? (this.sheets.length > 0 ? "ScannerAdfLoaded" : "ScannerAdfEmpty");
    const state = this.state ?? (this.jobs.some(isOpen) ? "Processing" : "Idle");
    return statusXml(state, this.options.feeder === false ? null : feeder, this.options.keepsJobsToItself ? [] : this.jobs);
  }

  private order(order: string, response: ServerResponse): void {
    const refusal = this.orderAnswers.shift();
    if (refusal !== undefined) return void response.writeHead(refusal).end();
    if (this.options.stumblesOver?.test(order)) return void response.writeHead(400).end();
    if (this.jobs.some(isOpen)) return void response.writeHead(503).end();
    const path = `/eSCL/ScanJobs/${crypto.randomUUID()}`;
    const source = order.includes("<pwg:InputSource>Feeder") ? "Feeder" : "Platen";
    this.jobs.push({ path, order, source, state: "Pending", sent: 0, refusals: 0 });
    this.broken = null;
    this.before = null;
    const location = this.options.location?.(path) ?? `http://127.0.0.1:${this.port}${path}`;
    response.writeHead(201, { Location: location }).end();
  }

  private drop(job: SimulatedJob, response: ServerResponse): void {
    if (!isOpen(job)) return void response.writeHead(404).end();
    job.state = "Canceled";
    response.writeHead(200).end();
  }

  private next(job: SimulatedJob, response: ServerResponse): void {
    if (!isOpen(job)) return void response.writeHead(job.state === "Canceled" ? 410 : 404).end();
    job.state = "Processing";
    if (job.refusals < (this.options.notYet ?? 0)) {
      job.refusals += 1;
      const { retryAfterSeconds: seconds } = this.options;
      return void response.writeHead(503, seconds === undefined ? {} : { "Retry-After": String(seconds) }).end();
    }
    job.refusals = 0;
    const mishap = this.mishaps.get(job.sent + 1);
    this.mishaps.delete(job.sent + 1);
    const page = this.pull(job);
    if (mishap && mishap !== "cut" && mishap !== "unplugged") return void this.stop(job, mishap, response);
    if (!page) {
      job.state = job.sent > 0 ? "Completed" : "Aborted";
      return void response.writeHead(this.options.noMore ?? 404).end();
    }
    if (mishap) return void this.breakOff(job, page, mishap, response);
    job.sent += 1;
    if (!this.broken) this.before = page;
    this.send(job, page, response);
  }

  /** The page that is next; after a break that is not everywhere the one that was broken off. */
  private pull(job: SimulatedJob): Buffer | null {
    const { broken } = this;
    this.broken = null;
    const { before } = this;
    this.before = null;
    if (broken && before && this.options.afterBreak === "page before") {
      this.broken = broken;
      job.sent -= 1;
      return before;
    }
    if (broken && this.options.afterBreak !== "next page") return broken;
    if (job.source === "Feeder") return this.sheets.shift() ?? null;
    return job.sent > 0 ? null : this.onGlass;
  }

  private stop(job: SimulatedJob, mishap: Stop, response: ServerResponse): void {
    job.state = mishap === "cancelled-at-panel" ? "Canceled" : "Aborted";
    if (mishap === "jam") this.feederState = "ScannerAdfJam";
    if (mishap === "cover-open") this.feederState = "ScannerAdfHatchOpen";
    if (mishap === "empty") this.feederState = "ScannerAdfEmpty";
    response.writeHead(mishap === "cancelled-at-panel" ? 410 : 409).end();
  }

  private breakOff(job: SimulatedJob, page: Buffer, mishap: "cut" | "unplugged", response: ServerResponse): void {
    this.broken = page;
    response.writeHead(200, this.headers(job, page));
    response.write(page.subarray(0, page.length / 2), () => {
      if (mishap === "unplugged") void this.unplug();
      else response.destroy();
    });
  }

  private send(job: SimulatedJob, page: Buffer, response: ServerResponse): void {
    if (this.options.framing === "close") response.shouldKeepAlive = false;
    if (this.options.framing === "close") response.useChunkedEncodingByDefault = false;
    response.writeHead(200, this.headers(job, page));
    response.end(page);
  }

  private headers(job: SimulatedJob, page: Buffer): Record<string, string | number> {
    const { framing = "length", contentType = "image/jpeg", contentLocation = false } = this.options;
    return {
      "Content-Type": contentType,
      ...(framing === "length" ? { "Content-Length": page.length } : {}),
      ...(contentLocation ? { "Content-Location": `${job.path}/${job.sent}` } : {}),
    };
  }
}

function isOpen({ state }: SimulatedJob): boolean {
  return state === "Pending" || state === "Processing";
}

function xml(response: ServerResponse, text: string): void {
  response.writeHead(200, { "Content-Type": "text/xml; charset=UTF-8" }).end(text);
}
