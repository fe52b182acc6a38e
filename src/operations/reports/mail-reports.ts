import { officeDay } from "../../base/clock.ts";
import { periodsOver } from "../../domain/reports/report-period.ts";
import { listOffices } from "../../store/records/offices.ts";
import { listRunningSubscriptions, type Subscription } from "../../store/records/report-subscriptions.ts";
import type { Context } from "../context.ts";
import { queueLoose } from "../messages/queue-loose.ts";
import { isReportKind, REPORTS, type ReportKind } from "./kinds.ts";

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

/** No figure and no name stands in the letter: a mailbox is read by others too. */
function send(
  context: Context,
  { office: code, subscription, email }: Subscription,
  report: ReportKind,
  period: { id: string; words: string },
): Promise<boolean> {
  return context.database.transaction(async (sql) => {
    const office = (await listOffices(sql)).find((one) => one.office === code);
    if (!office) return false;
    return queueLoose(context, sql, office, {
      channel: "email",
      cause: `report/${subscription}/${period.id}`,
      kind: "report",
      to: email,
      subject: `${REPORTS[report].name}: ${period.words}`,
      text: `${REPORTS[report].name}, ${period.words}, ${office.name} đã có.\n\nXem, in, tải về (cần đăng nhập): ${context.publicUrl}/thong-ke/bao-cao/${report}?ky=${period.id}\n\nKhông muốn nhận nữa: mở ${context.publicUrl}/thong-ke/bao-cao-qua-thu rồi bấm Thôi nhận.`,
    });
  });
}
