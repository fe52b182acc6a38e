import { readableCode } from "../../base/ids.ts";
import { ok, type Result } from "../../base/result.ts";
import { asPreview } from "../../domain/catalogue/preview.ts";
import type { Answers } from "../../domain/forms/answers.ts";
import { hint } from "../../store/database/hints.ts";
import { deleteOldPreviews, insertPreview } from "../../store/records/procedure-versions.ts";
import type { Context } from "../context.ts";
import { type BegunDraft, beginDraftOf } from "../drafts/begin-draft.ts";
import type { StaffMember } from "../identity/member.ts";
import type { Visitor } from "../identity/session.ts";
import type { Problem } from "../problems.ts";
import { openEditing } from "./editing.ts";
import { PROCEDURES_TOPIC } from "./living-catalogue.ts";

const MARK_LENGTH = 8;
/** As long as a practice draft lives, and some hours. */
const PREVIEW_KEPT_MS = 36 * 3_600_000;

/**
 * Begins a practice declaration under the edit as it is now, so that the real pages show it. What is typed in it is sent nowhere; the declaration is gone the
 * next day, the preview behind it soon after.
 */
export async function tryEdit(
  context: Context,
  visitor: Visitor,
  member: StaffMember,
  code: string,
  cases: Answers,
): Promise<Result<BegunDraft, Problem>> {
  const opened = await openEditing(context, member, code);
  if (!opened.ok) return opened;
  const preview = asPreview(opened.value.body, readableCode(MARK_LENGTH));
  const now = context.now();
  await context.database.transaction(async (sql) => {
    await deleteOldPreviews(sql, new Date(now.getTime() - PREVIEW_KEPT_MS));
    await insertPreview(sql, member.office, preview, now);
    await hint(sql, PROCEDURES_TOPIC);
  });
  await context.reloadProcedures();
  const begun = await beginDraftOf(context, visitor, preview, { practice: true, cases, office: member.office, place: null });
  return begun.ok ? ok(begun.value) : begun;
}
