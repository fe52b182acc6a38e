import { readableCode } from "../../base/ids.ts";
import type { Procedure } from "../../domain/catalogue/procedure.ts";
import { type Draft, insertDraft } from "../../store/records/drafts.ts";
import { insertIntake, type TypedIntake } from "../../store/records/paper-intakes.ts";
import type { Context } from "../context.ts";
import type { StaffMember } from "../identity/member.ts";
import { hashSecret, newSlipSecret } from "../identity/secrets.ts";

/** A dossier that was left lying half taken in is kept this long. */
const INTAKE_DAYS = 7;
const SLIP_CODE_LENGTH = 8;

/**
 * Begins to take in a dossier on paper: a draft of the office's own, so that scanning, uploading and the guided pages work on it as on any other. Nobody gets its
 * slip; the person gets one of the dossier.
 */
export async function beginIntake(context: Context, member: StaffMember, procedure: Procedure, typed: TypedIntake): Promise<string> {
  const now = context.now();
  const draft: Draft = {
    office: member.office,
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
    receiver: member.office,
    practice: false,
    expiresAt: new Date(now.getTime() + INTAKE_DAYS * 86_400_000),
    lodgedOffice: null,
    lodgedDossier: null,
    visit: null,
  };
  await context.database.transaction(async (sql) => {
    await insertDraft(sql, draft, now);
    await insertIntake(sql, draft, member.staff, typed, now);
  });
  return draft.draft;
}
