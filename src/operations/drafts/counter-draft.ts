import { readableCode } from "../../base/ids.ts";
import type { Procedure } from "../../domain/catalogue/procedure.ts";
import type { Draft } from "../../store/records/drafts.ts";
import type { Context } from "../context.ts";
import { hashSecret, newSlipSecret } from "../identity/secrets.ts";

/** What was left lying half taken in is kept this long. */
const COUNTER_DAYS = 7;
const SLIP_CODE_LENGTH = 8;

/** A draft of the office's own, not written yet, so that scanning and uploading work on it as on any other. Nobody gets its slip. */
export async function counterDraft(context: Context, office: string, { code, version }: Procedure): Promise<Draft> {
  return {
    office,
    draft: context.newId(),
    point: null,
    slipCode: readableCode(SLIP_CODE_LENGTH),
    slipSecretHash: await hashSecret(newSlipSecret()),
    account: null,
    procedure: code,
    version,
    answers: {},
    applicant: null,
    cards: {},
    receiver: office,
    practice: false,
    expiresAt: new Date(context.now().getTime() + COUNTER_DAYS * 86_400_000),
    lodgedOffice: null,
    lodgedDossier: null,
    visit: null,
  };
}
