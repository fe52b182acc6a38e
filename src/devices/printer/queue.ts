import { type Result, refuse } from "../../base/result.ts";
import { type ErrandTools, type Printed, runErrand } from "./errand.ts";
import type { PrintProblem, PrintProgress } from "./print-words.ts";
import type { Printer, PrintOrder } from "./printer.ts";

export interface PrintQueue {
  /**
   * Prints when the orders before it are over. Asked twice for the same order's id, it answers twice about the same sheets. `signal` takes the order
   * back, in line or under way; the sheets that are out stay out.
   */
  print(order: PrintOrder, watch: (progress: PrintProgress) => void, signal: AbortSignal): Promise<Result<Printed, PrintProblem>>;
  /** Orders not yet over, the one under way among them. */
  readonly length: number;
  /** Takes every order back. */
  close(): Promise<void>;
}

/** One order at a time to one printer: a small printer answers a second job with "busy", and a big one mixes the sheets of two people. */
export function createPrintQueue(printer: Printer, pause: ErrandTools["pause"]): PrintQueue {
  const open = new Map<string, Promise<Result<Printed, PrintProblem>>>();
  const closing = new AbortController();
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = async (before: Promise<unknown>, order: PrintOrder, tools: ErrandTools): Promise<Result<Printed, PrintProblem>> => {
    tools.watch({ phase: "in-line", reasons: [], printed: null });
    await Promise.race([before, ended(tools.signal)]);
    return tools.signal.aborted ? refuse("canceled") : runErrand(printer, order, tools);
  };
  const print: PrintQueue["print"] = (order, watch, signal) => {
    const known = open.get(order.id);
    if (known) return known;
    const before = last;
    const mine = inTurn(before, order, { pause, watch, signal: AbortSignal.any([signal, closing.signal]) }).finally(() =>
      open.delete(order.id),
    );
    open.set(order.id, mine);
    // The next one waits for those before this one too, when this one left the line early.
    last = Promise.allSettled([before, mine]);
    return mine;
  };
  return {
    print,
    get length() {
      return open.size;
    },
    close: async () => {
      closing.abort();
      await last;
    },
  };
}

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
