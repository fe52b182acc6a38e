import { readableCode } from "../../base/ids.ts";
import { type Draft, insertDraft } from "../../store/records/drafts.ts";
import type { TypedIntake } from "../../store/records/paper-intakes.ts";
import { findSupplementIntake, insertSupplementIntake, saveSupplementIntake } from "../../store/records/supplement-intakes.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { hashSecret, newSlipSecret } from "../identity/secrets.ts";
import type { OpenSupplement } from "./supplement-desk.ts";

/** What was left lying half taken in is kept this long. */
const SUPPLEMENT_DAYS = 7;
const SLIP_CODE_LENGTH = 8;

/**
 * Keeps what was typed, whatever becomes of it, and answers the draft that holds the pages: it is made at the first time, one for a turn, so that two officers
 * who begin at the same moment go on with the same. Nobody gets its slip.
 */
export async function keepSupplement(context: Context, member: StaffMember, open: OpenSupplement, typed: TypedIntake): Promise<string> {
  const { sql } = context.database;
  const draft = open.draft?.draft ?? (await begin(context, member, open));
  await saveSupplementIntake(sql, { office: open.turn.office, draft }, typed);
  return draft;
}

async function begin(context: Context, member: StaffMember, { turn, procedure }: OpenSupplement): Promise<string> {
  const now = context.now();
  const draft: Draft = {
    office: turn.office,
    draft: context.newId(),
    point: null,
    slipCode: readableCode(SLIP_CODE_LENGTH),
    slipSecretHash: await hashSecret(newSlipSecret()),
    account: null,
    procedure: procedure.code,
    version: procedure.version,
    answers: {},
    applicant: null,
    cards: {},
    receiver: turn.office,
    practice: false,
    expiresAt: new Date(now.getTime() + SUPPLEMENT_DAYS * 86_400_000),
    lodgedOffice: null,
    lodgedDossier: null,
    visit: null,
  };
  const mine = await context.database.transaction(async (sql) => {
    await insertDraft(sql, draft, now);
    return insertSupplementIntake(sql, turn, draft.draft, member.staff, now);
  });
  if (mine) return draft.draft;
  const first = await findSupplementIntake(context.database.sql, turn, now);
  return first?.draft ?? draft.draft;
}
