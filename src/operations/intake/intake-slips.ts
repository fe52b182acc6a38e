import { officeDay, officeTime } from "../../base/clock.ts";
import { ok, type Result, refuse } from "../../base/result.ts";
import { qrSvg } from "../../documents/qr.ts";
import { formatDay } from "../../domain/people/dates.ts";
import { pagesToPdf } from "../../files/intake/pdf.ts";
import { readHead, saveSlipSecretOf } from "../../store/records/dossier-log.ts";
import type { Context } from "../context.ts";
import type { DeskDossier } from "../dossiers/desk.ts";
import { drawSlip, slipsOf } from "../dossiers/slips.ts";
import { groupedCode } from "../drafts/slip.ts";
import { hashSecret, isSecret, newSlipSecret } from "../identity/secrets.ts";
import { type Problem, problem } from "../problems.ts";

/**
 * What the person takes home from the counter, in one PDF: the law's slip of what was done last, and the slip with tracking code and four digits. The digits that
 * the counter shows are printed while they are right; otherwise new ones, and a slip that was lost stops working.
 */
export async function drawIntakeSlips(
  context: Context,
  { key, dossier, log, office }: DeskDossier,
  shown: string,
): Promise<Result<Uint8Array, Problem>> {
  const last = slipsOf(log).at(-1);
  const head = await readHead(context.database.sql, key);
  if (dossier.intake === null || !last || !head) return refuse(problem("dossier-not-found"));
  const right = head.slipSecretHash !== null && (await isSecret(shown, head.slipSecretHash));
  const secret = right ? shown : newSlipSecret();
  if (!right) await saveSlipSecretOf(context.database.sql, key, await hashSecret(secret));
  const now = context.now();
  const [slip, tracking] = await Promise.all([
    drawSlip(context, { key, office, log }, last),
    context.documents.render({
      template: "tracking-slip",
      at: now,
      data: {
        title: "Phiếu theo dõi hồ sơ",
        office: office.name,
        procedure: dossier.procedure.name,
        trackingCode: groupedCode(dossier.trackingCode),
        secret,
        qr: qrSvg(`${context.publicUrl}/tra-cuu/${dossier.trackingCode}`),
        steps: [
          "Quét mã vuông bằng điện thoại, hoặc đến điểm hỗ trợ, để xem hồ sơ đến đâu.",
          "Cần bổ sung giấy tờ, rút hồ sơ hay nhận kết quả thì dùng mã tra cứu và bốn số bí mật.",
        ],
        printedAt: `${officeTime(now)} ngày ${formatDay(officeDay(now))}`,
      },
    }),
  ]);
  const part = (bytes: Uint8Array) => ({ kind: "pdf", bytes, widthPx: 0, heightPx: 0 }) as const;
  return ok(await pagesToPdf([part(slip), part(tracking)], "Giấy hẹn và phiếu theo dõi"));
}
