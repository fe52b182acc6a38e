import { officeDay } from "../../base/clock.ts";
import { type NamedPeriod, periodsOver } from "../../domain/reports/report-period.ts";
import { findDelivery } from "../../store/records/deliveries.ts";
import { readOffice } from "../../store/records/offices.ts";
import { listRunningSubscriptions, type Subscription } from "../../store/records/report-subscriptions.ts";
import { readStaff } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";
import { viewpointOf } from "../measures/viewpoint.ts";
import { queueLoose } from "../messages/queue-loose.ts";
import { drawReport } from "./draw-report.ts";
import { isReportKind, REPORTS, type ReportKind } from "./kinds.ts";
import { readForMailbox } from "./read-report.ts";

/**
 * Puts into the outbox what is due: the last period that is over, once for each who wants it. The notice's key is the subscription and the period, so that it goes
 * once, however often and on however many machines this runs. Periods that were over before somebody wanted them are not sent. Answers how many were queued.
 */
export async function mailReports(context: Context): Promise<number> {
  const today = officeDay(context.now());
  const wanted = await listRunningSubscriptions(context.database.sql);
  let queued = 0;
  for (const subscription of wanted) {
    const { report, rhythm, confirmedAt } = subscription;
    const [period] = periodsOver(rhythm, today, 1);
    if (!period || !isReportKind(report) || confirmedAt === null || period.to < officeDay(confirmedAt)) continue;
    if (await send(context, subscription, report, period)) queued += 1;
  }
  return queued;
}

/**
 * The letter itself holds no figure; what goes along is figures alone, as paper: no name, no code of a dossier, for a mailbox is read by others too. A book of names is not sent, only
 * where it stands.
 */
async function send(context: Context, wanted: Subscription, report: ReportKind, period: NamedPeriod): Promise<boolean> {
  const { office: code, subscription, email } = wanted;
  const cause = `report/${subscription}/${period.id}`;
  // it went already: nothing need be drawn
  if (await findDelivery(context.database.sql, code, cause)) return false;
  const pdf = await drawForMailbox(context, wanted, report, period);
  return context.database.transaction(async (sql) => {
    const office = await readOffice(sql, code);
    if (!office) return false;
    const name = `${report}-${period.id}.pdf`;
    const along = pdf ? `Kèm thư: ${name}, chỉ có số liệu, không có tên ai, mã hồ sơ nào.` : "Báo cáo này có tên bà con nên không gửi kèm.";
    return queueLoose(context, sql, office, {
      channel: "email",
      cause,
      kind: "report",
      to: email,
      subject: `${REPORTS[report].name}: ${period.words}`,
      text: `${REPORTS[report].name}, ${period.words}, ${office.name} đã có.\n\n${along}\n\nXem đủ, in, tải về (cần đăng nhập): ${context.publicUrl}/thong-ke/bao-cao/${report}?ky=${period.id}\n\nKhông muốn nhận nữa: mở ${context.publicUrl}/thong-ke/bao-cao-qua-thu rồi bấm Thôi nhận.`,
      files: pdf ? [{ name, type: "application/pdf", bytes: pdf }] : [],
    });
  });
}

/** The report as its reader would see it today, by today's rights; null where it is names, or where they may see nothing any more. */
async function drawForMailbox(
  context: Context,
  { office, staff }: Subscription,
  report: ReportKind,
  { from, to, words }: NamedPeriod,
): Promise<Uint8Array | null> {
  const member = await readStaff(context.database.sql, office, staff);
  if (!member) return null;
  const view = await viewpointOf(context, member, { unit: "", point: "", since: "", hold: "office", from, to });
  const figures = view.ok ? await readForMailbox(context, member, view.value, report, words) : null;
  return figures && drawReport(context, figures);
}
