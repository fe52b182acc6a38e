import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { RenderReply, RenderRequest } from "./engine.ts";

const require = createRequire(import.meta.url);
const fontFolder = (name: string, weights: string[]) =>
  weights.map((weight) => join(dirname(require.resolve(`${name}/package.json`)), weight));
const { templatesFolder } = workerData as { templatesFolder: string };

const compiler = NodeCompiler.create({
  workspace: templatesFolder,
  fontArgs: [{ fontPaths: fontFolder("@expo-google-fonts/tinos", ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"]) }],
});

parentPort?.on("message", ({ id, request }: { id: number; request: RenderRequest }) => {
  parentPort?.postMessage(answer(id, request));
  compiler.evictCache(EVICT_AFTER_COMPILES);
});

/** Typst keeps what it compiled; ten papers back is enough for reprints and keeps memory flat. */
const EVICT_AFTER_COMPILES = 10;

function answer(id: number, { template, data, at }: RenderRequest): RenderReply {
  const compiled = compiler.compile({ mainFilePath: join(templatesFolder, `${template}.typ`), inputs: { data: JSON.stringify(data) } });
  if (!compiled.result) return { id, error: sentences(compiled.takeDiagnostics()) };
  try {
    return {
      id,
      pdf: compiler.pdf(compiled.result, { pdfStandard: "a-2a", pdfTags: true, creationTimestamp: Math.floor(at.getTime() / 1000) }),
    };
  } catch (error) {
    return { id, error: error instanceof Error && error.message ? error.message : `${template}: the PDF could not be written` };
  }
}

function sentences(diagnostics: ReturnType<ReturnType<typeof compiler.compile>["takeDiagnostics"]>): string {
  return diagnostics
    ? diagnostics.shortDiagnostics.map((line: unknown) => JSON.stringify(line)).join("; ")
    : "the template could not be compiled";
}
