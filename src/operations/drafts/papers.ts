import { ok, type Result, refuse } from "../../base/result.ts";
import { papersToSubmit } from "../../domain/catalogue/applies.ts";
import type { Procedure, ProcedurePaper } from "../../domain/catalogue/procedure.ts";
import type { PaperRef } from "../../domain/dossier/events.ts";
import { PAGES_LIMIT } from "../../domain/papers/limits.ts";
import { PAPER_PROBLEMS } from "../../domain/papers/problems.ts";
import { pagesToPdf } from "../../files/intake/pdf.ts";
import { hint } from "../../store/database/hints.ts";
import { addPage, type DraftPage, listPages } from "../../store/records/draft-pages.ts";
import type { Draft, DraftKey } from "../../store/records/drafts.ts";
import { type Context, parseContext } from "../context.ts";
import { type Problem, problem } from "../problems.ts";

/** Under which topic new pages of a draft are hinted at. */
export function draftTopic({ draft }: DraftKey): string {
  return `draft:${draft}`;
}

/** A paper that this case wants, with the pages that are there. */
export interface WantedPaper {
  readonly paper: ProcedurePaper;
  readonly pages: readonly DraftPage[];
}

export async function wantedPapers(context: Context, draft: Draft, procedure: Procedure): Promise<WantedPaper[]> {
  const pages = await listPages(context.database.sql, draft);
  return papersToSubmit(procedure, draft.answers, parseContext(context).today).map((paper) => ({
    paper,
    pages: pages.filter((page) => page.paper === paper.id),
  }));
}

/**
 * Takes a whole file in as pages of a paper: looked at, made ready, stored, and only then put in the list. What cannot be taken is refused with
 * what to do; the pages that were there stay.
 */
export async function addFile(context: Context, key: DraftKey, paper: string, path: string): Promise<Result<true, Problem>> {
  const ready = await context.intake.ready(path);
  if (!ready.ok) return refuse(problem("file-refused", { sentence: PAPER_PROBLEMS[ready.reason] }));
  const there = (await listPages(context.database.sql, key)).filter((page) => page.paper === paper);
  if (there.reduce((sum, page) => sum + page.pageCount, 0) + ready.value.pageCount > PAGES_LIMIT) return refuse(problem("too-many-pages"));

  const [bytes, preview] = await Promise.all([
    context.files.putBytes(ready.value.bytes),
    ready.value.preview === null ? null : context.files.putBytes(ready.value.preview),
  ]);
  if (!bytes.ok || preview?.ok === false) return refuse(problem("disk-full"));
  const { kind, widthPx, heightPx, pageCount } = ready.value;
  const page = {
    paper,
    page: context.newId(),
    kind,
    widthPx,
    heightPx,
    pageCount,
    sha256: bytes.value.sha256,
    sizeBytes: bytes.value.sizeBytes,
  };
  await context.database.transaction(async (sql) => {
    await addPage(sql, key, { ...page, previewSha256: preview?.value.sha256 ?? null }, context.now());
    await hint(sql, draftTopic(key));
  });
  return ok(true);
}

/** Binds the pages of each paper to one PDF in the content store. */
export async function bindPapers(context: Context, papers: readonly WantedPaper[]): Promise<Result<PaperRef[], Problem>> {
  const bound: PaperRef[] = [];
  for (const { paper, pages } of papers) {
    if (pages.length === 0) continue;
    const parts = await Promise.all(pages.map(async (page) => ({ ...page, bytes: await context.files.read(page.sha256) })));
    const stored = await context.files.putBytes(await pagesToPdf(parts, paper.name));
    if (!stored.ok) return refuse(problem("disk-full"));
    const count = pages.reduce((sum, page) => sum + page.pageCount, 0);
    const previews = pages.flatMap((page) => page.previewSha256 ?? []);
    bound.push({
      paper: paper.id,
      name: paper.name,
      sha256: stored.value.sha256,
      sizeBytes: stored.value.sizeBytes,
      pages: count,
      ...(previews.length === count ? { previews } : {}),
    });
  }
  return ok(bound);
}
