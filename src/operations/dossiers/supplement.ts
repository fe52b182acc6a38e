import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ok, type Result, refuse } from "../../base/result.ts";
import { supplementName, supplementPaper } from "../../domain/catalogue/at-counter.ts";
import type { PaperRef } from "../../domain/dossier/events.ts";
import type { Dossier } from "../../domain/dossier/fold.ts";
import { PAPER_PROBLEMS } from "../../domain/papers/problems.ts";
import type { ReadyPart } from "../../files/intake/intake.ts";
import { pagesToPdf } from "../../files/intake/pdf.ts";
import type { Context } from "../context.ts";
import { actorOf, type Visitor } from "../identity/session.ts";
import { type Problem, problem } from "../problems.ts";
import { supplement } from "./act.ts";
import { isOwner, type Tracked } from "./track.ts";

/**
 * The citizen's answer to what was asked for: words and files, with the slip's secret or from the account. `fields` is filled by the reader of
 * the form while the files stream in, so it is looked at after them.
 */
export async function supplementWithFiles(
  context: Context,
  tracked: Tracked,
  visitor: Visitor,
  fields: Readonly<Record<string, string>>,
  files: AsyncIterable<{ readonly stream: Readable }>,
): Promise<Result<Dossier, Problem>> {
  const parts: ReadyPart[] = [];
  let refusal: Problem | null = null;
  for await (const { stream } of files) {
    const ready = await readyFile(context, stream);
    if (ready.ok) parts.push(ready.value);
    else refusal ??= problem("file-refused", { sentence: PAPER_PROBLEMS[ready.reason] });
  }
  const owner = await isOwner(context, tracked, visitor, fields["so-bo-sung"] ?? "");
  if (!owner.ok) return owner;
  if (refusal !== null) return refuse(refusal);
  const bound = parts.length === 0 ? null : await bind(context, tracked.dossier, parts);
  if (bound?.ok === false) return bound;
  const actor = { ...actorOf(visitor, tracked.dossier.applicant.name), role: "citizen" as const };
  return supplement(
    context,
    tracked.head,
    { actor, key: `supplement:${fields.key ?? randomUUID()}` },
    { papers: bound ? [bound.value] : [], words: fields.words ?? "" },
  );
}

async function readyFile(context: Context, stream: Readable): ReturnType<Context["intake"]["ready"]> {
  await mkdir(context.uploadsFolder, { recursive: true });
  const path = join(context.uploadsFolder, randomUUID());
  try {
    await pipeline(stream, createWriteStream(path, { mode: 0o600 }));
    return await context.intake.ready(path);
  } finally {
    await rm(path, { force: true });
  }
}

/** One PDF of all that came, with the pictures of its pages. */
async function bind(context: Context, dossier: Dossier, parts: readonly ReadyPart[]): Promise<Result<PaperRef, Problem>> {
  const turn = dossier.pauses.length;
  const name = supplementName(turn);
  const pages = parts.reduce((sum, part) => sum + part.pageCount, 0);
  const previews = parts.flatMap((part) => part.preview ?? []);
  const [pdf, ...pictures] = await Promise.all([await pagesToPdf(parts, name), ...previews].map((bytes) => context.files.putBytes(bytes)));
  const shown = pictures.flatMap((picture) => (picture.ok ? picture.value.sha256 : []));
  if (!pdf?.ok || shown.length < previews.length) return refuse(problem("disk-full"));
  const { sha256, sizeBytes } = pdf.value;
  return ok({ paper: supplementPaper(turn), name, sha256, sizeBytes, pages, ...(shown.length === pages ? { previews: shown } : {}) });
}
