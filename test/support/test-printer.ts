import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { PrinterAddress } from "../../src/devices/printer/printer.ts";

/** A printer that a test can do to what people do to printers, be it the one of CUPS or our own. */
export interface TestPrinter {
  readonly address: PrinterAddress;
  /** Every document that arrived whole and was printed, oldest first. */
  received(): Promise<Buffer[]>;
  /** What the last job to be printed asked for: `copies`, `media`, `sides`, `print-color-mode`. */
  lastTicket(): Promise<Readonly<Record<string, string>>>;
  takePaperOut(): Promise<void>;
  putPaperIn(): Promise<void>;
  /** The sheet of the job under way, or of the next one, is stuck. */
  jam(): Promise<void>;
  clearJam(): Promise<void>;
  /** The job under way, or the next one, does not end before `release`. */
  hold(): Promise<void>;
  release(): Promise<void>;
  close(): Promise<void>;
}

export type StartPrinter = (options: { readonly formats: readonly string[] }) => Promise<TestPrinter>;

/** A PDF of one empty A4 page, and as many bytes of nothing compressible as wanted. */
export function aPdf(weightBytes = 2_000): Buffer {
  const noise = randomBytes(weightBytes).toString("base64");
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    `<< /Length ${noise.length} >>\nstream\n${noise}\nendstream`,
  ];
  let text = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  const xref = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`;
  return Buffer.from(`${text}${xref}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`, "latin1");
}

/** Comes back when it holds; a test that waits longer than a busy machine needs has failed. */
export async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`never came: ${what}`);
    await sleep(30);
  }
}
