import { once } from "node:events";
import { type ClientRequest, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ok, type Result, refuse } from "../../base/result.ts";
import { decodeMessage } from "./ipp/decode.ts";
import { encodeMessage } from "./ipp/encode.ts";
import type { IppMessage } from "./ipp/message.ts";
import type { PrintDocument, PrinterAddress } from "./printer.ts";

export type LineTrouble = "off" | "lost" | "cut" | "not-a-printer" | "wants-password" | "wants-secure-line";

export interface Parcel {
  readonly message: IppMessage;
  readonly document?: PrintDocument;
  readonly signal?: AbortSignal;
}

/**
 * One message to a printer and its answer, over HTTP (RFC 8010 §4), on a connection of its own: a kept one may be closed by the printer at the very
 * moment it is used, and nobody could tell whether the message arrived. Refusals: "off" when not a byte can have arrived, "cut" when the line
 * broke before all of the message had left, "lost" when it broke or stayed silent later on. A fault of the document's own source is thrown.
 *
 * `ip` is the checked address of `address.host`; it is connected to, so that the name cannot lead elsewhere a moment later. Printers sign their TLS
 * certificates themselves: ipps hides the paper from whoever listens on the wifi, it does not prove which printer it is.
 */
export async function exchange(ip: string, address: PrinterAddress, parcel: Parcel): Promise<Result<IppMessage, LineTrouble>> {
  if (parcel.signal?.aborted) return refuse("off");
  const request = open(ip, address, parcel);
  let connected = false;
  let whole = false;
  request.once("socket", (socket) => socket.once("connect", () => (connected = true)));
  request.once("finish", () => (whole = true));
  const source = new Source(parcel);
  try {
    const answered = once(request, "response") as Promise<[IncomingMessage]>;
    // A printer may answer before it has read everything: the answer counts, and what is not yet written is not needed any more.
    const written = pipeline(Readable.from(source.parts()), request);
    written.catch(() => undefined);
    const [response] = await answered;
    return await understand(response);
  } catch {
    if (source.fault) throw source.fault.cause;
    if (!connected) return refuse("off");
    return refuse(whole ? "lost" : "cut");
  } finally {
    request.destroy();
  }
}

function open(ip: string, address: PrinterAddress, { message, document, signal }: Parcel): ClientRequest {
  const length = encodeMessage(message).length + (document?.sizeBytes ?? 0);
  const host = address.host.includes(":") ? `[${address.host}]` : address.host;
  const options = {
    host: ip,
    port: address.port,
    path: address.path,
    method: "POST",
    agent: false,
    headers: { host: `${host}:${address.port}`, "content-type": "application/ipp", "content-length": length },
    timeout: CONNECT_MS,
    signal: AbortSignal.any([...(signal ? [signal] : []), ...(document ? [] : [AbortSignal.timeout(ANSWER_MS)])]),
  };
  const request = address.secure ? requestHttps({ ...options, rejectUnauthorized: false, servername: "" }) : requestHttp(options);
  request.on("timeout", () => request.destroy(new Error("the printer is silent")));
  request.once("socket", (socket) => socket.once("connect", () => request.setTimeout(document ? DOCUMENT_SILENCE_MS : ANSWER_SILENCE_MS)));
  request.on("error", () => undefined);
  return request;
}

/** On a local network a device that is on takes a connection within milliseconds; one that sleeps may need seconds. */
const CONNECT_MS = 5_000;
/** A printer that wakes up, or clears its memory, has been seen to take ten seconds for an answer. */
const ANSWER_SILENCE_MS = 20_000;
/** Nobody takes a minute to say how he is, byte by byte. */
const ANSWER_MS = 60_000;
/** A printer without paper stops reading the document when its memory is full, and goes on when there is paper: that takes as long as it takes. */
const DOCUMENT_SILENCE_MS = 30 * 60_000;

/** The bytes of a parcel; remembers when it was our own side that could not go on. */
class Source {
  fault: { readonly cause: unknown } | null = null;
  private readonly parcel: Parcel;

  constructor(parcel: Parcel) {
    this.parcel = parcel;
  }

  async *parts(): AsyncIterable<Uint8Array> {
    yield encodeMessage(this.parcel.message);
    if (!this.parcel.document) return;
    let missing = this.parcel.document.sizeBytes;
    try {
      for await (const part of this.parcel.document.open()) {
        missing -= part.length;
        if (missing < 0) break;
        yield part;
      }
      // The printer was told the size, and would wait for the rest.
      if (missing !== 0) throw new Error("the document has not the size that it was said to have");
    } catch (cause) {
      this.fault = { cause };
      throw cause;
    }
  }
}

/** An answer of all that a printer knows of itself has 9 KB, with every paper size and tray 100 KB. */
const MOST_ANSWER_BYTES = 2 * 1024 * 1024;

async function understand(response: IncomingMessage): Promise<Result<IppMessage, LineTrouble>> {
  const status = response.statusCode ?? 0;
  if (status === 401 || status === 403) return refuse("wants-password");
  if (status === 426) return refuse("wants-secure-line");
  if (status >= 500) return refuse("lost");
  if (status !== 200 || !/^application\/ipp\b/.test(response.headers["content-type"] ?? "")) return refuse("not-a-printer");
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of response as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > MOST_ANSWER_BYTES) return refuse("not-a-printer");
    parts.push(part);
  }
  const decoded = decodeMessage(Buffer.concat(parts));
  return decoded.ok ? ok(decoded.value.message) : refuse("lost");
}
