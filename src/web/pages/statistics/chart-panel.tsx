import { raw } from "hono/html";
import type { Child } from "hono/jsx";
import { numberWords } from "../../../base/number-words.ts";
import type { Chart } from "../../charts/draw.ts";

/** A chart with its heading, and the same numbers as a table for whoever does not see it or wants them exactly. */
export function ChartPanel({
  title,
  chart,
  head,
  rows,
  note,
}: {
  title: string;
  chart: Chart;
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
  note?: Child;
}) {
  return (
    <section class="chart">
      <h2>{title}</h2>
      {note ? <p>{note}</p> : null}
      {raw(chart.svg)}
      <details>
        <summary>Bảng số</summary>
        <section class="scroll" tabindex={0} aria-label={`Bảng số: ${title}`}>
          <table>
            <thead>
              <tr>
                {head.map((words) => (
                  <th scope="col">{words}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([first, ...others]) => (
                <tr>
                  <th scope="row">{first}</th>
                  {others.map((value) => (
                    <td>{typeof value === "number" ? numberWords(value) : value}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </section>
  );
}
