import { officeDay } from "../../base/clock.ts";
import type { Procedure } from "../../domain/catalogue/procedure.ts";
import type { LoggedEvent } from "../../domain/dossier/events.ts";
import { fold } from "../../domain/dossier/fold.ts";
import { fillText } from "../../domain/forms/fill-text.ts";
import type { Office } from "../../store/records/offices.ts";
import type { Context } from "../context.ts";
import { provinceWords } from "../dossiers/office-words.ts";
import { galleyRows } from "./rows.ts";

/**
 * The galley as a PDF: the certificate without number, code, date and signature, and with BẢN NHÁP across it. Shows the dossier as it stood when it was sent, so
 * that the same log gives the same bytes. Null while none was sent.
 */
export async function drawGalley(
  context: Context,
  office: Office,
  procedure: Procedure,
  log: readonly LoggedEvent[],
): Promise<Uint8Array | null> {
  const { galley } = fold(log);
  const sent = log.find(({ sequence }) => sequence === galley?.sequence);
  if (!galley || sent?.event.type !== "galley-sent" || !procedure.result) return null;
  const dossier = fold(log.slice(0, log.indexOf(sent) + 1));
  const at = new Date(sent.at);
  return context.documents.render({
    template: "galley",
    at,
    data: {
      title: procedure.result.title,
      office: office.name,
      above: provinceWords(context, office),
      rows: galleyRows(procedure, dossier.answers, context.lists, officeDay(at)).map(({ label, value }) => ({
        label,
        value: value || "—",
      })),
      closing: fillText(procedure.result.closing ?? "", procedure, dossier.answers, context.lists),
      note: `Bản nháp để xem lại, không có giá trị pháp lý. Mã tra cứu hồ sơ: ${dossier.trackingCode}.`,
    },
  });
}
