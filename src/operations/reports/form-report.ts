import { officeDay } from "../../base/clock.ts";
import { earlierDay } from "../../domain/deadlines/days.ts";
import { formatDay } from "../../domain/people/dates.ts";
import { columnsOf, formTable } from "../../domain/reports/form-ii06a.ts";
import type { Report } from "../../domain/reports/report.ts";
import { isQuarter, QUARTER_UNVERIFIED } from "../../domain/reports/report-period.ts";
import type { Context } from "../context.ts";
import type { Viewpoint } from "../measures/viewpoint.ts";
import { readFormCounts } from "./form-counts.ts";
import type { Frame } from "./frame.ts";

/** Form II.06a: how dossiers were settled, a line a field of the catalogue. */
export async function formReport(context: Context, { scope, period }: Viewpoint, frame: Frame): Promise<Report> {
  const today = officeDay(context.now());
  const asOf = earlierDay(period.to, today);
  const counts = await readFormCounts(context, scope, period, asOf);
  const columns = columnsOf(counts);
  const fieldOf = (code: string) => (context.catalogue.find(code, today) ?? context.catalogue.versions(code)[0])?.field ?? "Lĩnh vực khác";
  const number = (n: number) => n.toLocaleString("vi-VN");
  return {
    ...frame,
    title: "Biểu II.06a: giải quyết thủ tục hành chính",
    form: "Biểu số II.06a/VPCP/KSTT (Thông tư 02/2017/TT-VPCP, Thông tư 01/2020/TT-VPCP)",
    wide: true,
    facts: [
      { label: "Tiếp nhận (3)", value: number(columns[3]), note: `${number(columns[6])} từ kỳ trước chuyển sang` },
      { label: "Đã giải quyết (7)", value: number(columns[7]), note: `${number(columns[10])} quá hạn` },
      { label: "Đang giải quyết (11)", value: number(columns[11]), note: `${number(columns[13])} quá hạn` },
    ],
    charts: [],
    tables: [formTable(counts, fieldOf)],
    notes: [
      "(3) = (4) + (5) + (6) = (7) + (11); (7) = (8) + (9) + (10); (11) = (12) + (13).",
      `Hồ sơ đang giải quyết tính đến hết ngày ${formatDay(asOf)}. Hồ sơ đang chờ bà con bổ sung hoặc nộp phí thì thời hạn tạm dừng, không tính là quá hạn.`,
      ...(isQuarter(period) ? [QUARTER_UNVERIFIED] : []),
      "Không tính hồ sơ không được tiếp nhận và hồ sơ rút trước khi tiếp nhận. Đã xin lỗi và hẹn lại mà xong thì vẫn là quá hạn.",
    ],
  };
}
