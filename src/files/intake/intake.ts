import { type Result, refuse } from "../../base/result.ts";
import type { PaperProblem } from "../../domain/papers/problems.ts";
import { createWorkshop, type Trouble, type WorkshopLimits } from "../workshop.ts";

/** A file made ready to be part of a paper: a picture as a page with a preview (WebP), or a PDF as it came, without one. */
export interface ReadyPart {
  readonly kind: "image" | "pdf";
  /** of a picture: JPEG, or TIFF with Group 4 fax; both can only be bound by pagesToPdf(), the preview is what a screen shows */
  readonly bytes: Uint8Array;
  readonly preview: Uint8Array | null;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pageCount: number;
  /** a sheet was found in the photo and cut out */
  readonly cut: boolean;
}

export interface PaperIntake {
  /** Looks at the file at that path; see domain/papers/problems.ts for what it can refuse. */
  ready(path: string): Promise<Result<ReadyPart, PaperProblem>>;
  /** A page is about to come, of a scanner or a phone: what is needed for it may be made ready. */
  wake(): void;
  /** Ends at once; the file in work is refused as interrupted. */
  close(): Promise<void>;
}

/**
 * A page takes under two seconds, and the largest picture that is let in half a gigabyte; what takes so much more is a trap. The limits can be
 * set narrower.
 */
const LIMITS: WorkshopLimits = { patienceMs: 45_000, memoryBytes: 1_500_000_000, idleMs: 120_000 };

/** Takes one file after the other, in a worker thread of its own. */
export function createPaperIntake(limits: Partial<WorkshopLimits> = {}): PaperIntake {
  const file = new URL("./intake-worker.ts", import.meta.url);
  const workshop = createWorkshop<string, Result<ReadyPart, PaperProblem>>(file, { ...LIMITS, ...limits });
  return {
    ready: async (path) => {
      const worked = await workshop.work(path);
      return worked.ok ? worked.value : refuse(TROUBLES[worked.reason]);
    },
    wake: workshop.wake,
    close: workshop.close,
  };
}

const TROUBLES = { fell: "damaged", "too-much": "too-slow", closed: "interrupted" } as const satisfies Record<Trouble, PaperProblem>;
