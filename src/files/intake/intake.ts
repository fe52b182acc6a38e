import { Worker } from "node:worker_threads";
import { type Result, refuse } from "../../base/result.ts";
import type { PaperProblem } from "../../domain/papers/problems.ts";

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
  /** Ends at once; the file in work is refused as interrupted. */
  close(): Promise<void>;
}

export interface IntakeLimits {
  /** One page takes under two seconds; a file that takes longer than this is a trap. */
  readonly patienceMs: number;
  /** The largest picture that is let in needs half a gigabyte; a file for which the program grows by more than this is a trap. */
  readonly memoryBytes: number;
  /** What was taken for a large picture is given back to the machine after this. */
  readonly idleMs: number;
}

const LIMITS: IntakeLimits = { patienceMs: 45_000, memoryBytes: 1_500_000_000, idleMs: 120_000 };

/**
 * Takes one file after the other. There is no worker before the first file and after a while without one; a worker that a file brings down, or
 * that must be stopped, is replaced for the next file. It never keeps the program from ending when nothing is in work.
 */
export function createPaperIntake(limits: IntakeLimits = LIMITS): PaperIntake {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  const stop = async () => {
    clearTimeout(idle);
    const stopped = worker;
    worker = null;
    await stopped?.terminate();
  };
  const start = () => {
    const started = startWorker();
    started.on("exit", () => {
      if (worker === started) worker = null;
    });
    return started;
  };
  const work = async (path: string) => {
    clearTimeout(idle);
    worker ??= start();
    const { result, spoilt } = await oneFile(worker, path, limits);
    if (spoilt) await stop();
    idle = setTimeout(() => void stop(), limits.idleMs).unref();
    return result;
  };
  return {
    ready: (path) => {
      const mine = last.then(() => work(path));
      last = mine;
      return mine;
    },
    close: stop,
  };
}

function startWorker(): Worker {
  const worker = new Worker(new URL("./intake-worker.ts", import.meta.url), {
    stdout: true,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  // the HEIC decoder prints why it cannot read a file
  worker.stdout.resume();
  worker.on("error", (fault) => process.emitWarning(fault instanceof Error ? fault : String(fault)));
  worker.unref();
  return worker;
}

interface Outcome {
  readonly result: Result<ReadyPart, PaperProblem>;
  /** the worker is dead, or must be stopped */
  readonly spoilt: boolean;
}

function oneFile(worker: Worker, path: string, limits: IntakeLimits): Promise<Outcome> {
  return new Promise((resolve) => {
    const before = process.memoryUsage.rss();
    const end = (outcome: Outcome) => {
      clearTimeout(patience);
      clearInterval(memory);
      worker.off("message", answered).off("error", fell).off("exit", closed).unref();
      resolve(outcome);
    };
    const answered = (result: Result<ReadyPart, PaperProblem>) => end({ result, spoilt: false });
    const fell = () => end({ result: refuse("damaged"), spoilt: true });
    const closed = () => end({ result: refuse("interrupted"), spoilt: true });
    const giveUp = () => end({ result: refuse("too-slow"), spoilt: true });
    const patience = setTimeout(giveUp, limits.patienceMs);
    const memory = setInterval(() => process.memoryUsage.rss() - before > limits.memoryBytes && giveUp(), MEMORY_LOOK_MS);
    worker.on("message", answered).on("error", fell).on("exit", closed).ref();
    worker.postMessage(path);
  });
}

const MEMORY_LOOK_MS = 100;
