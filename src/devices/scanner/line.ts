import { once } from "node:events";
import { type ClientRequest, type IncomingMessage, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { performance } from "node:perf_hooks";
import { ok, type Result, refuse } from "../../base/result.ts";
import type { ScannerAddress } from "./scanner.ts";

/** Why there is no answer: nobody took the connection; it broke, or stayed silent, before an answer began; our side did not want it any more. */
export type LineTrouble = "off" | "lost" | "silent" | "stopped";

export interface Question {
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: string;
  /** An XML document. */
  readonly body?: string;
  readonly signal?: AbortSignal | undefined;
  readonly mostBytes: number;
  /** How long the scanner may keep silent before its answer begins. */
  readonly silenceMs: number;
}

export interface Answer {
  readonly status: number;
  readonly location: string | null;
  /** Which document of which job this is, where the scanner says so. */
  readonly contentLocation: string | null;
  /** In milliseconds; null where the scanner does not say. */
  readonly retryAfterMs: number | null;
  readonly bytes: Uint8Array;
  /** "broken": the line broke, or fell silent, before the end. "too-large": the rest was not fetched. */
  readonly end: "whole" | "broken" | "too-large";
  /** When the first byte of the body was here, by performance.now(). */
  readonly firstByteAt: number;
}

/**
 * One question to a scanner and its answer, on a connection of its own: small scanners forget to close kept ones, and some take only one at a time.
 * `ip` is the checked address of `address.host`; it is connected to, so that the name cannot lead elsewhere a moment later. Redirects are not followed.
 * Scanners sign their TLS certificates themselves: it hides the paper from whoever listens on the wifi, it does not prove which scanner it is.
 */
export async function ask(ip: string, address: ScannerAddress, question: Question): Promise<Result<Answer, LineTrouble>> {
  const { signal } = question;
  if (signal?.aborted) return refuse("stopped");
  const request = open(ip, address, question);
  let connected = false;
  let silent = false;
  request.once("socket", (socket) => socket.once("connect", () => (connected = true)));
  request.once("timeout", () => (silent = true));
  try {
    const answered = once(request, "response") as Promise<[IncomingMessage]>;
    request.end(question.body);
    const [response] = await answered;
    request.setTimeout(PART_SILENCE_MS);
    const answer = await receive(response, question.mostBytes);
    return signal?.aborted ? refuse("stopped") : ok(answer);
  } catch {
    if (signal?.aborted) return refuse("stopped");
    if (!connected) return refuse("off");
    return refuse(silent ? "silent" : "lost");
  } finally {
    request.destroy();
  }
}

/** On a local network a device that is on takes a connection within milliseconds; one that sleeps may need seconds. */
const CONNECT_MS = 5_000;
/** A scanner that has begun to send goes on as fast as its lamp moves; after a pulled cable nothing comes any more, not even an error. */
const PART_SILENCE_MS = 25_000;

function open(ip: string, address: ScannerAddress, { method, path, body, signal, silenceMs }: Question): ClientRequest {
  const host = address.host.includes(":") ? `[${address.host}]` : address.host;
  const usual = address.port === (address.secure ? 443 : 80);
  const options = {
    host: ip,
    port: address.port,
    path,
    method,
    agent: false,
    headers: {
      host: usual ? host : `${host}:${address.port}`,
      ...(body === undefined ? {} : { "content-type": "text/xml", "content-length": Buffer.byteLength(body) }),
    },
    timeout: CONNECT_MS,
    // Firmwares send header lines that no standard allows, and there is one answer only on this connection.
    insecureHTTPParser: true,
    ...(signal ? { signal } : {}),
  };
  const request = address.secure ? requestHttps({ ...options, rejectUnauthorized: false, servername: "" }) : requestHttp(options);
  request.on("timeout", () => request.destroy(new Error("the scanner is silent")));
  request.once("socket", (socket) => socket.once("connect", () => request.setTimeout(silenceMs)));
  request.on("error", () => undefined);
  return request;
}

async function receive(response: IncomingMessage, mostBytes: number): Promise<Answer> {
  const { headers, statusCode = 0 } = response;
  const parts: Buffer[] = [];
  let length = 0;
  let firstByteAt: number | null = null;
  let end: Answer["end"] = "whole";
  try {
    for await (const part of response as AsyncIterable<Buffer>) {
      firstByteAt ??= performance.now();
      length += part.length;
      if (length > mostBytes) {
        end = "too-large";
        break;
      }
      parts.push(part);
    }
  } catch {
    end = "broken";
  }
  return {
    status: statusCode,
    location: headers.location ?? null,
    contentLocation: headers["content-location"] ?? null,
    retryAfterMs: readRetryAfter(headers["retry-after"]),
    bytes: Buffer.concat(parts),
    end,
    firstByteAt: firstByteAt ?? performance.now(),
  };
}

/** Seconds, in HTTP also a date, which no scanner without a clock can say (RFC 9110 §10.2.3). */
function readRetryAfter(said: string | undefined): number | null {
  return said !== undefined && /^\d{1,4}$/.test(said.trim()) ? Number(said) * 1_000 : null;
}
