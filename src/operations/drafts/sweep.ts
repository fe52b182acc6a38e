import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { deleteExpiredDrafts, listExpiredDrafts } from "../../store/records/drafts.ts";
import { listLooseContent, strikeLooseContent } from "../../store/records/loose-content.ts";
import { deleteExpiredSessions } from "../../store/records/sessions.ts";
import type { Context } from "../context.ts";
import { countStop } from "../ladder/hard-questions.ts";

/** A file that stopped coming lies this long, so that a weak line can go on the next day. */
const UPLOAD_KEPT_MS = 48 * 3_600_000;

/** Takes away what its time is over for: drafts and practice drafts with their bytes, sessions, files that never became whole. */
export async function sweepExpired(context: Context): Promise<void> {
  const now = context.now();
  for (const draft of await listExpiredDrafts(context.database.sql, now))
    if (draft.visit === null) await countStop(context, context.database.sql, draft);
  await deleteExpiredDrafts(context.database.sql, now);
  await deleteExpiredSessions(context.database.sql, now);
  await sweepContent(context, now);
  const names = await readdir(context.uploadsFolder).catch(() => []);
  for (const name of names) {
    const path = join(context.uploadsFolder, name);
    const changed = await stat(path).catch(() => null);
    if (changed && now.getTime() - changed.mtimeMs > UPLOAD_KEPT_MS) await rm(path, { force: true });
  }
}

/** Bytes that were let go of are left alone this long: somebody may be putting the same ones in again just now. */
const LOOSE_KEPT_MS = 3_600_000;
const SWEPT_AT_ONCE = 10_000;

/** Removes from the disk what no draft and no dossier holds any more: the photographs of practice, of drafts that ran out, of pages taken back. */
async function sweepContent(context: Context, now: Date): Promise<void> {
  const before = new Date(now.getTime() - LOOSE_KEPT_MS);
  const loose = await listLooseContent(context.database.sql, before, SWEPT_AT_ONCE);
  for (const sha256 of loose) await context.files.removeOlder(sha256, before);
  await strikeLooseContent(context.database.sql, loose);
}
