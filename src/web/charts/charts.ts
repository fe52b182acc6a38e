import { tenthsWords } from "../../base/number-words.ts";
import { type Chart, COLOURS, drawChart, type Frame } from "./draw.ts";

/** The charts of the dashboards, each from plain numbers. Numbers stand in a table beside every chart. */

export interface Series {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

type Place = Omit<Frame, "height"> & { readonly height?: number };

/** Columns stacked on each other: channels by month. */
export function stackedColumns(labels: readonly string[], series: readonly Series[], place: Place): Promise<Chart> {
  return drawChart(
    {
      color: DARK_TO_LIGHT,
      legend: { top: 0, left: 0, itemWidth: 22 },
      grid: { left: 44, right: 12, top: 36, bottom: 28 },
      xAxis: { type: "category", data: labels, axisTick: { show: false } },
      yAxis: { type: "value", minInterval: 1 },
      series: series.map(({ name, values }) => ({ type: "bar", stack: "all", name, data: values, barMaxWidth: 46, itemStyle: OUTLINED })),
    },
    { height: 260, ...place },
  );
}

/** A share over time in hundredths, with the day on which something began, and a goal. Months without anything have no point. */
export function shareOverTime(
  labels: readonly string[],
  series: readonly Series[],
  marks: { readonly goal: number | null; readonly began: string | null },
  place: Place,
): Promise<Chart> {
  const lines = [
    ...(marks.goal === null
      ? []
      : [{ yAxis: marks.goal, label: { formatter: `mục tiêu ${percentOf(marks.goal)}`, position: "insideStartTop" } }]),
    ...(marks.began === null ? [] : [{ xAxis: marks.began, label: { formatter: "mở điểm", position: "insideEndTop" } }]),
  ];
  return drawChart(
    {
      legend: { top: 0, left: 0, show: series.length > 1 },
      grid: { left: 52, right: 30, top: series.length > 1 ? 36 : 16, bottom: 28 },
      xAxis: { type: "category", data: labels, axisTick: { show: false }, boundaryGap: false },
      yAxis: { type: "value", min: 0, max: 100, axisLabel: { formatter: "{value} %" } },
      series: series.map(({ name, values }, index) => ({
        type: "line",
        name,
        data: values.map((value) => (value === null ? null : Math.round(value * 1000) / 10)),
        connectNulls: false,
        symbol: SYMBOLS[index % SYMBOLS.length],
        symbolSize: 8,
        lineStyle: { width: 3, type: LINES[index % LINES.length] },
        ...(index === 0 ? { markLine: { silent: true, symbol: "none", lineStyle: { color: "#555" }, data: lines } } : {}),
      })),
    },
    { height: 260, ...place },
  );
}

/** Visits day by day as a calendar: the darker, the more. One strip a year at the most. */
export function calendarHeat(
  days: readonly { readonly day: string; readonly n: number }[],
  range: { from: string; to: string },
  place: Place,
): Promise<Chart> {
  const most = Math.max(1, ...days.map(({ n }) => n));
  return drawChart(
    {
      aria: { enabled: true, decal: { show: false } },
      visualMap: {
        min: 0,
        max: most,
        show: true,
        orient: "horizontal",
        left: 40,
        bottom: 0,
        itemHeight: 90,
        text: [`${most}`, "0"],
        inRange: { color: ["#eef4ea", "#1d5c38"] },
      },
      calendar: {
        range: [range.from, range.to],
        top: 24,
        left: 40,
        right: 8,
        cellSize: ["auto", 15],
        splitLine: { lineStyle: { color: "#777", width: 1 } },
        itemStyle: { color: "#fff", borderColor: "#ccc", borderWidth: 0.5 },
        yearLabel: { show: false },
        dayLabel: { firstDay: 1, nameMap: ["CN", "T2", "T3", "T4", "T5", "T6", "T7"], fontSize: 11 },
        monthLabel: { nameMap: Array.from({ length: 12 }, (_, month) => `Th. ${month + 1}`), fontSize: 11 },
      },
      series: [{ type: "heatmap", coordinateSystem: "calendar", data: days.map(({ day, n }) => [day, n]) }],
    },
    { height: 176, ...place },
  );
}

/** Bars lying side by side under each other, the number at their end: what is due when, reasons, points. */
export function lyingBars(
  bars: readonly { readonly name: string; readonly n: number; readonly alarm?: boolean }[],
  place: Place,
): Promise<Chart> {
  return drawChart(
    {
      aria: { enabled: true, decal: { show: false } },
      grid: { left: 8, right: 48, top: 4, bottom: 4, containLabel: true },
      xAxis: { type: "value", show: false },
      yAxis: { type: "category", inverse: true, data: bars.map(({ name }) => name), axisTick: { show: false }, axisLine: { show: false } },
      series: [
        {
          type: "bar",
          barMaxWidth: 22,
          label: { show: true, position: "right", formatter: "{c}" },
          data: bars.map(({ n, alarm }) => ({ value: n, itemStyle: { color: alarm ? COLOURS[1] : COLOURS[0] } })),
        },
      ],
    },
    { height: 20 + 30 * bars.length, ...place },
  );
}

/** Where a share stands between nothing and all, with the goal as a line: a gauge that lies down, so that it can be read at a glance and printed. */
export function goalBar(rate: number, goal: number, place: Place): Promise<Chart> {
  return drawChart(
    {
      aria: { enabled: true, decal: { show: false } },
      grid: { left: 8, right: 24, top: 22, bottom: 22 },
      xAxis: { type: "value", min: 0, max: 100, axisLabel: { formatter: "{value} %" }, splitLine: { show: false } },
      yAxis: { type: "category", data: [""], show: false },
      series: [
        {
          type: "bar",
          barWidth: 26,
          showBackground: true,
          backgroundStyle: { color: "#e8e2d4" },
          data: [{ value: Math.round(rate * 1000) / 10, itemStyle: { color: rate >= goal ? COLOURS[0] : COLOURS[2] } }],
          markLine: {
            silent: true,
            symbol: "none",
            lineStyle: { color: "#222", width: 3, type: "solid" },
            data: [{ xAxis: goal * 100, label: { formatter: `mục tiêu ${percentOf(goal * 100)}`, position: "end" } }],
          },
        },
      ],
    },
    { height: 84, ...place },
  );
}

/** A small line without axes, for a row of a table. */
export function sparkline(values: readonly (number | null)[], place: Place): Promise<Chart> {
  return drawChart(
    {
      aria: { enabled: true, decal: { show: false } },
      grid: { left: 2, right: 2, top: 3, bottom: 3 },
      xAxis: { type: "category", show: false, boundaryGap: false, data: values.map((_, index) => index) },
      yAxis: { type: "value", show: false, min: 0 },
      series: [{ type: "line", data: values, symbol: "none", lineStyle: { width: 2 }, areaStyle: { opacity: 0.15 } }],
    },
    { height: 32, ...place },
  );
}

/** What stands on each other is told apart by how dark it is, in black and white too. */
const DARK_TO_LIGHT = ["#1d5c38", "#e0a93b", "#f3ecd8"];
const OUTLINED = { borderColor: "#222", borderWidth: 1 };

const SYMBOLS = ["circle", "rect", "triangle", "diamond"];
const LINES = ["solid", "dashed", "dotted"];

function percentOf(hundredths: number): string {
  return `${tenthsWords(hundredths)} %`;
}
