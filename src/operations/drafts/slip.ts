import { officeDay, officeTime } from "../../base/clock.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { qrSvg } from "../../documents/qr.ts";
import { formatDay } from "../../domain/people/dates.ts";
import { type Draft, findDraftBySlip, saveDraftVisit, saveSlipSecret } from "../../store/records/drafts.ts";
import { listPoints } from "../../store/records/offices.ts";
import { type Context, procedureOf } from "../context.ts";
import { countTry, isClosed } from "../identity/attempts.ts";
import { hashSecret, isSecret, newSlipSecret } from "../identity/secrets.ts";
import { letSeeDraft, sessionOf, type Visitor } from "../identity/session.ts";
import { type Problem, problem } from "../problems.ts";
import { type AtPoint, visitOf } from "../visits/open-visit.ts";

/** Comes back to a draft by the code and the four digits of its slip. Answers the draft and the cookie of a new session, if one was needed. */
export async function resumeBySlip(
  context: Context,
  visitor: Visitor,
  slip: { readonly code: string; readonly secret: string },
  place: AtPoint | null,
): Promise<Result<{ draft: Draft; token: string | null }, Problem>> {
  const slipCode = plainCode(slip.code);
  const subject = `slip:${slipCode}`;
  if (await isClosed(context, subject)) return refuse(problem("too-many-tries"));
  const draft = await findDraftBySlip(context.database.sql, slipCode);
  const right = draft !== null && draft.expiresAt > context.now() && (await isSecret(slip.secret.trim(), draft.slipSecretHash));
  await countTry(context, subject, right);
  if (!right || !draft) return refuse(problem("slip-wrong"));
  const { session, token } = await sessionOf(context, visitor);
  await letSeeDraft(context, session, draft);
  if (place && visitor.kind !== "staff") {
    const visit = await visitOf(context, visitor, session, place, "self-service");
    if (visit.office === draft.office) await saveDraftVisit(context.database.sql, draft, visit.visit);
  }
  return ok({ draft, token });
}

/** A code as it is stored, however it was typed: K7M4-QXBC, k7m4 qxbc. */
export function plainCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
}

/** A code as it is read: two groups of four. */
export function groupedCode(code: string): string {
  return code.replace(/(.{4})(?=.)/g, "$1-");
}

/** Prints the slip with a new secret: the old one is known by its hash only, and a slip that was lost stops working. */
export async function printSlip(context: Context, draft: Draft): Promise<{ pdf: Uint8Array; secret: string }> {
  const secret = newSlipSecret();
  await saveSlipSecret(context.database.sql, draft, await hashSecret(secret));
  const now = context.now();
  const point = (await listPoints(context.database.sql)).find((candidate) => candidate.point === draft.point);
  const pdf = await context.documents.render({
    template: "draft-slip",
    at: now,
    data: {
      title: "Phiếu quay lại",
      point: point ? `${point.name}, ${point.place}` : "Điểm hỗ trợ dịch vụ công trực tuyến",
      procedure: procedureOf(context, draft.procedure, draft.version)?.name ?? "",
      slipCode: groupedCode(draft.slipCode),
      secret,
      qr: qrSvg(`${context.publicUrl}/ho-so/quay-lai?ma=${draft.slipCode}`),
      steps: [
        "Đến điểm hỗ trợ nào cũng được, hoặc quét mã vuông bằng điện thoại.",
        "Bấm “Tôi có phiếu”, gõ mã phiếu và bốn số bí mật.",
        "Làm tiếp từ chỗ đang dở. Những gì đã khai vẫn còn.",
      ],
      printedAt: `${officeTime(now)} ngày ${formatDay(officeDay(now))}`,
      validUntil: formatDay(officeDay(draft.expiresAt)),
    },
  });
  return { pdf, secret };
}
