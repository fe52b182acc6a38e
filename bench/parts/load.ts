import { randomBytes } from "node:crypto";
import { Agent, request } from "node:http";
import { performance } from "node:perf_hooks";

/** What one round of load gave. */
export interface Round {
  readonly perSecond: number;
  /** Milliseconds, of single answers. */
  readonly p50: number;
  readonly p95: number;
  readonly failures: number;
}

/** Asks with so many connections at once for that long, each asking again as soon as it is answered; keep-alive, plain node:http. */
export async function load(connections: number, seconds: number, ask: (agent: Agent) => Promise<boolean>): Promise<Round> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let failures = 0;
  const start = performance.now();
  const end = start + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < end) {
        const asked = performance.now();
        if (await ask(agent)) times.push(performance.now() - asked);
        else failures += 1;
      }
    }),
  );
  const elapsed = (performance.now() - start) / 1000;
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
  return { perSecond: times.length / elapsed, p50: at(0.5), p95: at(0.95), failures };
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export function send(
  url: URL,
  agent: Agent,
  options: { method?: string; headers?: Record<string, string>; body?: Buffer } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { agent, method: options.method ?? "GET", headers: options.headers }, (reply) => {
      const parts: Buffer[] = [];
      reply.on("data", (part: Buffer) => parts.push(part));
      reply.on("end", () => resolve({ status: reply.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
      reply.on("error", reject);
    });
    outgoing.on("error", reject);
    outgoing.end(options.body);
  });
}

const BOUNDARY = "----loc-vung-bench";
export const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`;

/** A dossier as a partner sends it, with files that no other request has. */
export function multipart(dossier: string, papers: readonly string[], fileBytes: number, filler: Buffer): Buffer {
  const parts: Buffer[] = [Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="dossier"\r\n\r\n${dossier}\r\n`)];
  for (const paper of papers) {
    parts.push(
      Buffer.from(
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${paper}"; filename="${paper}.pdf"\r\nContent-Type: application/pdf\r\n\r\n`,
      ),
      randomBytes(32),
      filler.subarray(0, fileBytes - 32),
      Buffer.from("\r\n"),
    );
  }
  parts.push(Buffer.from(`--${BOUNDARY}--\r\n`));
  return Buffer.concat(parts);
}
