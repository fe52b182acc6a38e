import { ok, type Result, refuse } from "../../base/result.ts";
import type { PaperProblem } from "../../domain/papers/problems.ts";
import { qualityProblem } from "../../domain/papers/quality.ts";
import { type EncodedPage, encodePage } from "./encode.ts";
import type { FileKind } from "./file-kind.ts";
import { measure } from "./measure.ts";
import { openPicture } from "./open-picture.ts";
import { flattenSheet } from "./sheet.ts";

/** One picture made ready; `cut` says whether a sheet was found in the photo and cut out. */
export interface ReadyPicture extends EncodedPage {
  readonly cut: boolean;
}

/** Makes a page of a photo or scan (upright, cut to the sheet where it is clear, shrunk), or says why it cannot be read. */
export async function readyPicture(bytes: Buffer, kind: Exclude<FileKind, "pdf">): Promise<Result<ReadyPicture, PaperProblem>> {
  const opened = await openPicture(bytes, kind);
  if (!opened.ok) return opened;
  const sheet = await flattenSheet(opened.value);
  const page = sheet ?? opened.value;
  const problem = qualityProblem(await measure(page));
  return problem === null ? ok({ ...(await encodePage(page)), cut: sheet !== null }) : refuse(problem);
}
