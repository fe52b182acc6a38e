import type { Report } from "../../../../domain/reports/report.ts";
import { CHART_WIDTH, stackedColumns } from "../../../charts/charts.ts";
import { ChartPanel } from "../chart-panel.tsx";

/** The charts of a report, drawn before the page is. */
export function reportCharts({ charts }: Report) {
  return Promise.all(
    charts.map(async ({ title, labels, series, suffix }, index) => {
      const chart = await stackedColumns(labels, series, {
        id: `bieu-${index}`,
        width: CHART_WIDTH,
        label: `${title}; số ở bảng bên dưới`,
      });
      return (
        <ChartPanel
          title={title}
          chart={chart}
          head={["Tháng", ...series.map(({ name }) => name)]}
          rows={labels.map((label, at) => [label, ...series.map(({ values }) => `${values[at] ?? 0}${suffix}`)])}
        />
      );
    }),
  );
}
