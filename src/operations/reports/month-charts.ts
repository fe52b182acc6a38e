import { countIn } from "../../domain/measures/measures.ts";
import { monthWords } from "../../domain/measures/periods.ts";
import type { ReportChart } from "../../domain/reports/report.ts";
import type { Figures } from "../measures/read-figures.ts";

/** What was counted in a month, "2024-03"; null where nothing was. */
export interface MonthFigures {
  readonly month: string;
  readonly figures: Figures | null;
}

/** The columns of every report: dossiers received, by channel, and visits, month by month. */
export function monthCharts(months: readonly MonthFigures[]): ReportChart[] {
  const labels = months.map(({ month }) => monthWords(month));
  const counts = (id: "online" | "direct" | "post" | "visits") => months.map(({ figures }) => countIn(figures?.[id]));
  return [
    {
      title: "Hồ sơ tiếp nhận theo kênh",
      labels,
      series: [
        { name: "Trực tuyến", values: counts("online") },
        { name: "Trực tiếp", values: counts("direct") },
        { name: "Bưu chính", values: counts("post") },
      ],
      suffix: "",
      goal: null,
    },
    { title: "Lượt đến điểm", labels, series: [{ name: "Lượt", values: counts("visits") }], suffix: "", goal: null },
  ];
}
