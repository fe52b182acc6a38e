import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { deleteExpiredDrafts } from "../../store/records/drafts.ts";
import { deleteExpiredSessions } from "../../store/records/sessions.ts";
import type { Context } from "../context.ts";

/** A file that stopped coming lies this long, so that a weak line can go on the next day. */
const UPLOAD_KEPT_MS = 48 * 3_600_000;

/** Takes away what its time is over for: drafts and practice drafts, sessions, files that never became whole. */
export async function sweepExpired(context: Context): Promise<void> {
  const now = context.now();
  await deleteExpiredDrafts(context.database.sql, now);
  await deleteExpiredSessions(context.database.sql, now);
  const names = await readdir(context.uploadsFolder).catch(() => []);
  for (const name of names) {
    const path = join(context.uploadsFolder, name);
    const changed = await stat(path).catch(() => null);
    if (changed && now.getTime() - changed.mtimeMs > UPLOAD_KEPT_MS) await rm(path, { force: true });
  }
}
