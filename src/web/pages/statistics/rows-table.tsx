import { raw } from "hono/html";
import { figureWords, MEASURES } from "../../../domain/measures/measures.ts";
import type { Row } from "../../../operations/measures/rows.ts";
import type { Looking } from "../../../operations/measures/viewpoint.ts";
import { sparkline } from "../../charts/charts.ts";
import { lookingQuery } from "../../http/looking.ts";
import { paths } from "../../paths.ts";

const COLUMNS = ["received", "online", "at-point", "online-rate", "on-time-rate", "late", "visits"] as const;
const MOST_LINES = 80;

/** Where the lines lead: the parameter of the address that names a line, whether it has a dashboard of its own, whether its dossiers may be opened. */
export interface RowLinks {
  readonly looking: Looking;
  readonly key: "diem" | "thu-tuc";
  readonly dashboards: boolean;
  readonly mayOpen: boolean;
}

/** Points, offices or procedures side by side, each with its small line of the online rate; drawn before the page is. */
export async function rowsTable(title: string, rows: readonly Row[], link: RowLinks | null) {
  if (rows.length === 0) return null;
  const shown = rows.slice(0, MOST_LINES);
  // a visit is to no procedure
  const columns = COLUMNS.filter((id) => id !== "visits" || link?.key !== "thu-tuc");
  const lines = await Promise.all(
    shown.map(({ rates }, index) =>
      rates.filter((rate) => rate !== null).length < 2
        ? null
        : sparkline(
            rates.map((rate) => (rate === null ? null : Math.round(rate * 1000) / 10)),
            { id: `${link?.key ?? "noi"}-${index}`, width: 120, label: "Tỷ lệ trực tuyến từng tháng" },
          ),
    ),
  );
  return (
    <section>
      <h2>{title}</h2>
      <section class="scroll" tabindex={0} aria-label={title}>
        <table>
          <thead>
            <tr>
              <th scope="col">{title.replace(/^Theo /, "")}</th>
              {columns.map((id) => (
                <th scope="col">{MEASURES[id].name}</th>
              ))}
              {lines.some(Boolean) ? <th scope="col">Từng tháng</th> : null}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ key, name, figures }, index) => (
              <tr>
                <th scope="row">
                  {link?.dashboards && key ? (
                    <a href={`${paths.statistics}?${lookingQuery(link.looking, { [link.key]: key })}`}>{name}</a>
                  ) : (
                    name
                  )}
                </th>
                {columns.map((id) => (
                  <td>
                    {link?.mayOpen && key && id !== "visits" ? (
                      <a href={`${paths.statisticsBehind}?${lookingQuery(link.looking, { [link.key]: key, so: id })}`}>
                        {figureWords(figures[id])}
                      </a>
                    ) : (
                      figureWords(figures[id])
                    )}
                  </td>
                ))}
                {lines.some(Boolean) ? <td class="line">{lines[index] ? raw(lines[index].svg) : null}</td> : null}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {rows.length > shown.length ? <p>Còn {rows.length - shown.length} dòng ít hồ sơ hơn.</p> : null}
    </section>
  );
}
