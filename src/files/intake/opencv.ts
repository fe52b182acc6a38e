import opencv from "@techstark/opencv-js";

export type OpenCv = typeof opencv;

/** In a box, because the module once looked like a promise itself and must not be awaited bare. */
interface Loaded {
  readonly cv: OpenCv;
}

let loaded: Promise<Loaded> | null = null;

/** OpenCV compiled to WASM; it comes up once, in a quarter of a second. */
export function loadOpenCv(): Promise<Loaded> {
  loaded ??= bringUp();
  return loaded;
}

async function bringUp(): Promise<Loaded> {
  const module: unknown = opencv;
  const cv = (module instanceof Promise ? await module : module) as OpenCv;
  if (!cv.Mat) await new Promise<void>((resolve) => Object.assign(cv, { onRuntimeInitialized: resolve }));
  return { cv };
}
