import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { OPERATIONS, type Operation } from "../../src/devices/printer/ipp/message.ts";
import type { PrinterAddress } from "../../src/devices/printer/printer.ts";

/** A wire between a program and a printer that a test can cut where it hurts. */
export interface LosingLine {
  readonly address: PrinterAddress;
  /** The printer hears the next request of that operation, and its answer is lost. */
  loseAnswerTo(operation: Operation): void;
  /** The next document breaks off after so many bytes of its request. */
  breakDocumentAfter(bytes: number): void;
  /** How often each operation went over the line. */
  count(operation: Operation): number;
  close(): Promise<void>;
}

export async function startLosingLine(to: PrinterAddress): Promise<LosingLine> {
  const counts = new Map<number, number>();
  const open = new Set<Socket>();
  let losing: number | null = null;
  let documentBytes: number | null = null;

  const server = createServer((client) => {
    const printer = connect(to.port, "127.0.0.1");
    for (const socket of [client, printer]) {
      open.add(socket);
      socket.on("close", () => open.delete(socket));
      socket.on("error", () => undefined);
    }
    let head = Buffer.alloc(0);
    let operation: number | null = null;
    let loses = false;
    let budget = Number.POSITIVE_INFINITY;
    const cut = () => {
      client.destroy();
      printer.destroy();
    };
    const begin = (found: number) => {
      operation = found;
      counts.set(found, (counts.get(found) ?? 0) + 1);
      loses = losing === found;
      if (loses) losing = null;
      if (found === OPERATIONS["Send-Document"] && documentBytes !== null) {
        budget = documentBytes;
        documentBytes = null;
      }
    };
    const forward = (bytes: Buffer) => {
      printer.write(bytes.subarray(0, budget));
      budget -= bytes.length;
      if (budget > 0) return;
      client.pause();
      // Given a moment, so that what was written is read before the line is seen to be cut.
      setTimeout(cut, 50);
    };
    client.on("data", (bytes: Buffer) => {
      if (operation !== null) return forward(bytes);
      head = Buffer.concat([head, bytes]);
      const body = head.indexOf("\r\n\r\n") + 4;
      if (body < 4 || head.length < body + 4) return;
      begin(head.readUInt16BE(body + 2));
      forward(head);
    });
    client.on("end", () => printer.end());
    client.on("close", () => loses || printer.destroy());
    printer.on("data", (bytes: Buffer) => (loses ? cut() : client.write(bytes)));
    printer.on("close", () => client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    address: { ...to, port: (server.address() as AddressInfo).port },
    loseAnswerTo: (operation) => {
      losing = OPERATIONS[operation];
    },
    breakDocumentAfter: (bytes) => {
      documentBytes = bytes;
    },
    count: (operation) => counts.get(OPERATIONS[operation]) ?? 0,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
