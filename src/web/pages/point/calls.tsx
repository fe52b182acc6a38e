import { Hono } from "hono";
import { CALL_OUTCOMES } from "../../../domain/messages/calls.ts";
import { MESSAGE_KINDS } from "../../../domain/messages/kinds.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { type CallLine, noteCall, type OpenCall, openCall, readCallList } from "../../../operations/messages/call-list.ts";
import type { Problem } from "../../../operations/problems.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { pointOfMember } from "../../http/this-point.ts";
import { ActKey } from "../../layout/act-key.tsx";
import { LinesTable } from "../../layout/lines-table.tsx";
import { moment } from "../../layout/moment.ts";
import { page } from "../../layout/page.tsx";
import { Facts, ProblemSummary, TextField, WordsField } from "../../layout/parts.tsx";
import { homeOf } from "../../layout/shell.tsx";
import { paths } from "../../paths.ts";
import { DESK_ROLES } from "./desk.tsx";

/** Whom the point calls: no message reaches them, or it cannot wait. Who has no phone is told through the village. */
export const calls = new Hono<Env>()
  .get(paths.calls, (request) => asStaff(request, DESK_ROLES, (member) => listPage(request, member)))
  .get("/ban-truc/goi/:call", (request) => asStaff(request, DESK_ROLES, (member) => callPage(request, member, null)))
  .post("/ban-truc/goi/:call", (request) =>
    asStaff(request, DESK_ROLES, async (member) => {
      const { outcome = "", words = "" } = await readForm(request);
      const noted = await noteCall(request.var.services, member, request.req.param("call"), { outcome, words });
      return noted.ok ? request.redirect(paths.calls, 303) : callPage(request, member, noted.reason);
    }),
  );

async function listPage(request: Request, member: StaffMember) {
  const place = await pointOfMember(request, member);
  const lines = await readCallList(request.var.services, member, place?.point ?? null);
  return page(request, {
    title: "Danh sách gọi",
    desk: true,
    back: homeOf(member),
    children: (
      <>
        <h1>Gọi cho bà con</h1>
        {lines.length === 0 ? (
          <p class="notice">Không phải gọi cho ai. Tin cho bà con đã gửi, hoặc đã có người gọi.</p>
        ) : (
          <Lines lines={lines} />
        )}
      </>
    ),
  });
}

function Lines({ lines }: { lines: readonly CallLine[] }) {
  return (
    <LinesTable
      lines={lines}
      columns={[
        {
          head: "Ai",
          cell: ({ call, applicant, hasPhone, address }) => (
            <>
              <a href={paths.call(call.call)}>{applicant}</a>
              {hasPhone ? null : <small> Không có điện thoại. {address}</small>}
            </>
          ),
        },
        { head: "Việc gì", cell: ({ call }) => MESSAGE_KINDS[call.kind].words },
        { head: "Chờ từ", cell: ({ call }) => moment(call.openedAt.toISOString()) },
        {
          head: "Đã gọi",
          cell: ({ lastTry }) => (lastTry ? `${CALL_OUTCOMES[lastTry.outcome].words}, ${moment(lastTry.at.toISOString())}` : "Chưa"),
        },
      ]}
    />
  );
}

async function callPage(request: Request, member: StaffMember, said: Problem | null): Promise<Response> {
  const opened = await openCall(request.var.services, member, request.req.param("call") ?? "");
  if (!opened.ok) return refused(request, opened.reason, paths.calls);
  const { call, dossier, phone, address, say, tries } = opened.value;
  return page(
    request,
    {
      title: "Gọi cho bà con",
      desk: true,
      back: paths.calls,
      children: (
        <>
          <h1>Gọi {dossier.applicant.name}</h1>
          <ProblemSummary problem={said} />
          <Facts
            rows={[
              { label: "Việc", value: MESSAGE_KINDS[call.kind].words },
              { label: "Số điện thoại", value: phone ? <a href={`tel:${phone}`}>{phone}</a> : "Không có. Xin nhờ trưởng thôn báo." },
              { label: "Nơi ở", value: address || "không ghi" },
              { label: "Hồ sơ", value: <a href={paths.officeDossier(call.dossier)}>{dossier.procedure.name}</a> },
            ]}
          />
          <section class="panel" aria-labelledby="noi-gi">
            <h2 id="noi-gi">Nói gì</h2>
            <p class="lead">“{say}”</p>
            <p class="hint">Hỏi đúng tên người nghe máy rồi mới nói. Người khác nghe máy thì chỉ nhắn: điểm hỗ trợ cần gặp.</p>
          </section>
          {call.closedAt ? <p class="notice">Cuộc gọi này xong rồi.</p> : null}
          <GalleyByPhone opened={opened.value} />
          <form method="post" action={paths.call(call.call)}>
            <fieldset>
              <legend>Cuộc gọi ra sao?</legend>
              {Object.entries(CALL_OUTCOMES).map(([outcome, { words }]) => (
                <label class="choice">
                  <input type="radio" name="outcome" value={outcome} required /> {words}
                </label>
              ))}
            </fieldset>
            <TextField id="words" label="Ghi thêm (không bắt buộc)" hint="Ví dụ: chiều gọi lại, nhắn con gái." />
            <button type="submit">Ghi lại</button>
          </form>
          {tries.length > 0 ? <h2>Đã gọi</h2> : null}
          <ul>
            {tries.map((one) => (
              <li>
                {CALL_OUTCOMES[one.outcome].words} – {one.staffName}, {moment(one.at.toISOString())}
                {one.words ? `: ${one.words}` : ""}
              </li>
            ))}
          </ul>
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

/** The galley is read to the person on the phone, and their answer is written down at once. */
function GalleyByPhone({ opened: { call, galleyOut } }: { opened: OpenCall }) {
  if (!galleyOut) return null;
  return (
    <section class="panel" aria-labelledby="ban-nhap">
      <h2 id="ban-nhap">Bà con trả lời về bản nháp</h2>
      <p>
        Mở <a href={paths.officeGalleyPdf(call.dossier)}>bản nháp (PDF)</a>, đọc từng dòng cho bà con nghe.
      </p>
      <form method="post" action={paths.officeMove(call.dossier, "confirm-galley")}>
        <ActKey />
        <button type="submit">Bà con nói đúng hết</button>
      </form>
      <details>
        <summary>Bà con nói có chỗ sai</summary>
        <form method="post" action={paths.officeMove(call.dossier, "correct-galley")}>
          <ActKey />
          <WordsField id="words-correct-galley" label="Chỗ nào sai, đúng là gì" />
          <button type="submit">Gửi cho cán bộ</button>
        </form>
      </details>
    </section>
  );
}
