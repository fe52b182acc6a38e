import type { Child } from "hono/jsx";
import { numberWords, tenthsWords } from "../../../base/number-words.ts";
import { countIn, type Figure, figureWords, MEASURES, type MeasureId, percent } from "../../../domain/measures/measures.ts";
import { formatDay } from "../../../domain/people/dates.ts";
import type { STANDING } from "../../../operations/measures/behind.ts";
import type { Dashboard } from "../../../operations/measures/dashboard.ts";
import { lateWords } from "../../../operations/measures/trouble-words.ts";
import type { Looking } from "../../../operations/measures/viewpoint.ts";
import { lookingQuery } from "../../http/looking.ts";
import { paths } from "../../paths.ts";

/** The numbers that one looks for first, large, each with its definition and the way to what stands behind it. */
export function Tiles({ dashboard, looking, mayOpen }: { dashboard: Dashboard; looking: Looking; mayOpen: boolean }) {
  const { figures, comparison, visits, open } = dashboard;
  const perDay = visits.openDays === 0 ? null : countIn(figures.visits) / visits.openDays;
  const late = lateWords(dashboard.troubles);
  const tile = (id: MeasureId, under: Child) => (
    <Tile
      id={id}
      figure={figures[id]}
      href={mayOpen ? `${paths.statisticsBehind}?${lookingQuery(looking, { so: id })}` : null}
      under={under}
    />
  );
  const standing = (id: keyof typeof STANDING, n: number) =>
    mayOpen ? <a href={`${paths.statisticsBehind}?${lookingQuery(looking, { so: id })}`}>{numberWords(n)}</a> : numberWords(n);
  return (
    <ul class="tiles">
      {tile(
        "received",
        `trực tuyến ${figureNumber(figures.online)}, trực tiếp ${figureNumber(figures.direct)}, bưu chính ${figureNumber(figures.post)}`,
      )}
      {tile("at-point", partWords(figures["at-point-rate"]))}
      {tile("online-rate", comparison ? <Change dashboard={dashboard} /> : fractionWords(figures["online-rate"]))}
      {tile("on-time-rate", `${figureNumber(figures.late)} hồ sơ quá hạn`)}
      {tile("visits", [perDay === null ? "chưa có lượt nào" : perDayWords(perDay, visits.openDays), late].filter(Boolean).join("; "))}
      <li class={open.overdue > 0 ? "tile alarm" : "tile"}>
        <h3>Đang giải quyết</h3>
        <p class="figure">{standing("open", open.open)}</p>
        <p>
          {standing("overdue", open.overdue)} đã quá hạn, {standing("asleep", open.asleep)} chờ bà con
        </p>
        <details>
          <summary>Số này là gì?</summary>
          <p>Hồ sơ chưa xong tính đến lúc này, không theo kỳ đang xem. Quá hạn: đã qua ngày hẹn trả mà thời hạn không tạm dừng.</p>
        </details>
      </li>
    </ul>
  );
}

function partWords(figure: Figure): string {
  return figure.unit === "share" && figure.rate === null ? "không có hồ sơ" : `${figureWords(figure)} số hồ sơ`;
}

function perDayWords(perDay: number, days: number): string {
  return `trung bình ${tenthsWords(perDay)} lượt một ngày có khách, ${days} ngày`;
}

function Tile({ id, figure, href, under }: { id: MeasureId; figure: Figure; href: string | null; under: Child }) {
  const words = largeWords(figure);
  return (
    <li class="tile">
      <h3>{MEASURES[id].name}</h3>
      <p class={words.length > 8 ? "figure words" : "figure"}>{href ? <a href={href}>{words}</a> : words}</p>
      <p>{under}</p>
      <details>
        <summary>Số này là gì?</summary>
        <p>{MEASURES[id].definition}</p>
      </details>
    </li>
  );
}

/** "+32,6 điểm phần trăm so với 144 ngày trước 21/11/2023 (31,5 %)" */
function Change({ dashboard: { comparison } }: { dashboard: Dashboard }) {
  if (!comparison) return null;
  const [before, after] = [comparison.figures["online-rate"], comparison.after["online-rate"]];
  if (before.unit !== "share" || after.unit !== "share") return null;
  if (before.rate === null || after.rate === null)
    return <>Chưa so sánh được với trước {formatDay(comparison.since)}: có kỳ không có hồ sơ.</>;
  const points = 100 * (after.rate - before.rate);
  return (
    <>
      <strong>
        {points > 0 ? "+" : ""}
        {tenthsWords(points)} điểm phần trăm
      </strong>{" "}
      từ {formatDay(comparison.since)}: {percent(after.rate)} ({after.numerator}/{after.denominator}), trước đó {percent(before.rate)} (
      {before.numerator}/{before.denominator}, từ {formatDay(comparison.before.from)})
    </>
  );
}

function largeWords(figure: Figure): string {
  return figure.unit === "share" && figure.rate !== null ? percent(figure.rate) : figureWords(figure);
}

function fractionWords(figure: Figure): string {
  return figure.unit === "share" ? `${figure.numerator}/${figure.denominator} hồ sơ` : "";
}

export function figureNumber(figure: Figure): string {
  return figure.unit === "count" ? numberWords(figure.n) : figureWords(figure);
}
