import { Hono } from "hono";
import { officeDay } from "../../../base/clock.ts";
import { dayWithWeekday } from "../../../domain/people/dates.ts";
import { type AskedQuestion, answer, openQuestion, questionsOf, readQuestionPaper } from "../../../operations/dossiers/questions.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import type { Problem } from "../../../operations/problems.ts";
import type { QuestionLine } from "../../../store/views/question-list.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { ActKey } from "../../layout/act-key.tsx";
import { LinesTable } from "../../layout/lines-table.tsx";
import { moment } from "../../layout/moment.ts";
import { page } from "../../layout/page.tsx";
import { Facts, ProblemSummary, Shown } from "../../layout/parts.tsx";
import { homeOf } from "../../layout/shell.tsx";
import { paths } from "../../paths.ts";

/** What others ask about their dossiers: the list, one question with the parts that are shown with it, the answer. */
export const questionPages = new Hono<Env>()
  .get(paths.officeQuestions, (request) => asStaff(request, ["officer", "leader"], (member) => deskPage(request, member)))
  .get("/mot-cua/hoi/:question/giay-to/:file{.+\\.pdf}", (request) =>
    asStaff(request, ["officer", "leader"], async (member) => {
      const { question, file } = request.req.param();
      const paper = await readQuestionPaper(request.var.services, member, question, file.replace(/\.pdf$/, ""));
      if (!paper.ok) return refused(request, paper.reason, paths.officeQuestions);
      const headers = { "content-type": "application/pdf", "content-disposition": "inline", "cache-control": "private, no-store" };
      return request.body(Uint8Array.from(paper.value), 200, headers);
    }),
  )
  .get("/mot-cua/hoi/:question", (request) =>
    asStaff(request, ["officer", "leader"], (member) => questionPage(request, member, request.req.param("question"), null, "")),
  )
  .post("/mot-cua/hoi/:question", (request) =>
    asStaff(request, ["officer", "leader"], async (member) => {
      const id = request.req.param("question");
      const { key = "", words = "", dung = "" } = await readForm(request);
      const verdict = dung === "yes" || dung === "no" ? dung : null;
      const done = await answer(request.var.services, member, id, { words, verdict, key: key || request.var.services.newId() });
      return done.ok ? request.redirect(paths.officeQuestions, 303) : questionPage(request, member, id, done.reason, words);
    }),
  );

async function deskPage(request: Request, member: StaffMember) {
  const { open, answered } = await questionsOf(request.var.services, member);
  return page(request, {
    title: "Được hỏi ý kiến",
    desk: true,
    scripts: ["desk.js"],
    back: homeOf(member),
    children: (
      <>
        <h1>Được hỏi ý kiến, xác minh</h1>
        <p class="hint" data-keys>
          Phím: <kbd>j</kbd> <kbd>k</kbd> chọn, <kbd>Enter</kbd> mở
        </p>
        {open.length === 0 ? (
          <p class="notice">Không có câu hỏi nào chờ trả lời.</p>
        ) : (
          <Lines lines={open} today={officeDay(request.var.services.now())} />
        )}
        {answered.length > 0 ? (
          <>
            <h2>Đã trả lời</h2>
            <Lines lines={answered} today="" />
          </>
        ) : null}
      </>
    ),
  });
}

function Lines({ lines, today }: { lines: readonly QuestionLine[]; today: string }) {
  return (
    <LinesTable
      lines={lines}
      columns={[
        {
          head: "Hạn trả lời",
          cell: ({ dueDay }) => (
            <span class={dueDay < today ? "late" : undefined}>
              {dayWithWeekday(dueDay)}
              {dueDay < today ? ", đã trễ" : ""}
            </span>
          ),
        },
        {
          head: "Về thủ tục",
          cell: (line) => (
            <a href={paths.officeQuestion(line.question)} data-row>
              {line.procedureName}
            </a>
          ),
        },
        { head: "Người hỏi", cell: (line) => line.askedBy },
        { head: "Loại", cell: (line) => (line.kind === "verification" ? "xác minh cho cơ quan khác" : "ý kiến trong cơ quan") },
        { head: "Hỏi lúc", cell: (line) => moment(line.askedAt.toISOString()) },
      ]}
    />
  );
}

async function questionPage(request: Request, member: StaffMember, id: string, said: Problem | null, words: string) {
  const opened = await openQuestion(request.var.services, member, id);
  if (!opened.ok) return refused(request, opened.reason, paths.officeQuestions);
  const { question, askerOffice, procedureName, applicant, sections, papers } = opened.value;
  return page(
    request,
    {
      title: `Câu hỏi về ${procedureName}`,
      desk: true,
      scripts: ["desk.js"],
      back: paths.officeQuestions,
      children: (
        <>
          <h1>Câu hỏi về hồ sơ {procedureName}</h1>
          <ProblemSummary problem={said} />
          <Facts
            rows={[
              { label: "Người hỏi", value: `${question.askedBy.name}, ${askerOffice}` },
              { label: "Hồ sơ của", value: applicant },
              { label: "Hạn trả lời", value: `${dayWithWeekday(question.due.day)}, ${question.due.time}` },
              { label: "Hỏi", value: question.words },
            ]}
          />
          <p class="hint">Chỉ những phần người hỏi đã chọn hiện ở đây. Việc mở trang này được ghi vào sổ ai đã xem.</p>
          {sections.map((part) => (
            <>
              <h2>{part.title}</h2>
              <Facts rows={part.rows.map((row) => ({ label: row.label, value: <Shown value={row.value || "—"} /> }))} />
            </>
          ))}
          {papers.length > 0 ? (
            <ul>
              {papers.map(({ paper, name }) => (
                <li>
                  <a href={paths.officeQuestionPaper(id, paper)}>{name} (PDF)</a>
                </li>
              ))}
            </ul>
          ) : null}
          <Answer id={id} question={question} words={words} />
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

function Answer({ id, question: { answer: given }, words }: { id: string; question: AskedQuestion["question"]; words: string }) {
  if (given !== null)
    return (
      <p class="notice good">
        Đã trả lời lúc {moment(given.at)}, {given.by}:{" "}
        {given.verdict === "yes" ? "Đồng ý, đúng. " : given.verdict === "no" ? "Không đúng. " : ""}
        {given.words}
      </p>
    );
  return (
    <form method="post" action={paths.officeQuestion(id)}>
      <ActKey />
      <fieldset>
        <legend>Có thể trả lời đúng hay không (không bắt buộc)</legend>
        <label class="choice">
          <input type="radio" name="dung" value="yes" /> Đồng ý, đúng
        </label>
        <label class="choice">
          <input type="radio" name="dung" value="no" /> Không đồng ý, không đúng
        </label>
      </fieldset>
      <div class="field">
        <label for="words">Trả lời</label>
        <textarea id="words" name="words">
          {words}
        </textarea>
      </div>
      <button type="submit">Gửi trả lời</button>
    </form>
  );
}
