import { addDays, laterDay, weekday } from "../../../domain/deadlines/days.ts";
import { percent } from "../../../domain/measures/measures.ts";
import { monthWords } from "../../../domain/measures/periods.ts";
import { formatDay } from "../../../domain/people/dates.ts";
import type { Dashboard } from "../../../operations/measures/dashboard.ts";
import type { Figures } from "../../../operations/measures/read-figures.ts";
import { calendarHeat } from "../../charts/calendar-heat.ts";
import { CHART_WIDTH, lyingBars, shareOverTime, stackedColumns } from "../../charts/charts.ts";
import type { Panel } from "./chart-panel.tsx";

/** The charts of a dashboard, drawn before the page is. */
export async function dashboardCharts(dashboard: Dashboard, today: string): Promise<Panel[]> {
  const monthly = hasDossiers(dashboard) ? [await channels(dashboard), await onlineRate(dashboard), await help(dashboard)] : [];
  return [...monthly, ...(await standing(dashboard, today))];
}

/** Those that paper takes over as they are: the online rate, the calendar of visits, and what is due when. */
export async function paperCharts(dashboard: Dashboard, today: string): Promise<Panel[]> {
  return [...(hasDossiers(dashboard) ? [await onlineRate(dashboard)] : []), ...(await standing(dashboard, today))];
}

function hasDossiers({ months }: Dashboard): boolean {
  return months.some(({ figures }) => figures?.received.unit === "count" && figures.received.n > 0);
}

async function standing(dashboard: Dashboard, today: string): Promise<Panel[]> {
  return [
    ...(dashboard.visits.days.length > 0 ? [await visits(dashboard)] : []),
    ...(dashboard.due.length > 0 ? [await due(dashboard, today)] : []),
  ];
}

async function channels({ months }: Dashboard): Promise<Panel> {
  const labels = months.map(({ month }) => monthWords(month));
  const names = { online: "Trực tuyến", direct: "Trực tiếp", post: "Bưu chính" } as const;
  const series = Object.entries(names).map(([id, name]) => ({
    name,
    values: months.map(({ figures }) => countOf(figures, id as keyof typeof names)),
  }));
  const chart = await stackedColumns(labels, series, {
    id: "kenh",
    width: CHART_WIDTH,
    label: "Hồ sơ tiếp nhận từng tháng theo kênh nộp; số ở bảng bên dưới",
  });
  return {
    title: "Hồ sơ tiếp nhận theo kênh",
    chart,
    head: ["Tháng", ...Object.values(names)],
    rows: labels.map((label, index) => [label, ...series.map(({ values }) => values[index] ?? 0)]),
  };
}

async function onlineRate({ months, targets, comparison }: Dashboard): Promise<Panel> {
  const labels = months.map(({ month }) => monthWords(month));
  const rates = months.map(({ figures }) => rateOf(figures, "online-rate"));
  const goal = targets.find(({ target }) => target.measure === "online-rate")?.target.goal ?? null;
  const began = comparison ? monthWords(comparison.since.slice(0, 7)) : null;
  const marks = { goal: goal === null ? null : goal * 100, began: began !== null && labels.includes(began) ? began : null };
  const chart = await shareOverTime(labels, [{ name: "Trực tuyến", values: rates }], marks, {
    id: "ty-le",
    width: CHART_WIDTH,
    label: "Tỷ lệ hồ sơ trực tuyến từng tháng",
  });
  return {
    title: "Tỷ lệ trực tuyến",
    chart,
    head: ["Tháng", "Tỷ lệ"],
    rows: labels.map((label, index) => [label, rateWords(rates[index])]),
  };
}

async function help({ months }: Dashboard): Promise<Panel> {
  const labels = months.map(({ month }) => monthWords(month));
  const names = { "online-alone": "Tự làm", "online-guided": "Được bày", "online-done-for": "Làm thay" } as const;
  const series = Object.entries(names).map(([id, name]) => ({
    name,
    values: months.map(({ figures }) => rateOf(figures, id as keyof typeof names)),
  }));
  const chart = await shareOverTime(
    labels,
    series,
    { goal: null, began: null },
    { id: "muc", width: CHART_WIDTH, label: "Mức hỗ trợ của hồ sơ trực tuyến từng tháng" },
  );
  return {
    title: "Mức hỗ trợ của hồ sơ trực tuyến",
    chart,
    head: ["Tháng", ...Object.values(names)],
    rows: labels.map((label, index) => [label, ...series.map(({ values }) => rateWords(values[index]))]),
  };
}

/** The calendar shows a year at most, the last of the period. */
const CALENDAR_DAYS = 371;

async function visits({ visits: { days }, period }: Dashboard): Promise<Panel> {
  const earliest = laterDay(period.from, addDays(period.to, -CALENDAR_DAYS));
  const shown = days.filter(({ day }) => day >= earliest);
  // months before the first visit would be white paper
  const from = laterDay(earliest, `${(shown[0]?.day ?? earliest).slice(0, 7)}-01`);
  const chart = await calendarHeat(
    shown,
    { from, to: period.to },
    { id: "luot", width: CHART_WIDTH, label: "Lượt đến từng ngày; ô càng đậm càng đông" },
  );
  const byWeekday = WEEKDAYS.map((name, index): [string, number] => [
    name,
    shown.filter(({ day }) => weekday(day) === index + 1).reduce((sum, { n }) => sum + n, 0),
  ]);
  return { title: "Lượt đến từng ngày", chart, head: ["Thứ", "Lượt"], rows: byWeekday };
}

const WEEKDAYS = ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"];

/** What is due when: the funnel of deadlines. */
async function due({ due: days }: Dashboard, today: string): Promise<Panel> {
  const sum = (from: string, to: string) => days.filter(({ day }) => day >= from && day <= to).reduce((all, { n }) => all + n, 0);
  const bars = [
    { name: "Đã quá hạn", n: sum("", addDays(today, -1)), alarm: true },
    { name: "Hôm nay", n: sum(today, today) },
    { name: "Ngày mai", n: sum(addDays(today, 1), addDays(today, 1)) },
    { name: "Trong 7 ngày", n: sum(addDays(today, 2), addDays(today, 7)) },
    { name: "Sau đó", n: sum(addDays(today, 8), "9999") },
  ];
  const chart = await lyingBars(bars, { id: "han", width: CHART_WIDTH, label: "Hồ sơ đang giải quyết theo ngày hẹn trả" });
  return {
    title: `Hồ sơ đến hạn, tính từ ${formatDay(today)}`,
    chart,
    head: ["Hẹn trả", "Hồ sơ"],
    rows: bars.map(({ name, n }) => [name, n]),
  };
}

function countOf(figures: Figures | null, id: "online" | "direct" | "post"): number {
  const figure = figures?.[id];
  return figure?.unit === "count" ? figure.n : 0;
}

function rateOf(figures: Figures | null, id: "online-rate" | "online-alone" | "online-guided" | "online-done-for"): number | null {
  const figure = figures?.[id];
  return figure?.unit === "share" ? figure.rate : null;
}

function rateWords(rate: number | null | undefined): string {
  return rate === null || rate === undefined ? "không có hồ sơ" : percent(rate);
}
