import { dayWithWeekday } from "../../../domain/people/dates.ts";
import { REQUEST_KINDS, REQUEST_OUTCOMES, type RequestKind } from "../../../domain/privacy/request.ts";
import type { Kept, KeptDossier } from "../../../operations/privacy/gather.ts";
import { ActKey } from "../../layout/act-key.tsx";
import { Choices } from "../../layout/choices.tsx";
import { moment } from "../../layout/moment.ts";
import { WordsField } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";

/** What was asked, when it is answered at the latest and why then, and the answer. */
export function Requests({ requests }: { requests: Kept["requests"] }) {
  return (
    <section id="yeu-cau">
      <h2>Yêu cầu của bà con</h2>
      {requests.length === 0 ? <p>Chưa có yêu cầu nào.</p> : null}
      {requests.map((request) => (
        <section class="panel">
          <h3>{REQUEST_KINDS[request.kind].words}</h3>
          {request.words ? <p>“{request.words}”</p> : null}
          <p>Gửi lúc {moment(request.askedAt.toISOString())}.</p>
          {request.answeredAt === null || request.outcome === null ? (
            <>
              <p>
                Cơ quan trả lời chậm nhất <strong>{dayWithWeekday(request.dueDay)}</strong>, trước {request.dueTime}.
              </p>
              <details>
                <summary>Vì sao hẹn ngày này?</summary>
                <ul>
                  {request.explanation.map((line) => (
                    <li>{line}</li>
                  ))}
                </ul>
              </details>
            </>
          ) : (
            <>
              <p>
                <strong>{REQUEST_OUTCOMES[request.outcome]}</strong>, {moment(request.answeredAt.toISOString())}
              </p>
              {request.answer?.split("\n").map((line) => (
                <p>{line}</p>
              ))}
            </>
          )}
        </section>
      ))}
    </section>
  );
}

/** Asks for something; which dossier it is about where there are several. */
export function AskForm({ dossiers, typed }: { dossiers: readonly KeptDossier[]; typed: Record<string, string> }) {
  return (
    <form method="post" action={paths.personalRequests} class="panel">
      <h2>Gửi yêu cầu mới</h2>
      <p>Cơ quan trả lời trong hai ngày làm việc.</p>
      <ActKey />
      <KindChoices value={typed.kind ?? ""} />
      {dossiers.length > 0 ? (
        <div class="field">
          <label for="dossier">Về hồ sơ nào</label>
          <select id="dossier" name="dossier">
            <option value="">Không riêng hồ sơ nào</option>
            {dossiers.map(({ head, dossier }) => (
              <option value={head.dossier} selected={head.dossier === typed.dossier}>
                {dossier.procedure.name}, {dossier.trackingCode}
              </option>
            ))}
          </select>
        </div>
      ) : null}
      <WordsField id="words" label="Cụ thể là gì" value={typed.words ?? ""} />
      <button type="submit">Gửi yêu cầu</button>
    </form>
  );
}

export function KindChoices({ value }: { value: string }) {
  const options = (Object.keys(REQUEST_KINDS) as RequestKind[]).map((kind) => ({
    value: kind,
    label: REQUEST_KINDS[kind].words,
    hint: REQUEST_KINDS[kind].hint,
  }));
  return <Choices labels={{ id: "kind", label: "Bà con muốn gì?" }} options={options} value={value} />;
}
