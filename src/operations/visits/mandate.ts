import { createHash } from "node:crypto";
import { isUuid } from "../../base/ids.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { formatDay } from "../../domain/people/dates.ts";
import { isPersonName, tidyName } from "../../domain/people/names.ts";
import { isSignature, type MandateProof, mandateText, signatureSvg } from "../../domain/point/mandate.ts";
import { findDraftBySlip } from "../../store/records/drafts.ts";
import { endMandates, insertMandate, type Mandate } from "../../store/records/mandates.ts";
import { listOffices, listPoints } from "../../store/records/offices.ts";
import { saveSessionVisit } from "../../store/records/sessions.ts";
import { readVisit, saveVisitorName, type Visit } from "../../store/records/visits.ts";
import type { Context } from "../context.ts";
import { plainCode } from "../drafts/slip.ts";
import { countTry, isClosed } from "../identity/attempts.ts";
import type { StaffMember } from "../identity/member.ts";
import { isSecret } from "../identity/secrets.ts";
import type { Visitor } from "../identity/session.ts";
import { type Problem, problem } from "../problems.ts";

/** What came from the page on which the citizen agreed. */
export interface MandateGiven {
  readonly citizen: string;
  /** The tick under the text. */
  readonly agreed: boolean;
  /** The text that stood on the page: what was agreed to is what was read. */
  readonly text: string;
  readonly slipCode: string;
  readonly slipSecret: string;
  /** A path drawn on the screen, or empty. */
  readonly signature: string;
}

/** The text to be read and agreed to, for this helper and this visit. */
export async function mandateTextFor(context: Context, member: StaffMember, visit: Visit, citizen: string): Promise<string> {
  const [offices, points] = await Promise.all([listOffices(context.database.sql), listPoints(context.database.sql)]);
  return mandateText({
    citizen,
    helper: member.name,
    office: offices.find((office) => office.office === visit.office)?.name ?? "",
    point: points.find((point) => point.office === visit.office && point.point === visit.point)?.name ?? "",
    visitNumber: visit.number,
    day: formatDay(visit.day),
  });
}

/**
 * Writes the mandate down and lets the helper act in the visit, as themselves. Refused without the tick, without proof that it was the citizen, or
 * when the text is not the one that this visit calls for.
 */
export async function giveMandate(
  context: Context,
  visitor: Visitor & { kind: "staff" },
  id: string,
  given: MandateGiven,
): Promise<Result<Mandate, Problem>> {
  const { sql } = context.database;
  const { member } = visitor;
  const visit = isUuid(id) ? await readVisit(sql, { office: member.office, visit: id }) : null;
  if (!visit) return refuse(problem("visit-not-found"));
  if (visit.endedAt) return refuse(problem("visit-ended"));
  if (visit.helper !== member.staff) return refuse(problem("visit-taken"));
  const citizen = tidyName(given.citizen);
  if (!isPersonName(citizen))
    return refuse(problem("answers-refused", { fields: { ten: "Xin ghi họ tên người nhờ, như trong giấy tờ." } }));
  const text = await mandateTextFor(context, member, visit, citizen);
  if (!given.agreed || given.text !== text) return refuse(problem("consent-missing"));
  const proof = await proofOf(context, visit, given);
  if (!proof.ok) return proof;

  const mandate = {
    office: visit.office,
    visit: visit.visit,
    mandate: context.newId(),
    staff: member.staff,
    citizen,
    text,
    textSha256: createHash("sha256").update(text).digest("hex"),
    proof: proof.value,
    givenAt: context.now(),
  };
  await context.database.transaction(async (inside) => {
    await insertMandate(inside, mandate);
    await saveVisitorName(inside, visit, citizen);
    await saveSessionVisit(inside, visitor.session, visit);
  });
  return ok({ ...mandate, endedAt: null });
}

/** The citizen changed their mind, or the helper's part is done: the helper can open nothing of this visit any more. */
export async function takeMandateBack(context: Context, visitor: Visitor & { kind: "staff" }, id: string): Promise<Result<true, Problem>> {
  const { sql } = context.database;
  const visit = isUuid(id) ? await readVisit(sql, { office: visitor.member.office, visit: id }) : null;
  if (!visit) return refuse(problem("visit-not-found"));
  await endMandates(sql, visit, "taken-back", context.now());
  await saveSessionVisit(sql, visitor.session, null);
  return ok(true);
}

async function proofOf(context: Context, visit: Visit, given: MandateGiven): Promise<Result<MandateProof, Problem>> {
  if (given.signature !== "") {
    if (!isSignature(given.signature)) return refuse(problem("signature-missing"));
    const stored = await context.files.putBytes(Buffer.from(signatureSvg(given.signature)));
    return stored.ok ? ok({ kind: "signature", sha256: stored.value.sha256 }) : refuse(problem("disk-full"));
  }
  const slipCode = plainCode(given.slipCode);
  const subject = `slip:${slipCode}`;
  if (await isClosed(context, subject)) return refuse(problem("too-many-tries"));
  const draft = slipCode === "" ? null : await findDraftBySlip(context.database.sql, slipCode);
  const right = draft?.visit === visit.visit && (await isSecret(given.slipSecret.trim(), draft.slipSecretHash));
  if (slipCode !== "") await countTry(context, subject, right);
  return right ? ok({ kind: "slip", slipCode }) : refuse(problem("signature-missing"));
}
