import { Worker } from "node:worker_threads";
import { type Result, refuse } from "../../base/result.ts";
import type { PaperProblem } from "../../domain/papers/problems.ts";

/** A file made ready to be part of a paper: a picture as JPEG with a preview, or a PDF as it came. */
export interface ReadyPart {
  readonly kind: "image" | "pdf";
  readonly bytes: Uint8Array;
  readonly preview: Uint8Array | null;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pageCount: number;
}

export interface PaperIntake {
  /** Looks at the file at that path; see domain/papers/problems.ts for what it can refuse. */
  ready(path: string): Promise<Result<ReadyPart, PaperProblem>>;
  close(): Promise<void>;
}

/** One page takes under two seconds; a file that takes longer than this is a trap. */
const PATIENCE_MS = 60_000;

/** Begins without a worker; the first file brings it up. A worker that a file brought down is replaced, and the file refused as damaged. */
export function createPaperIntake(): PaperIntake {
  let worker: Worker | null = null;
  let lastId = 0;
  const waiting = new Map<number, (result: Result<ReadyPart, PaperProblem>) => void>();

  const giveUp = () => {
    void worker?.terminate();
    worker = null;
    for (const answer of waiting.values()) answer(refuse("damaged"));
    waiting.clear();
  };
  const start = () => {
    const started = new Worker(new URL("./intake-worker.ts", import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 1024 } });
    started.unref();
    started.on("message", ({ id, result }: { id: number; result: Result<ReadyPart, PaperProblem> }) => {
      waiting.get(id)?.(result);
      waiting.delete(id);
    });
    started.on("error", () => started === worker && giveUp());
    return started;
  };

  return {
    ready: (path) =>
      new Promise((resolve) => {
        worker ??= start();
        const id = ++lastId;
        const patience = setTimeout(giveUp, PATIENCE_MS * (waiting.size + 1));
        waiting.set(id, (result) => {
          clearTimeout(patience);
          resolve(result);
        });
        worker.postMessage({ id, path });
      }),
    close: async () => {
      await worker?.terminate();
      worker = null;
    },
  };
}
