import type { Sql } from "../database/database.ts";
import type { DraftKey } from "./drafts.ts";

/** One page of a paper as it lies in the content store, ready to be put into the paper's PDF; a PDF kept as it came can hold several. */
export interface DraftPage {
  readonly paper: string;
  readonly page: string;
  readonly position: number;
  readonly kind: "image" | "pdf";
  readonly sha256: string;
  readonly previewSha256: string | null;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly pageCount: number;
  readonly sizeBytes: number;
}

/** Puts a page behind the last one of its paper. */
export async function addPage(sql: Sql, key: DraftKey, page: Omit<DraftPage, "position">, at: Date): Promise<void> {
  await sql`
    insert into draft_pages (office, draft, paper, page, position, kind, sha256, preview_sha256, width_px, height_px, page_count, size_bytes, added_at)
    select ${key.office}, ${key.draft}, ${page.paper}, ${page.page}, coalesce(max(position), 0) + 1, ${page.kind}, ${page.sha256}, ${page.previewSha256},
      ${page.widthPx}, ${page.heightPx}, ${page.pageCount}, ${page.sizeBytes}, ${at}
    from draft_pages where office = ${key.office} and draft = ${key.draft} and paper = ${page.paper}`;
}

/** All pages of a draft, paper by paper, in their order. */
export async function listPages(sql: Sql, key: DraftKey): Promise<DraftPage[]> {
  return sql<DraftPage[]>`
    select paper, page, position, kind, sha256, preview_sha256 as "previewSha256", width_px as "widthPx", height_px as "heightPx",
      page_count as "pageCount", size_bytes as "sizeBytes"
    from draft_pages where office = ${key.office} and draft = ${key.draft} order by paper, position`;
}

export async function findPage(sql: Sql, key: DraftKey, page: string): Promise<DraftPage | null> {
  return (await listPages(sql, key)).find((candidate) => candidate.page === page) ?? null;
}

export async function removePage(sql: Sql, key: DraftKey, page: string): Promise<void> {
  await sql`delete from draft_pages where office = ${key.office} and draft = ${key.draft} and page = ${page}`;
}

/** The pages of the draft that became this dossier, where it is still there: the dossier's papers go, and what they were made of with them. */
export async function deletePagesOfLodged(sql: Sql, key: { office: string; dossier: string }): Promise<void> {
  await sql`
    delete from draft_pages using drafts
    where drafts.office = draft_pages.office and drafts.draft = draft_pages.draft and lodged_office = ${key.office} and lodged_dossier = ${key.dossier}`;
}
