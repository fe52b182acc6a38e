import { Worker } from "node:worker_threads";
import { ok, type Result, refuse } from "../base/result.ts";

/** Why a task was not done: the worker fell over it, took too much time or memory, or was closed. */
export type Trouble = "fell" | "too-much" | "closed";

/** Heavy work outside of the thread that answers pages, one task after the other. */
export interface Workshop<Task, Answer> {
  work(task: Task): Promise<Result<Answer, Trouble>>;
  /** A task is about to come: the worker may start while it is on its way. */
  wake(): void;
  /** Ends at once. */
  close(): Promise<void>;
}

export interface WorkshopLimits {
  /** A task that takes longer is given up. */
  readonly patienceMs: number;
  /** A task for which the whole program grows by more is given up: what pictures unpack to is not in the worker's own limits. */
  readonly memoryBytes: number;
  /** Without a task for this long, the memory of the last ones is given back to the machine. */
  readonly idleMs: number;
}

/**
 * There is no worker before the first task, and none after a long rest. A worker that a task brings down, or that must be stopped, is replaced
 * for the next one. It never keeps the program from ending when nothing is in work. The worker's file answers each message with one.
 */
export function createWorkshop<Task, Answer>(file: URL, limits: WorkshopLimits): Workshop<Task, Answer> {
  let worker: Worker | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  const close = async () => {
    clearTimeout(idle);
    const closed = worker;
    worker = null;
    await closed?.terminate();
  };
  const start = () => {
    const started = startWorker(file);
    started.on("exit", () => {
      if (worker === started) worker = null;
    });
    return started;
  };
  const next = async (task: Task) => {
    clearTimeout(idle);
    worker ??= start();
    const result = await oneTask<Task, Answer>(worker, task, limits);
    if (!result.ok) await close();
    rest();
    return result;
  };
  const rest = () => {
    clearTimeout(idle);
    idle = setTimeout(() => void close(), limits.idleMs).unref();
  };
  const work = (task: Task) => {
    const mine = last.then(() => next(task));
    last = mine;
    return mine;
  };
  const wake = () => {
    worker ??= start();
    rest();
  };
  return { work, wake, close };
}

/** Decoders print why they cannot read a file; it stays unread, and reading it would keep the program from ending. */
function startWorker(file: URL): Worker {
  const worker = new Worker(file, { stdout: true, resourceLimits: { maxOldGenerationSizeMb: 512 } });
  worker.on("error", (fault) => process.emitWarning(fault instanceof Error ? fault : String(fault)));
  worker.unref();
  return worker;
}

function oneTask<Task, Answer>(worker: Worker, task: Task, limits: WorkshopLimits): Promise<Result<Answer, Trouble>> {
  return new Promise((resolve) => {
    const before = process.memoryUsage.rss();
    const end = (result: Result<Answer, Trouble>) => {
      clearTimeout(patience);
      clearInterval(memory);
      worker.off("message", answered).off("error", fell).off("exit", closed).unref();
      resolve(result);
    };
    const answered = (answer: Answer) => end(ok(answer));
    const fell = () => end(refuse("fell"));
    const closed = () => end(refuse("closed"));
    const giveUp = () => end(refuse("too-much"));
    const patience = setTimeout(giveUp, limits.patienceMs);
    const memory = setInterval(() => process.memoryUsage.rss() - before > limits.memoryBytes && giveUp(), MEMORY_LOOK_MS);
    worker.on("message", answered).on("error", fell).on("exit", closed).ref();
    worker.postMessage(task);
  });
}

const MEMORY_LOOK_MS = 100;
