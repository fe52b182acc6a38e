import { findPage, removePage } from "../../store/records/draft-pages.ts";
import type { DraftKey } from "../../store/records/drafts.ts";
import type { Context } from "../context.ts";

/** The small picture of a page, for the screen; null when there is none. */
export async function previewOf(context: Context, key: DraftKey, pageId: string): Promise<Buffer | null> {
  const page = await findPage(context.database.sql, key, pageId);
  return page?.previewSha256 ? context.files.read(page.previewSha256) : null;
}

/** Takes a page out of its paper; answers which paper it was of, or null when there was no such page. */
export async function removeDraftPage(context: Context, key: DraftKey, pageId: string): Promise<string | null> {
  const page = await findPage(context.database.sql, key, pageId);
  if (page) await removePage(context.database.sql, key, page.page);
  return page?.paper ?? null;
}
