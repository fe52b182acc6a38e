import type { Result } from "../../base/result.ts";
import type { FindAddress } from "../address.ts";
import { pauseUnlessEnded } from "../pause.ts";
import { createIppPrinter } from "./client.ts";
import type { ErrandTools, Printed } from "./errand.ts";
import type { PrintProblem, PrintProgress } from "./print-words.ts";
import type { PrinterAddress, PrinterStatus, PrinterTrouble, PrintOrder } from "./printer.ts";
import { writePrinterAddress } from "./printer-address.ts";
import { createPrintQueue, type PrintQueue } from "./queue.ts";

/** All printers that this program prints on. */
export interface Printing {
  status(address: PrinterAddress): Promise<Result<PrinterStatus, PrinterTrouble>>;
  /** As `PrintQueue.print`; orders for different printers do not wait for one another. */
  print(
    address: PrinterAddress,
    order: PrintOrder,
    watch: (progress: PrintProgress) => void,
    signal: AbortSignal,
  ): Promise<Result<Printed, PrintProblem>>;
  /** Orders not yet over at that printer. */
  waiting(address: PrinterAddress): number;
  close(): Promise<void>;
}

export function createPrinting(findAddress: FindAddress, pause: ErrandTools["pause"] = pauseUnlessEnded): Printing {
  const queues = new Map<string, PrintQueue>();
  const queueOf = (address: PrinterAddress): PrintQueue => {
    const key = writePrinterAddress(address);
    const queue = queues.get(key) ?? createPrintQueue(createIppPrinter(address, findAddress), pause);
    queues.set(key, queue);
    return queue;
  };
  return {
    status: (address) => createIppPrinter(address, findAddress).status(),
    print: (address, order, watch, signal) => queueOf(address).print(order, watch, signal),
    waiting: (address) => queues.get(writePrinterAddress(address))?.length ?? 0,
    close: async () => {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}
