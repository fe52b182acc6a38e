import { Worker } from "node:worker_threads";

export const TEMPLATES = [
  "control-sheet",
  "draft-slip",
  "galley",
  "tracking-slip",
  "slip",
  "declaration",
  "certificate",
  "letter",
  "register-page",
  "dossier-register",
  "poster",
  "report",
  "late-sheet",
  "test-page",
] as const;
export type TemplateName = (typeof TEMPLATES)[number];

export interface RenderRequest {
  readonly template: TemplateName;
  readonly data: unknown;
  /** The document's date, so that the same paper printed again is the same to the byte. */
  readonly at: Date;
}

/** Makes PDFs (PDF/A-2a, tagged) from the templates of content/templates with Typst, in a thread of its own: Typst works synchronously. */
export interface DocumentEngine {
  render(request: RenderRequest): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface RenderReply {
  readonly id: number;
  readonly pdf?: Uint8Array;
  readonly error?: string;
}

/** The worker comes up with the first document and does not keep the program alive. */
export function createDocumentEngine(templatesFolder: string): DocumentEngine {
  let worker: Worker | null = null;
  let lastId = 0;
  const waiting = new Map<number, { resolve: (pdf: Uint8Array) => void; reject: (error: Error) => void }>();

  const failAll = (error: Error) => {
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = () => {
    const started = new Worker(new URL("./typst-worker.ts", import.meta.url), { workerData: { templatesFolder } });
    started.unref();
    started.on("message", (reply: RenderReply) => {
      const asked = waiting.get(reply.id);
      waiting.delete(reply.id);
      if (reply.pdf) asked?.resolve(reply.pdf);
      else asked?.reject(new Error(reply.error ?? "the document could not be made"));
      if (waiting.size === 0) started.unref();
    });
    started.on("error", failAll);
    return started;
  };

  return {
    render: (request) =>
      new Promise((resolve, reject) => {
        worker ??= start();
        worker.ref();
        const id = ++lastId;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, request });
      }),
    close: async () => {
      await worker?.terminate();
      worker = null;
    },
  };
}
