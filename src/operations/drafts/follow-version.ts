import { officeDay } from "../../base/clock.ts";
import { isPreview } from "../../domain/catalogue/preview.ts";
import type { Procedure } from "../../domain/catalogue/procedure.ts";
import { moveDraft } from "../../domain/forms/move-draft.ts";
import { moveDraftRow } from "../../store/records/draft-changes.ts";
import { type Draft, lockDraft } from "../../store/records/drafts.ts";
import { type Context, parseContext, procedureOf } from "../context.ts";

/**
 * An open draft goes on under the version that is in force today: it is moved when somebody opens it. Never back to an older one, which a process that has
 * not heard of the newest yet would do; never a preview.
 */
export async function followVersion(context: Context, draft: Draft): Promise<{ draft: Draft; procedure: Procedure | null }> {
  const procedure = await versionOf(context, draft);
  if (draft.lodgedDossier !== null || isPreview(draft.version)) return { draft, procedure };
  const latest = context.catalogue.find(draft.procedure, officeDay(context.now()));
  if (latest === null || latest.version === draft.version || latest.filing !== "online") return { draft, procedure };
  if (procedure !== null && latest.validFrom < procedure.validFrom) return { draft, procedure };
  const moved = await move(context, draft, procedure ?? latest, latest);
  return { draft: moved, procedure: procedureOf(context, moved.procedure, moved.version) };
}

/** A version that this process does not know may have been published by another just now. */
async function versionOf(context: Context, { procedure, version }: Draft): Promise<Procedure | null> {
  const known = procedureOf(context, procedure, version);
  if (known !== null) return known;
  await context.reloadProcedures();
  return procedureOf(context, procedure, version);
}

async function move(context: Context, draft: Draft, from: Procedure, to: Procedure): Promise<Draft> {
  return context.database.transaction(async (sql) => {
    const locked = await lockDraft(sql, draft);
    if (locked === null || locked.version !== draft.version || locked.lodgedDossier !== null) return locked ?? draft;
    const { answers, aside, again } = moveDraft(from, to, locked.answers, parseContext(context));
    await moveDraftRow(sql, locked, answers, { version: to.version, begins: to.validFrom, again, aside }, context.now());
    return { ...locked, answers, version: to.version };
  });
}
