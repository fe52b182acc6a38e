import type { Procedure } from "../../domain/catalogue/procedure.ts";
import { insertDraft } from "../../store/records/drafts.ts";
import { insertIntake, type TypedIntake } from "../../store/records/paper-intakes.ts";
import type { Context } from "../context.ts";
import { counterDraft } from "../drafts/counter-draft.ts";
import type { StaffMember } from "../identity/member.ts";

/** Begins to take in a dossier on paper; the guided pages work on its draft too. The person gets a slip of the dossier. */
export async function beginIntake(context: Context, member: StaffMember, procedure: Procedure, typed: TypedIntake): Promise<string> {
  const now = context.now();
  const draft = await counterDraft(context, member.office, procedure);
  await context.database.transaction(async (sql) => {
    await insertDraft(sql, draft, now);
    await insertIntake(sql, draft, member.staff, typed, now);
  });
  return draft.draft;
}
