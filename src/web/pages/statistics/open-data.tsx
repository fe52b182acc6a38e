import { Hono } from "hono";
import { numberWords } from "../../../base/number-words.ts";
import { MEASURES, percent } from "../../../domain/measures/measures.ts";
import { formatDay } from "../../../domain/people/dates.ts";
import {
  OPEN_COLUMNS,
  OPEN_MARKS,
  type OpenData,
  type OpenQuestion,
  type OpenRow,
  openDictionary,
  readOpenData,
  thisYear,
} from "../../../operations/measures/open-data.ts";
import { listOffices } from "../../../operations/offices/places.ts";
import type { Problem } from "../../../operations/problems.ts";
import { readQuestion } from "../../http/open-question.ts";
import { STATUS_OF } from "../../http/refusals.ts";
import type { Env, Request } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";

/** Open data for everybody: one question, one table, the definitions, and the same as CSV and JSON. */
export const openDataPage = new Hono<Env>().get(paths.openData, async (request) => {
  const { services } = request.var;
  if (!request.req.query("unit")) {
    const [office] = await listOffices(services);
    return draw(request, { unit: office?.commune ?? "VN", ...thisYear(services), by: "month", hold: "office" }, null, null);
  }
  const asked = readQuestion(request);
  const typed = typedQuestion(request);
  if (!asked.ok) return draw(request, typed, null, asked.reason);
  const found = await readOpenData(services, asked.value);
  return found.ok ? draw(request, asked.value, found.value, null) : draw(request, typed, null, found.reason);
});

/** What was typed, as it was typed, to stand in the form again. */
function typedQuestion(request: Request): OpenQuestion {
  const { unit = "", from = "", to = "", by = "", hold } = request.req.query();
  return {
    unit,
    from,
    to,
    by: Object.hasOwn(OPEN_MARKS, by) ? (by as OpenQuestion["by"]) : null,
    hold: hold === "territory" ? "territory" : "office",
  };
}

function draw(request: Request, question: OpenQuestion, data: OpenData | null, problem: Problem | null) {
  return page(
    request,
    {
      title: "Số liệu mở",
      desk: true,
      back: paths.home,
      children: (
        <>
          <h1>Số liệu mở</h1>
          <p>Số liệu dịch vụ công của xã, phường, tỉnh; ai cũng xem và tải được. Không có tên, số của ai.</p>
          <ProblemSummary problem={problem} />
          <QuestionForm question={question} problem={problem} />
          {data ? <Answer question={question} data={data} /> : null}
          <h2>Mỗi con số là gì</h2>
          <dl class="facts">
            {openDictionary().map(({ field, name, definition }) => (
              <>
                <dt>
                  {name} <small>{field}</small>
                </dt>
                <dd>{definition}</dd>
              </>
            ))}
          </dl>
          <p>Số từ 1 đến 4 không công bố, ghi là “ẩn”, để không ai nhận ra được người nào.</p>
        </>
      ),
    },
    problem ? (STATUS_OF[problem.code] as 404 | 422) : 200,
  );
}

function QuestionForm({ question, problem }: { question: OpenQuestion; problem: Problem | null }) {
  const field = (id: "unit" | "from" | "to", label: string, hint: string, type = "text") => (
    <p>
      <label for={id}>{label}</label>
      <small id={`${id}-hint`}>{problem?.fields?.[id] ?? hint}</small>
      <input
        id={id}
        name={id}
        type={type}
        value={question[id]}
        aria-describedby={`${id}-hint`}
        aria-invalid={problem?.fields?.[id] ? "true" : undefined}
      />
    </p>
  );
  return (
    <form method="get" action={paths.openData} class="filters">
      {field("unit", "Mã đơn vị", "VN cả nước, 56 Khánh Hòa, 22615 xã Bắc Khánh Vĩnh")}
      {field("from", "Từ ngày", "Tính cả ngày này", "date")}
      {field("to", "Đến ngày", "Tính cả ngày này", "date")}
      <p>
        <label for="by">Tách theo</label>
        <select id="by" name="by">
          <option value="">không tách</option>
          {Object.entries(OPEN_MARKS).map(([mark, words]) => (
            <option value={mark} selected={question.by === mark}>
              {words}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label for="hold">Qua lần sắp xếp 01/7/2025</label>
        <select id="hold" name="hold">
          <option value="office">cùng cơ quan</option>
          <option value="territory" selected={question.hold === "territory"}>
            cùng địa bàn
          </option>
        </select>
      </p>
      <button type="submit">Xem số liệu</button>
    </form>
  );
}

const SHOWN = ["received", "online", "direct", "post", "atPoint", "settled", "late", "visits", "visitsLate"] as const;

function Answer({ question, data }: { question: OpenQuestion; data: OpenData }) {
  const { unit, from, to, by, hold } = question;
  const query = new URLSearchParams({ unit, from, to, hold, ...(by ? { by } : {}) });
  return (
    <section aria-label="Số liệu">
      <h2>
        {data.unit.name}, {formatDay(data.from)} – {formatDay(data.to)}
      </h2>
      {data.wider ? <p class="notice">Đơn vị này đã nhập vào đơn vị lớn hơn; số liệu có cả phần địa bàn khác.</p> : null}
      {data.incompleteDays ? (
        <p class="notice warn">{data.incompleteDays} ngày máy ở điểm im trong giờ mở cửa mà chưa ghi bù: số lượt đến có thể còn thiếu.</p>
      ) : null}
      <section class="scroll" tabindex={0} aria-label="Bảng số liệu">
        <table>
          <thead>
            <tr>
              <th scope="col">{by ? OPEN_MARKS[by] : "kỳ"}</th>
              {SHOWN.map((column) => (
                <th scope="col">{MEASURES[OPEN_COLUMNS[column]].name}</th>
              ))}
              <th scope="col">{MEASURES["online-rate"].name}</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map(({ name, row }) => (
              <Line name={name} row={row} />
            ))}
            <Line name="Tổng" row={data.total} />
          </tbody>
        </table>
      </section>
      <p>
        Tải về: <a href={`/api/v1/statistics/data.csv?${query}`}>CSV</a> · <a href={`/api/v1/statistics?${query}`}>JSON</a> ·{" "}
        <a href="/api/v1/statistics/dictionary.csv">từ điển số liệu</a> · <a href="/api/openapi.json">mô tả API</a>
      </p>
    </section>
  );
}

function Line({ name, row }: { name: string; row: OpenRow }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {SHOWN.map((column) => (
        <td>{row[column] === null ? "ẩn" : numberWords(row[column])}</td>
      ))}
      <td>{row.onlineRate === null ? (row.received === 0 ? "không có hồ sơ" : "ẩn") : percent(row.onlineRate)}</td>
    </tr>
  );
}
