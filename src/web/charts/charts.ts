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
      legend: { top: 0, left: 0, itemWidth: 22, textStyle: LETTERS },
      grid: { left: 44, right: 12, top: 36, bottom: 28 },
      xAxis: { type: "category", data: labels, axisTick: { show: false }, axisLabel: LETTERS },
      yAxis: { type: "value", minInterval: 1, axisLabel: LETTERS },
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
      : [{ yAxis: marks.goal, label: { ...LETTERS, formatter: `mục tiêu ${percentOf(marks.goal)}`, position: "insideStartTop" } }]),
    ...(marks.began === null
      ? []
      : [
          {
            xAxis: marks.began,
            label: { ...LETTERS, formatter: "mở điểm", position: "end", align: sideOf(labels, marks.began), distance: 4 },
          },
        ]),
  ];
  return drawChart(
    {
      legend: { top: 0, left: 0, show: series.length > 1, textStyle: LETTERS },
      grid: { left: 52, right: 30, top: (series.length > 1 ? 36 : 16) + (marks.began === null ? 0 : 10), bottom: 34 },
      xAxis: { type: "category", data: labels, axisTick: { show: false }, boundaryGap: false, axisLabel: { ...LETTERS, margin: 12 } },
      yAxis: { type: "value", min: 0, max: 100, axisLabel: { ...LETTERS, formatter: "{value} %" } },
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

/** On which side of its line a word has room: beside an axis it would lie over the axis' own words. */
function sideOf(labels: readonly string[], label: string): "left" | "right" {
  return labels.indexOf(label) * 2 < labels.length ? "left" : "right";
}

/** Bars lying side by side under each other, the number at their end: what is due when, reasons, points. */
export function lyingBars(
  bars: readonly { readonly name: string; readonly n: number; readonly alarm?: boolean }[],
  place: Place,
): Promise<Chart> {
  return drawChart(
    {
      aria: { enabled: true, decal: { show: false } },
      // the names stand within the picture, however long they are
      grid: { left: 8, right: 48, top: 4, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      xAxis: { type: "value", show: false },
      yAxis: {
        type: "category",
        inverse: true,
        data: bars.map(({ name }) => name),
        axisTick: { show: false },
        axisLine: { show: false },
        axisLabel: LETTERS,
      },
      series: [
        {
          type: "bar",
          barMaxWidth: 22,
          label: { ...LETTERS, show: true, position: "right", formatter: "{c}" },
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
      grid: { left: 18, right: 26, top: 24, bottom: 24 },
      xAxis: { type: "value", min: 0, max: 100, axisLabel: { ...LETTERS, formatter: "{value} %" }, splitLine: { show: false } },
      yAxis: { type: "category", data: [""], show: false },
      series: [
        {
          type: "bar",
          barWidth: 26,
          showBackground: true,
          backgroundStyle: { color: "#e8e2d4" },
          data: [{ value: Math.round(rate * 1000) / 10, itemStyle: { color: rate >= goal ? COLOURS[0] : COLOURS[2] } }],
          label: {
            ...LETTERS,
            show: true,
            position: "insideLeft",
            formatter: `nay ${percentOf(rate * 100)}`,
            color: rate >= goal ? "#fff" : "#222",
          },
          markLine: {
            silent: true,
            symbol: "none",
            lineStyle: { color: "#222", width: 3, type: "solid" },
            data: [{ xAxis: goal * 100, label: { ...LETTERS, formatter: `mục tiêu ${percentOf(goal * 100)}`, position: "end" } }],
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

/** On a phone a chart is drawn at three quarters of its size: its letters are larger than those of a desk's screen need be. */
const LETTERS = { fontSize: 14, color: "#222" };
/** How wide charts are drawn: they fill a phone, and half a desk's screen. */
export const CHART_WIDTH = 420;

/** What stands on each other is told apart by how dark it is, in black and white too. */
const DARK_TO_LIGHT = ["#1d5c38", "#e0a93b", "#f3ecd8"];
const OUTLINED = { borderColor: "#222", borderWidth: 1 };

const SYMBOLS = ["circle", "rect", "triangle", "diamond"];
const LINES = ["solid", "dashed", "dotted"];

function percentOf(hundredths: number): string {
  return `${tenthsWords(hundredths)} %`;
}
