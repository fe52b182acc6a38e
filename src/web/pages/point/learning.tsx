import { Hono } from "hono";
import { DEGREES, type Degree } from "../../../domain/point/degree.ts";
import { FEWEST_PEOPLE, type LadderSummary } from "../../../domain/point/ladder.ts";
import { type HardQuestion, hardQuestions } from "../../../operations/ladder/hard-questions.ts";
import { readLadderSummary } from "../../../operations/ladder/ladder.ts";
import { asStaff } from "../../http/as-staff.tsx";
import type { Env } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";

/** What people learn at the point, and where they get stuck: for whoever can better the words. */
export const learning = new Hono<Env>().get(paths.learning, (request) =>
  asStaff(request, ["helper", "officer", "leader", "admin"], async (member) => {
    const { services } = request.var;
    const [summary, questions] = await Promise.all([readLadderSummary(services, member.office), hardQuestions(services, member.office)]);
    return page(request, {
      title: "Bà con học được gì",
      desk: true,
      back: paths.helper,
      children: (
        <>
          <h1>Bà con học được gì</h1>
          <h2>Từ làm thay đến tự làm</h2>
          {summary ? (
            <Ladder summary={summary} />
          ) : (
            <p class="notice">Chưa đủ {FEWEST_PEOPLE} người đồng ý cho ghi lại, nên chưa nêu con số nào. Đến đủ thì hiện ở đây.</p>
          )}
          <h2>Câu hỏi làm khó bà con</h2>
          <Questions questions={questions} />
        </>
      ),
    });
  }),
);

function Ladder({ summary }: { summary: LadderSummary }) {
  return (
    <>
      <p>
        {summary.people} người đồng ý cho ghi lại, {summary.returned} người đã đến hơn một lần: {summary.up} người lên bậc, {summary.down}{" "}
        người xuống bậc.
      </p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Mức</th>
              <th scope="col">Lần đầu</th>
              <th scope="col">Lần gần nhất</th>
            </tr>
          </thead>
          <tbody>
            {(Object.keys(DEGREES) as Degree[]).map((degree) => (
              <tr>
                <th scope="row">{DEGREES[degree]}</th>
                <td>{summary.began[degree]}</td>
                <td>{summary.now[degree]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Questions({ questions }: { questions: readonly HardQuestion[] }) {
  if (questions.length === 0) return <p class="notice">Chưa có câu nào làm ai dừng lại hay phải gọi giúp.</p>;
  return (
    <>
      <p class="hint">Mỗi tờ khai tính một lần cho mỗi câu. Làm thử không tính.</p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Câu hỏi</th>
              <th scope="col">Gọi giúp</th>
              <th scope="col">Gõ chưa đúng</th>
              <th scope="col">Dừng ở đây</th>
            </tr>
          </thead>
          <tbody>
            {questions.map((question) => (
              <tr>
                <th scope="row">
                  {question.question}
                  <br />
                  <small>
                    {question.procedureName}, bản {question.version}
                  </small>
                </th>
                <td>{question.asked}</td>
                <td>{question.refused}</td>
                <td>{question.stopped}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
