import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

export interface WebhookServer {
  readonly url: string;
  readonly received: { readonly headers: IncomingHttpHeaders; readonly body: string }[];
  /** The status that it answers with; null to take the message and never answer. */
  answer: number | null;
  close(): Promise<void>;
}

/** A provider of SMS on this machine: keeps what it gets. */
export async function openWebhookServer(): Promise<WebhookServer> {
  const http = createServer(async (request, reply) => {
    server.received.push({ headers: request.headers, body: await text(request) });
    if (server.answer === null) return;
    reply.writeHead(server.answer).end();
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const server: WebhookServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}/gui`,
    received: [],
    answer: 200,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  return server;
}

export interface Letter {
  readonly to: readonly string[];
  readonly raw: string;
  /** The body, decoded. */
  readonly text: string;
}

export interface MailServer {
  readonly url: string;
  readonly letters: Letter[];
  /** The code with which it refuses every receiver; null to take letters. */
  refuse: number | null;
  /** The code that it answers once a letter was taken, as one does that breaks off between keeping it and saying so; null to say so. */
  afterwards: number | null;
  close(): Promise<void>;
}

/** A real SMTP server on this machine: keeps the letters it gets. */
export async function openMailServer(): Promise<MailServer> {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: (_address, _session, done) => {
      if (server.refuse === null) done();
      else done(Object.assign(new Error("no"), { responseCode: server.refuse }));
    },
    onData: async (stream, session, done) => {
      const raw = await text(stream);
      server.letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), raw, text: bodyOf(raw) });
      if (server.afterwards === null) done();
      else done(Object.assign(new Error("no"), { responseCode: server.afterwards }));
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, "127.0.0.1", resolve));
  const server: MailServer = {
    url: `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`,
    letters: [],
    refuse: null,
    afterwards: null,
    close: () => new Promise((resolve) => smtp.close(() => resolve())),
  };
  return server;
}

function bodyOf(raw: string): string {
  const [head = "", ...rest] = raw.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  if (/^content-transfer-encoding: base64/im.test(head)) return Buffer.from(body, "base64").toString("utf8");
  if (!/^content-transfer-encoding: quoted-printable/im.test(head)) return body;
  const bytes = body
    .replace(/=\r\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
