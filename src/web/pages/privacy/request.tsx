import { Hono } from "hono";
import { officeDay } from "../../../base/clock.ts";
import { dayWithWeekday } from "../../../domain/people/dates.ts";
import { REQUEST_KINDS, REQUEST_OUTCOMES, STAY_REASONS } from "../../../domain/privacy/request.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { answer, type OpenedRequest, openRequest } from "../../../operations/privacy/answer-request.ts";
import type { Problem } from "../../../operations/problems.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readFormData } from "../../http/request.ts";
import { moment } from "../../layout/moment.ts";
import { page } from "../../layout/page.tsx";
import { Facts, ProblemSummary, WordsField } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";

/** One request about somebody's data, and its answer. */
export const requestPages = new Hono<Env>()
  .get("/mot-cua/du-lieu/:request", (request) =>
    asStaff(request, ["officer", "leader"], (member) => requestPage(request, member, new FormData(), null)),
  )
  .post("/mot-cua/du-lieu/:request", (request) =>
    asStaff(request, ["officer", "leader"], async (member) => {
      const form = await readFormData(request);
      const answered = await answer(request.var.services, member, request.req.param("request"), {
        outcome: String(form.get("outcome") ?? ""),
        words: String(form.get("words") ?? ""),
        stays: form.getAll("stays").map(String),
      });
      return answered.ok ? request.redirect(paths.officePersonal, 303) : requestPage(request, member, form, answered.reason);
    }),
  );

async function requestPage(request: Request, member: StaffMember, typed: FormData, said: Problem | null): Promise<Response> {
  const opened = await openRequest(request.var.services, member, request.req.param("request") ?? "");
  if (!opened.ok) return refused(request, opened.reason, paths.officePersonal);
  const { request: asked, dossiers } = opened.value;
  return page(
    request,
    {
      title: REQUEST_KINDS[asked.kind].words,
      desk: true,
      back: paths.officePersonal,
      children: (
        <>
          <h1>
            {REQUEST_KINDS[asked.kind].words}: {asked.name || "đã xóa tên"}
          </h1>
          <ProblemSummary problem={said} />
          <Facts
            rows={[
              { label: "Lời của bà con", value: asked.words || "(không có)" },
              { label: "Nhận lúc", value: `${moment(asked.askedAt.toISOString())}, ${CHANNELS[asked.channel]}` },
              { label: "Chứng minh bằng", value: PROOFS[asked.proof] },
              { label: "Trả lời trước", value: `${dayWithWeekday(asked.dueDay)}, ${asked.dueTime}` },
            ]}
          />
          <details>
            <summary>Vì sao hẹn ngày này?</summary>
            <ul>
              {asked.explanation.map((line) => (
                <li>{line}</li>
              ))}
            </ul>
          </details>
          {dossiers.length > 0 ? (
            <>
              <h2>Hồ sơ của người này ở cơ quan</h2>
              <ul>
                {dossiers.map((head) => (
                  <li>
                    <a href={paths.officeDossier(head.dossier)}>{head.trackingCode}</a>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          <WhatItDoes opened={opened.value} request={request} />
          {asked.outcome === null ? (
            <AnswerForm asked={asked} typed={typed} />
          ) : (
            <section class="panel">
              <h2>{REQUEST_OUTCOMES[asked.outcome]}</h2>
              {asked.answer?.split("\n").map((line) => (
                <p>{line}</p>
              ))}
            </section>
          )}
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

const CHANNELS = { page: "trên trang", point: "ở điểm hỗ trợ", counter: "tại quầy" };
const PROOFS = { account: "tài khoản", slip: "phiếu và bốn số", card: "thẻ căn cước" };

/** The procedure by which a wrong entry in a civil-status register is put right. */
const CORRECTION = "1.004859";

/** What the answer sets going, and where another way is the right one. */
function WhatItDoes({ opened, request }: { opened: OpenedRequest; request: Request }) {
  const { kind } = opened.request;
  if (opened.request.outcome !== null) return null;
  if (kind === "erase")
    return (
      <p class="notice">
        Trả lời "Đã làm" hoặc "Làm được một phần" thì máy rút mọi lời đồng ý, xóa bản chụp giấy tờ của hồ sơ đã xong, tên và giọng nói trong
        góp ý, tờ khai làm dở, và tài khoản khi không còn hồ sơ dở. Sổ, nhật ký, kết quả giữ lại.
      </p>
    );
  if (kind === "withdraw") return <p class="notice">Trả lời "Đã làm" thì máy rút mọi lời đồng ý của người này ở cơ quan.</p>;
  if (kind !== "correct") return null;
  const procedure = request.var.services.catalogue.find(CORRECTION, officeDay(request.var.services.now()));
  return (
    <p class="notice">
      Sai trong sổ hộ tịch hoặc trên giấy đã cấp thì không sửa ở đây: mời bà con làm thủ tục{" "}
      {procedure ? <a href={paths.procedure(procedure.code)}>{procedure.name}</a> : "cải chính hộ tịch"}. Sai trong tờ khai chưa giải quyết
      thì yêu cầu bổ sung.
    </p>
  );
}

function AnswerForm({ asked, typed }: { asked: OpenedRequest["request"]; typed: FormData }) {
  const stays = typed.getAll("stays");
  return (
    <form method="post" action={paths.officePersonalRequest(asked.request)} class="panel">
      <h2>Trả lời</h2>
      <fieldset>
        <legend>Kết quả</legend>
        {Object.entries(REQUEST_OUTCOMES).map(([outcome, words]) => (
          <label class="check">
            <input type="radio" name="outcome" value={outcome} checked={typed.get("outcome") === outcome} /> {words}
          </label>
        ))}
      </fieldset>
      <fieldset>
        <legend>Phần không làm được, vì sao</legend>
        {Object.entries(STAY_REASONS).map(([reason, words]) => (
          <label class="check">
            <input type="checkbox" name="stays" value={reason} checked={stays.includes(reason)} /> {words}
          </label>
        ))}
      </fieldset>
      <WordsField id="words" label="Lời trả lời" hint="Bà con đọc đúng lời này." value={String(typed.get("words") ?? "")} />
      <button type="submit">Trả lời</button>
    </form>
  );
}
