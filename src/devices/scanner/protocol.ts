import { ok, type Result, refuse } from "../../base/result.ts";
import type { FindAddress } from "../address.ts";
import { abilitiesOf, type Capabilities, readCapabilities } from "./capabilities.ts";
import { readJobPath } from "./job-path.ts";
import { type Answer, ask, type LineTrouble, type Question } from "./line.ts";
import type { ScannerAddress, ScannerTrouble } from "./scanner.ts";
import { type Settings, writeSettings } from "./settings.ts";
import { type FullStatus, readStatus } from "./status.ts";

/** The five questions of eSCL (Mopria eSCL, "Scan operations"), each asked once; who asks again is the errand. */
export interface Protocol {
  capabilities(signal?: AbortSignal): Promise<Result<Capabilities, ScannerTrouble>>;
  status(signal?: AbortSignal): Promise<Result<FullStatus, ScannerTrouble>>;
  /** The path of the new job. It cannot be stopped half-way: nobody would know of the job then. */
  create(settings: Settings, capabilities: Capabilities): Promise<Result<string, JobTrouble>>;
  next(job: string, signal: AbortSignal): Promise<Result<Answer, LineTrouble | "not-local">>;
  /** Tells the scanner to forget the job; that it has forgotten it already is fine too. */
  cancel(job: string): Promise<void>;
}

/** "conflict": the scanner does not take this order as it stands now (409). */
export type JobTrouble = ScannerTrouble | "conflict";

export function createProtocol(address: ScannerAddress, findAddress: FindAddress): Protocol {
  let line = address;
  const say = async (question: Question) => {
    const found = await findAddress(address.host);
    if (!found.ok) return found;
    const answer = await ask(found.value, line, question);
    const secured = answer.ok && securedLine(answer.value, line);
    if (!secured) return answer;
    line = secured;
    return ask(found.value, line, question);
  };
  const read = async <Document>(name: string, reader: (bytes: Uint8Array) => Document | null, signal?: AbortSignal) => {
    const path = `${address.path}/${name}`;
    const answer = await say({ method: "GET", path, signal, mostBytes: MOST_XML_BYTES, silenceMs: XML_SILENCE_MS });
    return answer.ok ? understand(answer.value, reader) : refuse(TROUBLES[answer.reason]);
  };
  const post = async (body: string) =>
    say({ method: "POST", path: `${address.path}/ScanJobs`, body, mostBytes: MOST_XML_BYTES, silenceMs: JOB_SILENCE_MS });
  return {
    capabilities: (signal) => read("ScannerCapabilities", readCapabilities, signal),
    status: (signal) => read("ScannerStatus", readStatus, signal),
    create: async (settings, capabilities) => {
      const first = await post(writeSettings(settings, capabilities));
      const answer = first.ok && STUMBLED.has(first.value.status) ? await post(writeSettings(settings, capabilities, "plain")) : first;
      if (!answer.ok) return refuse(TROUBLES[answer.reason]);
      const { status, location } = answer.value;
      if (status < 200 || status > 299) return refuse(ORDER_TROUBLES[status] ?? "failed");
      const job = readJobPath(location, address.path);
      return job === null ? refuse("failed") : ok(job);
    },
    next: (job, signal) =>
      say({ method: "GET", path: `${job}/NextDocument`, signal, mostBytes: MOST_PAGE_BYTES, silenceMs: PAGE_SILENCE_MS }),
    cancel: async (job) => {
      await say({ method: "DELETE", path: job, mostBytes: MOST_XML_BYTES, silenceMs: CANCEL_SILENCE_MS });
    },
  };
}

/**
 * Where a scanner wants to be spoken to over TLS instead (HP's do, once somebody has asked for it): at its own checked address, whatever the redirect
 * says; only the port is taken from it. No other redirect is followed.
 */
export function securedLine({ status, location }: Pick<Answer, "status" | "location">, line: ScannerAddress): ScannerAddress | null {
  if (line.secure || ![301, 302, 307, 308].includes(status) || !location || !URL.canParse(location)) return null;
  const { protocol, port } = new URL(location);
  return protocol === "https:" ? { ...line, secure: true, port: port === "" ? 443 : Number(port) } : null;
}

/** The abilities as the rest of the house knows them. */
export async function readAbilities(protocol: Protocol, signal?: AbortSignal) {
  const capabilities = await protocol.capabilities(signal);
  return capabilities.ok ? ok(abilitiesOf(capabilities.value)) : capabilities;
}

const MOST_XML_BYTES = 1024 * 1024;
/** A4 in colour at 600 dots an inch, hardly pressed, has 30 MB. */
const MOST_PAGE_BYTES = 60 * 1024 * 1024;
/** A scanner that wakes up has been seen to take ten seconds for an answer. */
const XML_SILENCE_MS = 20_000;
/** Somebody waits for the end, and a job that is not cancelled ends by itself some time. */
const CANCEL_SILENCE_MS = 5_000;
/** Some warm their lamp before they answer. */
const JOB_SILENCE_MS = 45_000;
/** Many hold the answer back until the page is scanned, which takes an old one a minute at high resolution. */
const PAGE_SILENCE_MS = 75_000;

const TROUBLES = { off: "off", lost: "lost", silent: "lost", stopped: "cancelled", "not-local": "not-local" } as const satisfies Record<
  LineTrouble | "not-local",
  ScannerTrouble
>;

/** Answers to an order that is not understood, or asks for what cannot be; what is simpler may do. */
const STUMBLED: ReadonlySet<number> = new Set([400, 409, 415, 422, 500]);

function understand<Document>(
  { status, bytes, end }: Answer,
  reader: (bytes: Uint8Array) => Document | null,
): Result<Document, ScannerTrouble> {
  if (status !== 200) return refuse(status === 404 ? "not-a-scanner" : (PLAIN[status] ?? "not-a-scanner"));
  const document = reader(bytes);
  if (document !== null) return ok(document);
  return refuse(end === "broken" ? "lost" : "not-a-scanner");
}

const PLAIN: Readonly<Record<number, ScannerTrouble>> = { 401: "wants-password", 403: "wants-password", 500: "failed", 503: "busy" };

/** Of an answer to an order. */
const ORDER_TROUBLES: Readonly<Record<number, JobTrouble>> = {
  ...PLAIN,
  400: "cannot-do",
  404: "not-a-scanner",
  409: "conflict",
  415: "cannot-do",
  422: "cannot-do",
};
