import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { cutoff, ruleOf } from "../../domain/privacy/retention.ts";
import { deleteContactChangesBefore } from "../../store/records/contact-changes.ts";
import { deleteExpiredDrafts, listExpiredDrafts } from "../../store/records/drafts.ts";
import { listLooseContent, strikeLooseContent } from "../../store/records/loose-content.ts";
import { NO_OFFICE } from "../../store/records/retention.ts";
import { deleteExpiredSessions } from "../../store/records/sessions.ts";
import type { Context } from "../context.ts";
import { countStop } from "../ladder/hard-questions.ts";
import { report } from "../privacy/report.ts";

/** Takes away what its time is over for: drafts and practice drafts with their bytes, sessions, files that never became whole. */
export async function sweepExpired(context: Context): Promise<void> {
  const now = context.now();
  const { sql } = context.database;
  for (const draft of await listExpiredDrafts(sql, now)) if (draft.visit === null) await countStop(context, sql, draft);
  for (const { office, practice, count } of await deleteExpiredDrafts(sql, now))
    await report(context, practice ? "practice" : "drafts", now, [{ office, count }]);
  await report(context, "sessions", now, [{ office: NO_OFFICE, count: await deleteExpiredSessions(sql, now) }]);
  await deleteContactChangesBefore(sql, new Date(now.getTime() - UNPROVEN_KEPT_MS));
  await sweepContent(context, now);
  const before = cutoff(ruleOf(context.retention, "uploads"), now);
  const halves = await halvesOlderThan(context, before);
  for (const path of halves) await rm(path, { force: true });
  await report(context, "uploads", before, [{ office: NO_OFFICE, count: halves.length }]);
}

/** An address that nobody proved is kept no longer than its code could have come late. */
const UNPROVEN_KEPT_MS = 86_400_000;

/** Files that stopped coming before that moment: a weak line goes on the next day, not the next week. */
export async function halvesOlderThan(context: Context, before: Date): Promise<string[]> {
  const names = await readdir(context.uploadsFolder).catch(() => []);
  const old: string[] = [];
  for (const name of names) {
    const path = join(context.uploadsFolder, name);
    const changed = await stat(path).catch(() => null);
    if (changed && changed.mtime < before) old.push(path);
  }
  return old;
}

/** Bytes that were let go of are left alone this long: somebody may be putting the same ones in again just now. */
const LOOSE_KEPT_MS = 3_600_000;
const SWEPT_AT_ONCE = 10_000;

/** Removes from the disk what nothing holds any more: the photographs of practice, of drafts that ran out, of pages taken back, of papers whose time is over. */
async function sweepContent(context: Context, now: Date): Promise<void> {
  const before = new Date(now.getTime() - LOOSE_KEPT_MS);
  const loose = await listLooseContent(context.database.sql, before, SWEPT_AT_ONCE);
  for (const sha256 of loose) await context.files.removeOlder(sha256, before);
  await strikeLooseContent(context.database.sql, loose);
}
