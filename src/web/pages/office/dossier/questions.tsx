import { officeDay } from "../../../../base/clock.ts";
import type { Procedure } from "../../../../domain/catalogue/procedure.ts";
import type { Dossier } from "../../../../domain/dossier/fold.ts";
import type { OpenQuestion } from "../../../../domain/dossier/work.ts";
import { dayWithWeekday } from "../../../../domain/people/dates.ts";
import type { askable } from "../../../../operations/dossiers/questions.ts";
import { ActKey } from "../../../layout/act-key.tsx";
import { moment } from "../../../layout/moment.ts";
import { paths } from "../../../paths.ts";

interface QuestionsProps {
  readonly id: string;
  readonly dossier: Dossier;
  readonly procedure: Procedure | null;
  readonly mayExtend: boolean;
  readonly now: Date;
  readonly list: string;
}

/** What colleagues and other offices were asked, and their answers. */
export function Questions({ id, dossier, procedure, mayExtend, now, list }: QuestionsProps) {
  if (dossier.questions.length === 0) return null;
  const verification = procedure?.deadline.verification;
  const elsewhere = dossier.questions.find((question) => question.kind === "verification" && question.answer === null);
  return (
    <section aria-labelledby="hoi-y-kien">
      <h2 id="hoi-y-kien">Hỏi ý kiến, xác minh</h2>
      <ul class="notes">
        {dossier.questions.map((question) => (
          <li>
            <Asked question={question} today={officeDay(now)} />
          </li>
        ))}
      </ul>
      {elsewhere && verification && mayExtend ? (
        <form method="post" action={paths.officeMove(id, "extend")} class="notice">
          <Hidden list={list} />
          <input type="hidden" name="words-extend" value={`Chờ ${elsewhere.of.officeName} xác minh`} />
          <p>
            Đang hỏi cơ quan khác: luật cho thêm {verification.days} ngày ({verification.words.toLowerCase()}).
          </p>
          <button class="quiet" type="submit">
            Gia hạn {verification.days} ngày để xác minh
          </button>
        </form>
      ) : null}
    </section>
  );
}

function Asked({ question, today }: { question: OpenQuestion; today: string }) {
  const { of, answer, due, words } = question;
  const who = [of.name, question.kind === "verification" || of.name === "" ? of.officeName : ""].filter(Boolean).join(", ");
  return (
    <>
      <strong>{who}</strong>: {words}
      <small>
        Hỏi lúc {moment(question.askedAt)},{" "}
        <span class={answer === null && due.day < today ? "late" : undefined}>hạn trả lời {dayWithWeekday(due.day)}</span>
      </small>
      {answer === null ? (
        <p>Chưa có trả lời.</p>
      ) : (
        <p class="notice good">
          {answer.verdict === null ? "" : answer.verdict === "yes" ? "Đồng ý, đúng. " : "Không đồng ý, không đúng. "}
          {answer.words}
          <small>
            {answer.by}, {moment(answer.at)}
          </small>
        </p>
      )}
    </>
  );
}

interface AskProps extends Pick<QuestionsProps, "id" | "dossier" | "list"> {
  readonly whom: Awaited<ReturnType<typeof askable>>;
}

/** The form to ask a colleague or another office. */
export function AskForm({ id, dossier, whom, list }: AskProps) {
  return (
    <details>
      <summary data-key="h" aria-keyshortcuts="h">
        Hỏi người khác hoặc cơ quan khác <kbd>h</kbd>
      </summary>
      <form method="post" action={paths.officeMove(id, "ask-opinion")}>
        <Hidden list={list} />
        <div class="field">
          <label for="hoi-ai">Hỏi ai</label>
          <select id="hoi-ai" name="hoi-ai">
            {whom.colleagues.map(({ staff, name }) => (
              <option value={`nguoi:${staff}`}>{name}</option>
            ))}
            {whom.offices.map(({ office, name }) => (
              <option value={`noi:${office}`}>{name}</option>
            ))}
          </select>
        </div>
        <div class="field">
          <label for="words-ask">Hỏi gì</label>
          <textarea id="words-ask" name="words-ask" />
        </div>
        <div class="field">
          <label for="so-ngay">Trả lời trong mấy ngày làm việc</label>
          <input type="text" id="so-ngay" name="so-ngay" value="2" inputmode="numeric" class="short" autocomplete="off" />
        </div>
        <fieldset>
          <legend>Người được hỏi thấy phần nào của hồ sơ</legend>
          <p class="hint">Ngoài câu hỏi, tên thủ tục và tên người nộp. Chỉ đánh dấu phần cần để trả lời.</p>
          {dossier.declaration.sections.map(({ title }) => (
            <label class="check">
              <input type="checkbox" name="phan" value={title} /> Tờ khai: {title}
            </label>
          ))}
          {dossier.papers.map(({ paper, name }) => (
            <label class="check">
              <input type="checkbox" name="giay" value={paper} /> {name}
            </label>
          ))}
        </fieldset>
        <button type="submit">Gửi câu hỏi</button>
      </form>
    </details>
  );
}

function Hidden({ list }: { list: string }) {
  return (
    <>
      <ActKey />
      <input type="hidden" name="tu" value={list} />
    </>
  );
}
