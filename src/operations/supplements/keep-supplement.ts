import { insertDraft } from "../../store/records/drafts.ts";
import type { TypedIntake } from "../../store/records/paper-intakes.ts";
import { findSupplementIntake, insertSupplementIntake, saveSupplementIntake } from "../../store/records/supplement-intakes.ts";
import type { Context } from "../context.ts";
import { counterDraft } from "../drafts/counter-draft.ts";
import type { StaffMember } from "../identity/member.ts";
import type { OpenSupplement } from "./supplement-desk.ts";

/**
 * Keeps what was typed, whatever becomes of it, and answers the draft that holds the pages: it is made at the first time, one for a turn, so that two officers
 * who begin at the same moment go on with the same.
 */
export async function keepSupplement(context: Context, member: StaffMember, open: OpenSupplement, typed: TypedIntake): Promise<string> {
  const { sql } = context.database;
  const draft = open.draft?.draft ?? (await begin(context, member, open));
  await saveSupplementIntake(sql, { office: open.turn.office, draft }, typed);
  return draft;
}

async function begin(context: Context, member: StaffMember, { turn, procedure }: OpenSupplement): Promise<string> {
  const now = context.now();
  const draft = await counterDraft(context, turn.office, procedure);
  const mine = await context.database.transaction(async (sql) => {
    await insertDraft(sql, draft, now);
    return insertSupplementIntake(sql, turn, draft.draft, member.staff, now);
  });
  if (mine) return draft.draft;
  const first = await findSupplementIntake(context.database.sql, turn, now);
  return first?.draft ?? draft.draft;
}
