import { createWorkshop, type Workshop, type WorkshopLimits } from "./workshop.ts";

/** A hard photo takes five seconds on a slow machine. */
const LIMITS: WorkshopLimits = { patienceMs: 20_000, memoryBytes: 1_000_000_000, idleMs: 60_000 };

let workshop: Workshop<Uint8Array, string | null> | null = null;

/** The text of the QR code in a photo of an ID card (JPEG, PNG, WebP, AVIF or HEIC), or null when none could be read. */
export async function readCardQr(photo: Uint8Array): Promise<string | null> {
  workshop ??= createWorkshop(new URL("./card-photo-worker.ts", import.meta.url), LIMITS);
  const worked = await workshop.work(photo);
  return worked.ok ? worked.value : null;
}
