import { officeDay } from "../../base/clock.ts";
import { addDays, earlierDay } from "../../domain/deadlines/days.ts";
import { countIn, type Figure, figureWords, MEASURES, rateWords } from "../../domain/measures/measures.ts";
import { monthsOf, type Period, periodBefore } from "../../domain/measures/periods.ts";
import { formatDay } from "../../domain/people/dates.ts";
import { columnsOf } from "../../domain/reports/form-ii06a.ts";
import type { Fact, Report, ReportChart, ReportTable } from "../../domain/reports/report.ts";
import { listBehind } from "../../store/views/dossier-facts.ts";
import type { Context } from "../context.ts";
import { type Dashboard, readDashboard } from "../measures/dashboard.ts";
import { type Figures, readFigures, readFiguresBy } from "../measures/read-figures.ts";
import type { Viewpoint } from "../measures/viewpoint.ts";
import { readFormCounts } from "./form-counts.ts";
import type { Frame } from "./frame.ts";
import { monthCharts } from "./month-charts.ts";
import { goalWords, troubleWords, withoutTypedWords } from "./report-words.ts";

/** So many months stand in the columns. */
const MONTHS = 6;
/** So many late dossiers are named by their codes. */
const LATE_LINES = 5;

/**
 * One page for the meeting of the commune. For a mailbox, which others read too, it is figures alone: no dossier by its code, and no words that somebody typed beside an outage
 * or a day off.
 */
export async function monthlyReport(context: Context, view: Viewpoint, frame: Frame, reader: "desk" | "mailbox" = "desk"): Promise<Report> {
  const { scope, period } = view;
  const { sql } = context.database;
  const asOf = earlierDay(period.to, officeDay(context.now()));
  const earlier = before(period);
  const [dashboard, past, alive, late, charts] = await Promise.all([
    readDashboard(context, scope, period, { units: view.units, since: null }),
    readFigures(context, scope, earlier),
    readFormCounts(context, scope, period, asOf),
    listBehind(sql, { ...scope, ...period, selection: MEASURES.late.of }, { limit: LATE_LINES, offset: 0 }),
    months(context, view),
  ]);
  const open = columnsOf(alive);
  return {
    ...frame,
    title: "Dịch vụ công và điểm hỗ trợ",
    form: null,
    wide: false,
    facts: facts(dashboard, past, { open: open[11], overdue: open[13] }),
    charts,
    tables: late.length === 0 || reader === "mailbox" ? [] : [lateTable(late, countIn(dashboard.figures.late))],
    notes: [
      ...goalWords(dashboard.targets),
      ...troubleWords(reader === "mailbox" ? withoutTypedWords(dashboard.troubles) : dashboard.troubles),
      feedbackWords(dashboard),
      `So với kỳ trước là ${formatDay(earlier.from)} – ${formatDay(earlier.to)}. Hồ sơ đang giải quyết tính đến hết ngày ${formatDay(asOf)}.`,
    ],
  };
}

/** The month before a whole month; of other periods as many days. */
function before(period: Period): Period {
  const whole = period.from.endsWith("-01") && addDays(period.to, 1).endsWith("-01") && period.to.slice(0, 7) === period.from.slice(0, 7);
  const last = addDays(period.from, -1);
  return whole ? { from: `${last.slice(0, 7)}-01`, to: last } : periodBefore(period);
}

function facts({ figures, visits }: Dashboard, past: Figures, state: { open: number; overdue: number }): Fact[] {
  const [rate, onTime] = [figures["online-rate"], figures["on-time-rate"]];
  return [
    { label: "Hồ sơ tiếp nhận", value: figureWords(figures.received), note: countChange(figures.received, past.received) },
    { label: "Tỷ lệ trực tuyến", value: rateWords(rate), note: [fraction(rate), rateChange(rate, past["online-rate"])].join("; ") },
    { label: "Đúng và trước hạn", value: rateWords(onTime), note: [fraction(onTime), rateChange(onTime, past["on-time-rate"])].join("; ") },
    {
      label: "Quá hạn",
      value: figureWords(figures.late),
      note: `xong quá hạn; còn ${state.open} hồ sơ đang giải quyết, ${state.overdue} đã quá hạn`,
    },
    {
      label: "Lượt đến điểm",
      value: figureWords(figures.visits),
      note: `${countChange(figures.visits, past.visits)}; ${visits.openDays} ngày có khách`,
    },
    { label: "Nộp tại điểm", value: figureWords(figures["at-point"]), note: countChange(figures["at-point"], past["at-point"]) },
  ];
}

async function months(context: Context, { scope, period }: Viewpoint): Promise<ReportChart[]> {
  const wanted = { from: `${monthBack(period.to, MONTHS - 1)}-01`, to: period.to };
  const byMonth = await readFiguresBy(context, scope, wanted, "month");
  return monthCharts(monthsOf(wanted).map((month) => ({ month, figures: byMonth.get(month) ?? null })));
}

function lateTable(lines: Awaited<ReturnType<typeof listBehind>>, all: number): ReportTable {
  const left = all - lines.length;
  return {
    title: "Hồ sơ xong quá hạn trong kỳ",
    columns: [
      { name: "Mã hồ sơ", share: 2.4 },
      { name: "Thủ tục", share: 4 },
      { name: "Hẹn trả", share: 1.2 },
      { name: "Xong", share: 1.2 },
    ],
    rows: lines.map(({ dossierCode, trackingCode, procedureName, dueOn, settledOn }) => [
      dossierCode ?? trackingCode,
      procedureName,
      formatDay(dueOn),
      settledOn ? formatDay(settledOn) : "",
    ]),
    total: null,
    ...(left > 0 ? { more: { words: `và ${left.toLocaleString("vi-VN")} hồ sơ nữa, xem Số liệu › Quá hạn`, so: "late" } } : {}),
  };
}

function feedbackWords({ feedback }: Dashboard): string {
  const { glad, fair, sad, withWords, answered } = feedback;
  if (glad + fair + sad === 0) return "Góp ý: kỳ này chưa có ai góp ý.";
  return `Góp ý: ${glad} hài lòng, ${fair} tạm được, ${sad} chưa hài lòng; ${withWords} góp ý có lời, đã trả lời ${answered}.`;
}

function countChange(now: Figure, past: Figure): string {
  const change = countIn(now) - countIn(past);
  const sign = change > 0 ? "+" : change < 0 ? "−" : "";
  return change === 0 ? "bằng kỳ trước" : `${sign}${Math.abs(change).toLocaleString("vi-VN")} so với kỳ trước (${figureWords(past)})`;
}

function rateChange(now: Figure, past: Figure): string {
  if (now.unit !== "share" || past.unit !== "share" || now.rate === null || past.rate === null) return "chưa so được với kỳ trước";
  const points = 100 * (now.rate - past.rate);
  const words = Math.abs(points).toLocaleString("vi-VN", { maximumFractionDigits: 1 });
  return `${points > 0 ? "+" : points < 0 ? "−" : ""}${words} điểm phần trăm so với kỳ trước`;
}

function fraction(figure: Figure): string {
  return figure.unit === "share" ? `${figure.numerator}/${figure.denominator}` : "";
}

/** "2024-03" from a day of April, one back. */
function monthBack(day: string, months: number): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const at = year * 12 + month - 1 - months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
}
