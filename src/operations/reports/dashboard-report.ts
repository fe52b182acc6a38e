import { type Figure, figureWords, MEASURES, percent, rateWords } from "../../domain/measures/measures.ts";
import { formatDay } from "../../domain/people/dates.ts";
import type { Fact, Report, ReportTable } from "../../domain/reports/report.ts";
import type { StaffMember } from "../../store/records/staff.ts";
import type { Context } from "../context.ts";
import { type Dashboard, readDashboard } from "../measures/dashboard.ts";
import { type Row, readProcedureRows, readRows } from "../measures/rows.ts";
import { dropWords } from "../measures/trouble-words.ts";
import type { Viewpoint } from "../measures/viewpoint.ts";
import { frameOf } from "./frame.ts";
import { monthCharts } from "./month-charts.ts";
import { goalWords, troubleWords } from "./report-words.ts";

/** More months than these make columns too thin to read. */
const MONTHS = 18;
const LINES = 25;
const DROPS = 4;

/** A dashboard as paper: the same numbers, columns, and what lies below; and the dashboard itself, for what is drawn of it elsewhere. */
export async function dashboardReport(
  context: Context,
  member: StaffMember,
  view: Viewpoint,
): Promise<{ report: Report; dashboard: Dashboard }> {
  const { period } = view;
  const [dashboard, below, procedures, frame] = await Promise.all([
    readDashboard(context, view.scope, period, view),
    readRows(context, view),
    readProcedureRows(context, view),
    frameOf(context, member, view, `Từ ${formatDay(period.from)} đến ${formatDay(period.to)}`),
  ]);
  const report: Report = {
    ...frame,
    title: "Số liệu dịch vụ công",
    form: null,
    wide: false,
    facts: facts(dashboard),
    charts: monthCharts(dashboard.months.slice(-MONTHS)),
    tables: [
      ...(below.of === "point"
        ? rowsTable("Theo điểm hỗ trợ", "Điểm hỗ trợ", below.rows)
        : rowsTable("Theo cơ quan", "Cơ quan", below.rows)),
      ...rowsTable("Theo thủ tục", "Thủ tục", procedures),
    ],
    notes: [
      ...goalWords(dashboard.targets),
      ...dashboard.drops.slice(0, DROPS).map((drop) => `${dropWords(drop, dashboard.troubles)}.`),
      ...troubleWords(dashboard.troubles),
    ],
  };
  return { report, dashboard };
}

function facts({ figures, comparison, visits, open }: Dashboard): Fact[] {
  const count = (id: "online" | "direct" | "post") => figureWords(figures[id]);
  return [
    {
      label: MEASURES.received.name,
      value: figureWords(figures.received),
      note: `trực tuyến ${count("online")}, trực tiếp ${count("direct")}, bưu chính ${count("post")}`,
    },
    {
      label: MEASURES["online-rate"].name,
      value: rateWords(figures["online-rate"]),
      note: changeWords(comparison) ?? fraction(figures["online-rate"]),
    },
    {
      label: MEASURES["on-time-rate"].name,
      value: rateWords(figures["on-time-rate"]),
      note: `${figureWords(figures.late)} hồ sơ xong quá hạn`,
    },
    { label: MEASURES["at-point"].name, value: figureWords(figures["at-point"]), note: figureWords(figures["at-point-rate"]) },
    { label: MEASURES.visits.name, value: figureWords(figures.visits), note: `${visits.openDays} ngày có khách` },
    {
      label: "Đang giải quyết lúc này",
      value: open.open.toLocaleString("vi-VN"),
      note: `${open.overdue} đã quá hạn, ${open.asleep} chờ bà con`,
    },
  ];
}

function changeWords(comparison: Dashboard["comparison"]): string | null {
  const [before, after] = [comparison?.figures["online-rate"], comparison?.after["online-rate"]];
  if (!comparison || before?.unit !== "share" || after?.unit !== "share" || before.rate === null || after.rate === null) return null;
  return `trước ${formatDay(comparison.since)} là ${percent(before.rate)} (${before.numerator}/${before.denominator}), từ đó ${percent(after.rate)} (${after.numerator}/${after.denominator})`;
}

function rowsTable(title: string, head: string, rows: readonly Row[]): ReportTable[] {
  if (rows.length === 0) return [];
  // a visit is to no procedure
  const ids = (["received", "online-rate", "on-time-rate", "late", "visits"] as const).filter(
    (id) => id !== "visits" || head !== "Thủ tục",
  );
  return [
    {
      title,
      columns: [{ name: head, share: 3 }, ...ids.map((id) => ({ name: MEASURES[id].name, share: 1.4, numeric: true }))],
      rows: rows.slice(0, LINES).map(({ name, figures }) => [name, ...ids.map((id) => figureWords(figures[id]))]),
      total: null,
    },
  ];
}

function fraction(figure: Figure): string {
  return figure.unit === "share" ? `${figure.numerator}/${figure.denominator} hồ sơ` : "";
}
