import { Hono } from "hono";
import { officeDay } from "../../../base/clock.ts";
import { dayWithWeekday } from "../../../domain/people/dates.ts";
import { REQUEST_KINDS, REQUEST_OUTCOMES } from "../../../domain/privacy/request.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { requestDesk } from "../../../operations/privacy/answer-request.ts";
import { recordOnPaper } from "../../../operations/privacy/consents.ts";
import { heldDossiers, hold, holdOver } from "../../../operations/privacy/holds.ts";
import { askAtDesk } from "../../../operations/privacy/requests.ts";
import type { Problem } from "../../../operations/problems.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { LinesTable } from "../../layout/lines-table.tsx";
import { moment } from "../../layout/moment.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, TextField } from "../../layout/parts.tsx";
import { homeOf } from "../../layout/shell.tsx";
import { paths } from "../../paths.ts";
import { AskAtDeskForm, fromForm } from "./ask-at-desk.tsx";
import { ForWhom } from "./consents.tsx";

const ROLES = ["officer", "leader"] as const;

/** What people asked about their data, by due date; what is taken in at the counter; consents on paper; what is held back for a complaint. */
export const requestDeskPages = new Hono<Env>()
  .get(paths.officePersonal, (request) => asStaff(request, ROLES, (member) => deskPage(request, member, {}, null)))
  .post(paths.officePersonal, (request) =>
    asStaff(request, ROLES, async (member) => {
      const form = await readForm(request);
      const asked = await askAtDesk(request.var.services, member, "counter", fromForm(form));
      return asked.ok ? request.redirect(paths.officePersonal, 303) : deskPage(request, member, form, asked.reason);
    }),
  )
  .post(paths.officePersonalConsents, (request) =>
    asStaff(request, ROLES, async (member) => {
      const form = await readForm(request);
      const recorded = await recordOnPaper(request.var.services, member, {
        code: form["ma-giay"] ?? "",
        purpose: form.purpose ?? "",
        whom: form.whom ?? "self",
        childAgreed: form.chau === "yes",
        seen: form["da-xem"] === "yes",
      });
      return recorded.ok ? request.redirect(paths.officePersonal, 303) : deskPage(request, member, form, recorded.reason);
    }),
  )
  .post(paths.officePersonalHolds, (request) =>
    asStaff(request, ROLES, async (member) => {
      const form = await readForm(request);
      const held = await hold(request.var.services, member, form["ma-giu"] ?? "", form["vi-sao"] ?? "");
      return held.ok ? request.redirect(paths.officePersonal, 303) : deskPage(request, member, form, held.reason);
    }),
  )
  .post("/mot-cua/du-lieu/giu-lai/:hold/thoi", (request) =>
    asStaff(request, ROLES, async (member) => {
      const over = await holdOver(request.var.services, member, request.req.param("hold"));
      return over.ok ? request.redirect(paths.officePersonal, 303) : deskPage(request, member, {}, over.reason);
    }),
  );

async function deskPage(request: Request, member: StaffMember, typed: Record<string, string>, said: Problem | null): Promise<Response> {
  const { services } = request.var;
  const [{ open, answered }, holds] = await Promise.all([requestDesk(services, member), heldDossiers(services, member)]);
  const today = officeDay(services.now());
  return page(
    request,
    {
      title: "Yêu cầu về dữ liệu cá nhân",
      desk: true,
      back: homeOf(member),
      children: (
        <>
          <h1>Yêu cầu về dữ liệu cá nhân</h1>
          <ProblemSummary problem={said} />
          {open.length === 0 ? <p class="notice">Không có yêu cầu nào chờ trả lời.</p> : null}
          {open.length > 0 ? (
            <LinesTable
              lines={open}
              columns={[
                { head: "Trả lời trước", cell: ({ dueDay }) => <span class={dueClass(dueDay, today)}>{dayWithWeekday(dueDay)}</span> },
                { head: "Người yêu cầu", cell: (line) => <a href={paths.officePersonalRequest(line.request)}>{line.name}</a> },
                { head: "Việc", cell: (line) => REQUEST_KINDS[line.kind].words },
                { head: "Nhận lúc", cell: (line) => moment(line.askedAt.toISOString()) },
              ]}
            />
          ) : null}
          <details open={typed.kind !== undefined}>
            <summary>Nhận yêu cầu tại quầy</summary>
            <AskAtDeskForm action={paths.officePersonal} typed={typed} />
          </details>
          <details open={typed["ma-giay"] !== undefined}>
            <summary>Ghi lời đồng ý trên giấy</summary>
            <PaperConsent request={request} typed={typed} />
          </details>
          <details open={typed["ma-giu"] !== undefined || holds.length > 0}>
            <summary>Hồ sơ có khiếu nại, không xóa gì ({holds.length})</summary>
            <ul>
              {holds.map((one) => (
                <li>
                  {one.trackingCode}: {one.reason}, từ {moment(one.begunAt.toISOString())}
                  <form method="post" action={paths.officePersonalHoldOver(one.hold)}>
                    <button class="plain" type="submit">
                      Đã giải quyết xong khiếu nại<span class="sr"> của {one.trackingCode}</span>
                    </button>
                  </form>
                </li>
              ))}
            </ul>
            <form method="post" action={paths.officePersonalHolds} class="panel">
              <TextField id="ma-giu" label="Mã tra cứu của hồ sơ" value={typed["ma-giu"] ?? ""} short />
              <TextField id="vi-sao" label="Vì sao giữ" hint="Ví dụ: đơn khiếu nại số 3 ngày 2/12/2026" value={typed["vi-sao"] ?? ""} />
              <button class="quiet" type="submit">
                Giữ lại
              </button>
            </form>
          </details>
          {answered.length > 0 ? (
            <details>
              <summary>Đã trả lời gần đây</summary>
              <ul>
                {answered.map((line) => (
                  <li>
                    <a href={paths.officePersonalRequest(line.request)}>
                      {REQUEST_KINDS[line.kind].words}, {line.name || "đã xóa tên"}
                    </a>
                    : {line.outcome ? REQUEST_OUTCOMES[line.outcome].toLowerCase() : ""}
                    {line.answeredAt && officeDay(line.answeredAt) > line.dueDay ? ", trễ hẹn" : ""}
                  </li>
                ))}
              </ul>
            </details>
          ) : null}
          <p>
            <a href={paths.retention}>Lưu giữ và xóa: giữ bao lâu, đã xóa gì</a>
          </p>
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

function PaperConsent({ request, typed }: { request: Request; typed: Record<string, string> }) {
  const offered = request.var.services.consents.filter((terms) => terms.offered && terms.on === "person");
  return (
    <form method="post" action={paths.officePersonalConsents} class="panel">
      <TextField id="ma-giay" label="Mã tra cứu của hồ sơ" value={typed["ma-giay"] ?? ""} short />
      <div class="field">
        <label for="purpose">Đồng ý việc gì</label>
        <select id="purpose" name="purpose">
          {offered.map((terms) => (
            <option value={terms.purpose} selected={terms.purpose === typed.purpose}>
              {terms.name}
            </option>
          ))}
        </select>
      </div>
      <ForWhom id="giay" />
      <label class="check">
        <input type="checkbox" name="da-xem" value="yes" /> Tôi đã xem tờ đồng ý có chữ ký, đúng lời đang dùng, và lưu vào hồ sơ giấy
      </label>
      <button class="quiet" type="submit">
        Ghi
      </button>
    </form>
  );
}

/** Red when the day is over, a warning on the day and after. */
function dueClass(due: string, today: string): string {
  if (due < today) return "late";
  return due === today ? "soon" : "";
}
