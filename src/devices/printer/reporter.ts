import type { PrintPhase, PrintProgress } from "./print-words.ts";
import type { JobStatus, Printer, PrinterStatus } from "./printer.ts";
import { PRINTER_REASONS } from "./states.ts";

/** Tells whoever waits for the paper where it is and what the printer complains of. */
export class Reporter {
  private readonly printer: Printer;
  private readonly watch: (progress: PrintProgress) => void;

  constructor(printer: Printer, watch: (progress: PrintProgress) => void) {
    this.printer = printer;
    this.watch = watch;
  }

  phase(phase: PrintPhase, status: PrinterStatus | null = null, printed: number | null = null): void {
    this.watch({ phase, reasons: status?.reasons ?? [], printed });
  }

  async busy(status: PrinterStatus | null): Promise<void> {
    this.phase("busy", status ?? (await this.status()));
  }

  async job(job: JobStatus): Promise<void> {
    const status = await this.status();
    const stands = job.state === "stopped" || job.state === "held" || status?.reasons.some((reason) => PRINTER_REASONS[reason].stops);
    this.phase(stands ? "waiting" : "printing", status, job.printed);
  }

  /** While a document is on its way, the printer may run out of paper and stop reading: whoever waits is told why. */
  async sending<Value>(sending: Promise<Value>, pause: () => Promise<void>): Promise<Value> {
    let over = false;
    const ended = sending.finally(() => {
      over = true;
    });
    this.phase("sending");
    while (!over) {
      await Promise.race([ended, pause()]);
      if (!over) this.phase("sending", await this.status());
    }
    return ended;
  }

  private async status(): Promise<PrinterStatus | null> {
    const status = await this.printer.status();
    return status.ok ? status.value : null;
  }
}
