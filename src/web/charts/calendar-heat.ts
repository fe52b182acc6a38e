import { addDays, eachDay, earlierDay } from "../../domain/deadlines/days.ts";
import { type Chart, drawChart, type Frame } from "./draw.ts";

const CELL_WIDTH = 13.6;
const CELL_HEIGHT = 15;
const LEFT = 40;
const STRIP_HEIGHT = 26 + 7 * CELL_HEIGHT + 14;
const LEGEND_HEIGHT = 34;
/** As many months stand side by side as can be read on a phone. */
const STRIP_MONTHS = 6;

/** Visits day by day as a calendar: the darker, the more; half a year in a strip. A day without anybody is white. */
export function calendarHeat(
  days: readonly { readonly day: string; readonly n: number }[],
  range: { from: string; to: string },
  frame: Omit<Frame, "height">,
): Promise<Chart> {
  const most = Math.max(1, ...days.map(({ n }) => n));
  const strips = stripsOf(range);
  return drawChart(
    {
      aria: { enabled: true, decal: { show: false } },
      visualMap: {
        min: 0,
        max: most,
        show: true,
        orient: "horizontal",
        left: LEFT,
        bottom: 0,
        itemHeight: 90,
        text: [`${most} lượt một ngày`, "0"],
        textStyle: { fontSize: 13, color: "#222" },
        inRange: { color: ["#eef4ea", "#1d5c38"] },
      },
      calendar: strips.map(({ from, to }, index) => ({
        range: [from, to],
        top: 22 + index * STRIP_HEIGHT,
        left: LEFT,
        cellSize: [CELL_WIDTH, CELL_HEIGHT],
        splitLine: { lineStyle: { color: "#555", width: 1 } },
        itemStyle: { color: "#fff", borderColor: "#ccc", borderWidth: 0.5 },
        yearLabel: { show: false },
        dayLabel: { firstDay: 1, nameMap: ["CN", "T2", "T3", "T4", "T5", "T6", "T7"], fontSize: 12, color: "#222" },
        monthLabel: { nameMap: monthNames(from, to), fontSize: 13, color: "#222" },
      })),
      series: strips.map(({ from, to }, index) => ({
        type: "heatmap",
        coordinateSystem: "calendar",
        calendarIndex: index,
        data: days.filter(({ day }) => day >= from && day <= to).map(({ day, n }) => [day, n]),
      })),
    },
    { ...frame, height: strips.length * STRIP_HEIGHT + LEGEND_HEIGHT },
  );
}

/** Weeks as columns take this much of the width: a strip of half a year. */
export function stripsOf({ from, to }: { from: string; to: string }): { from: string; to: string }[] {
  const strips: { from: string; to: string }[] = [];
  for (let first = from; first <= to; ) {
    const last = earlierDay(to, addDays(monthsAfter(first, STRIP_MONTHS), -1));
    strips.push({ from: first, to: last });
    first = addDays(last, 1);
  }
  return strips;
}

/** A name for each month of a year; months of which a strip shows less than two weeks have none: it would lie on its neighbour's. */
function monthNames(from: string, to: string): string[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = `-${String(index + 1).padStart(2, "0")}-`;
    const shown = eachDay(from, to).filter((day) => day.slice(4, 8) === month).length;
    return shown < 14 ? "" : `Th. ${index + 1}`;
  });
}

function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const at = year * 12 + month - 1 + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`;
}
