import { Hono } from "hono";
import { officeDay } from "../../../base/clock.ts";
import { deadlineFor, feeFor, papersFor } from "../../../domain/catalogue/applies.ts";
import type { Procedure } from "../../../domain/catalogue/procedure.ts";
import type { Answers } from "../../../domain/forms/answers.ts";
import { holds } from "../../../domain/forms/condition.ts";
import { aboutPiece, commonPiece } from "../../../domain/voices/pieces.ts";
import type { Context } from "../../../operations/context.ts";
import { beginDraft } from "../../../operations/drafts/begin-draft.ts";
import { problem } from "../../../operations/problems.ts";
import { heardOf } from "../../http/heard.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, readForm, rememberSession } from "../../http/request.ts";
import { pointOfRequest, thisPoint } from "../../http/this-point.ts";
import { FormField } from "../../layout/fields.tsx";
import { page } from "../../layout/page.tsx";
import { Facts, feeWords } from "../../layout/parts.tsx";
import { Sample } from "../../layout/sample.tsx";
import { paths } from "../../paths.ts";

const LEVELS = { full: "Làm trực tuyến toàn bộ", partial: "Làm trực tuyến một phần, có bước phải đến ký", direct: "Làm tại quầy" };

/** What a procedure is for, which papers of this case, fee, time, result, where; and the two ways to begin. */
export const procedure = new Hono<Env>()
  .get("/thu-tuc/:code", async (request) => {
    const { services } = request.var;
    const today = officeDay(services.now());
    const found = services.catalogue.find(request.req.param("code"), today);
    if (!found) return refused(request, problem("procedure-unknown"));
    const answers: Answers = request.req.query();
    const about = { procedure: found.code, version: found.version, piece: aboutPiece };
    return page(request, {
      title: found.name,
      back: paths.home,
      heard: await heardOf(request, found.filing === "online" ? [about, commonPiece("nut-thu-tuc")] : [about]),
      children: <Contents procedure={found} answers={answers} today={today} services={services} />,
    });
  })
  .post("/thu-tuc/:code", async (request) => {
    const { services, visitor } = request.var;
    const { practice, ...cases } = await readForm(request);
    const begun = await beginDraft(services, visitor, {
      procedure: request.req.param("code"),
      practice: practice === "yes",
      cases,
      office: (await thisPoint(request)).office,
      place: await pointOfRequest(request),
    });
    if (!begun.ok) return refused(request, begun.reason);
    rememberSession(request, begun.value.token);
    return request.redirect(paths.draft(begun.value.draft.draft), 303);
  });

export function Contents({
  procedure,
  answers,
  today,
  services,
  preview = false,
}: {
  procedure: Procedure;
  answers: Answers;
  today: string;
  services: Pick<Context, "pickers" | "pictures">;
  /** An admin looks at what is not published yet: there is only practice to begin. */
  preview?: boolean;
}) {
  const fee = feeFor(procedure, answers, today, procedure.filing === "counter" ? "direct" : "online");
  const papers = papersFor(procedure, answers, today);
  const cases = procedure.cases.filter((question) => holds(question.when, answers, today));
  const open = cases.some((question) => question.fields.some((field) => !answers[field.id]));
  return (
    <>
      <h1>{procedure.name}</h1>
      <p class="lead">{procedure.words.purpose}</p>
      {procedure.words.before.length > 0 ? (
        <ul>
          {procedure.words.before.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      ) : null}
      {cases.length > 0 ? (
        <form method="get" class="panel">
          <h2>Trường hợp của bà con</h2>
          <p class="hint">Trả lời để chỉ thấy giấy tờ của mình.</p>
          {cases.map((question) =>
            question.fields.map((field) => (
              <FormField
                field={question.fields.length === 1 ? { ...field, ask: question.ask, hint: question.hint } : field}
                values={answers}
                pickers={services.pickers}
                alone={false}
                filled={false}
              />
            )),
          )}
          <button class="quiet" type="submit">
            Xem giấy tờ của tôi
          </button>
        </form>
      ) : null}
      <h2>Giấy tờ cần có</h2>
      {open ? <p class="hint">Trả lời các câu ở trên để thấy đủ giấy tờ của trường hợp mình.</p> : null}
      <ul>
        {papers.map((paper) => (
          <li>
            <strong>{paper.name}</strong> {paper.kind === "show" ? "(chỉ cho xem, không nộp)" : amounts(paper.originals, paper.copies)}
            <br />
            {paper.plain}
            <Sample pictures={services.pictures} paper={paper} />
          </li>
        ))}
        {papers.length === 0 && !open ? <li>Không cần giấy tờ gì thêm.</li> : null}
      </ul>
      <Facts
        rows={[
          { label: "Lệ phí", value: feeWords(fee) },
          { label: "Bao lâu", value: deadlineFor(procedure, answers, today)?.words ?? procedure.deadline.note ?? "Hỏi tại quầy" },
          { label: "Nhận được", value: procedure.resultName },
          { label: "Nộp ở đâu", value: procedure.words.whereToFile },
          { label: "Cách làm", value: LEVELS[procedure.level] },
          { label: "Mã thủ tục", value: procedure.code },
        ]}
      />
      {procedure.filing === "online" ? <Begin procedure={procedure} answers={answers} preview={preview} /> : null}
      {procedure.filing === "counter" ? (
        <div class="notice">
          <p>Việc này làm trên giấy, với cán bộ. Nơi làm: {procedure.words.whereToFile} Có thể in trang này để nhớ giấy tờ cần mang.</p>
        </div>
      ) : null}
      {procedure.filing === "elsewhere" ? (
        <div class="notice warn">
          <p>Chưa gửi được tại đây. Nộp tại: {procedure.words.whereToFile}</p>
        </div>
      ) : null}
    </>
  );
}

function Begin({ procedure, answers, preview }: { procedure: Procedure; answers: Answers; preview: boolean }) {
  const known = procedure.cases.flatMap((question) => question.fields).filter((field) => answers[field.id]);
  return (
    <form method="post" class="row">
      {known.map((field) => (
        <input type="hidden" name={field.id} value={answers[field.id]} />
      ))}
      {preview ? null : <button type="submit">Bắt đầu</button>}
      <button class="quiet" type="submit" name="practice" value="yes">
        Làm thử
      </button>
      <p class="hint">Làm thử: đúng mẫu này nhưng không gửi đi. Làm bao nhiêu lần cũng được.</p>
    </form>
  );
}

function amounts(originals: number, copies: number): string {
  const parts = [originals > 0 ? `${originals} bản chính` : "", copies > 0 ? `${copies} bản sao` : ""].filter(Boolean);
  return parts.length > 0 ? `(${parts.join(", ")})` : "";
}
