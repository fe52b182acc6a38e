import { createWriteStream } from "node:fs";
import { mkdir, open, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { FILE_LIMIT_BYTES } from "../../domain/papers/limits.ts";
import type { PaperProblem } from "../../domain/papers/problems.ts";
import { PAPER_PROBLEMS } from "../../domain/papers/problems.ts";
import type { DraftKey } from "../../store/records/drafts.ts";
import { finishUpload, insertUpload, readUpload } from "../../store/records/uploads.ts";
import type { Context } from "../context.ts";
import { type Problem, problem } from "../problems.ts";
import type { OpenDraft } from "./open-draft.ts";
import { addFile } from "./papers.ts";

/**
 * Files that come in pieces over a weak line (the core of tus 1.0: create, PATCH at an offset, HEAD to ask how far). A piece counts as far as
 * its bytes are on disk; after a broken line the sender asks and goes on from there. When the last byte is there the file is looked at.
 */
export async function beginUpload(
  context: Context,
  { draft, procedure }: Pick<OpenDraft, "draft" | "procedure">,
  paper: string,
  sizeBytes: number,
): Promise<Result<string, PaperProblem>> {
  if (!procedure.papers.some((candidate) => candidate.id === paper)) return refuse("not-a-paper");
  if (!Number.isInteger(sizeBytes) || sizeBytes < 0) return refuse("interrupted");
  if (sizeBytes === 0) return refuse("empty");
  if (sizeBytes > FILE_LIMIT_BYTES) return refuse("too-large");
  const upload = context.newId();
  await mkdir(context.uploadsFolder, { recursive: true });
  await (await open(pathOf(context, upload), "wx", 0o600)).close();
  await insertUpload(context.database.sql, draft, { upload, paper, declaredName: "", sizeBytes }, context.now());
  return ok(upload);
}

/** How far an upload of this draft has come; null when there is no such upload. */
export async function uploadState(
  context: Context,
  key: DraftKey,
  upload: string,
): Promise<{ offset: number; sizeBytes: number; paper: string } | null> {
  const known = isUuid(upload) ? await readUpload(context.database.sql, upload) : null;
  if (!known || known.draft !== key.draft) return null;
  const offset = known.finishedAt ? known.sizeBytes : (await stat(pathOf(context, upload)).catch(() => null))?.size;
  return offset === undefined ? null : { offset, sizeBytes: known.sizeBytes, paper: known.paper };
}

export type UploadReply =
  | { readonly kind: "went-on"; readonly offset: number }
  | { readonly kind: "conflict"; readonly offset: number }
  | { readonly kind: "missing" }
  | { readonly kind: "refused"; readonly problem: PaperProblem };

/** Puts a piece behind what is there; with the last piece the file becomes a page of its paper, or is refused. */
export async function continueUpload(
  context: Context,
  { draft }: Pick<OpenDraft, "draft">,
  upload: string,
  offset: number,
  piece: ReadableStream<Uint8Array> | null,
): Promise<UploadReply> {
  const state = await uploadState(context, draft, upload);
  if (!state) return { kind: "missing" };
  if (offset !== state.offset || state.offset === state.sizeBytes) return { kind: "conflict", offset: state.offset };
  const path = pathOf(context, upload);
  const problemOfWrite = piece ? await write(path, piece, state.sizeBytes) : null;
  const reached = (await stat(path)).size;
  if (problemOfWrite) return { kind: "refused", problem: problemOfWrite };
  if (reached < state.sizeBytes) return { kind: "went-on", offset: reached };

  const added = await addFile(context, draft, state.paper, path);
  await finishUpload(context.database.sql, { office: draft.office, upload }, added.ok ? null : added.reason.code, context.now());
  await rm(path, { force: true });
  return added.ok ? { kind: "went-on", offset: reached } : { kind: "refused", problem: paperProblemOf(added.reason) };
}

/** A whole file from a form without scripts. */
export async function takeWholeFile(
  context: Context,
  { draft, procedure }: Pick<OpenDraft, "draft" | "procedure">,
  paper: string,
  stream: Readable,
  name: string,
): Promise<Result<true, Problem>> {
  if (!procedure.papers.some((candidate) => candidate.id === paper)) return refuse(problem("draft-not-found"));
  await mkdir(context.uploadsFolder, { recursive: true });
  const path = pathOf(context, name);
  try {
    const refusal = await write(path, stream, FILE_LIMIT_BYTES);
    return refusal ? refuse(problem("file-refused", { sentence: PAPER_PROBLEMS[refusal] })) : await addFile(context, draft, paper, path);
  } finally {
    await rm(path, { force: true });
  }
}

async function write(path: string, source: ReadableStream<Uint8Array> | Readable, limitBytes: number): Promise<PaperProblem | null> {
  let sizeBytes = (await stat(path).catch(() => null))?.size ?? 0;
  const limited = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      sizeBytes += chunk.length;
      if (sizeBytes > limitBytes) throw new TooLarge();
      yield chunk;
    }
  };
  try {
    const readable = source instanceof Readable ? source : Readable.from(source as unknown as AsyncIterable<Uint8Array>);
    await pipeline(readable, limited, createWriteStream(path, { flags: "a", mode: 0o600 }));
    return null;
  } catch (error) {
    if (error instanceof TooLarge) return "too-large";
    // a line that broke: what came is kept, and the sender goes on from there
    return (error as NodeJS.ErrnoException).code === "ENOSPC" ? "disk-full" : "interrupted";
  }
}

class TooLarge extends Error {}

function paperProblemOf(refusal: Problem): PaperProblem {
  const known = Object.entries(PAPER_PROBLEMS).find(([, sentence]) => sentence === refusal.sentence)?.[0];
  return (known as PaperProblem | undefined) ?? (refusal.code === "too-many-pages" ? "too-many-pages" : "disk-full");
}

function pathOf(context: Context, upload: string): string {
  return join(context.uploadsFolder, upload);
}
