import { Hono } from "hono";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { askAtPoint } from "../../../operations/privacy/requests.ts";
import type { Problem } from "../../../operations/problems.ts";
import { openVisitAtDesk } from "../../../operations/visits/desk.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { ActKey } from "../../layout/act-key.tsx";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, TextField, WordsField } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";
import { DESK_ROLES } from "../point/desk.tsx";
import { KindChoices } from "./requests.tsx";

/** For somebody without a phone: the helper writes down what they ask about their own data. The answer waits under the code on their slip, or at the counter. */
export const askAtPointPages = new Hono<Env>()
  .get("/ban-truc/luot/:id/du-lieu", (request) =>
    asStaff(request, DESK_ROLES, (member) => askPage(request, member, request.req.param("id"), {}, null)),
  )
  .post("/ban-truc/luot/:id/du-lieu", (request) =>
    asStaff(request, DESK_ROLES, async (member) => {
      const id = request.req.param("id");
      const form = await readForm(request);
      const asked = await askAtPoint(request.var.services, member, id, fromForm(form));
      return asked.ok ? request.redirect(`${paths.helperPersonal(id)}?da-ghi=1`, 303) : askPage(request, member, id, form, asked.reason);
    }),
  );

/** What the form of a desk says. */
export function fromForm(form: Record<string, string>) {
  return {
    kind: form.kind ?? "",
    words: form.words ?? "",
    key: form.key ?? "",
    code: form.ma ?? "",
    secret: form.so ?? "",
    name: form.ten ?? "",
    cardSeen: form.the === "yes",
  };
}

async function askPage(request: Request, member: StaffMember, id: string, typed: Record<string, string>, said: Problem | null) {
  const opened = await openVisitAtDesk(request.var.services, member, id);
  if (!opened.ok) return refused(request, opened.reason, paths.helper);
  return page(
    request,
    {
      title: "Yêu cầu về dữ liệu",
      desk: true,
      back: paths.helperVisit(id),
      children: (
        <>
          <h1>Ghi giúp yêu cầu về dữ liệu cá nhân</h1>
          {request.req.query("da-ghi") ? (
            <p class="notice" role="status">
              Đã ghi. Cơ quan trả lời trong hai ngày làm việc. Bà con xem câu trả lời bằng mã tra cứu và bốn số trên phiếu, hoặc hỏi lại ở
              đây, ở quầy.
            </p>
          ) : null}
          <ProblemSummary problem={said} />
          <AskAtDeskForm action={paths.helperPersonal(id)} typed={{ ten: opened.value.visit.visitorName ?? "", ...typed }} />
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

/** The person proves themselves with the slip's four digits, which they type; or their card is looked at. */
export function AskAtDeskForm({ action, typed }: { action: string; typed: Record<string, string> }) {
  return (
    <form method="post" action={action} class="panel">
      <ActKey />
      <TextField id="ma" label="Mã tra cứu trên phiếu" value={typed.ma ?? ""} short />
      <TextField id="so" label="Bốn số bí mật (bà con tự gõ)" type="password" numeric short />
      <details open={typed.the === "yes"}>
        <summary>Không có phiếu: xem thẻ căn cước</summary>
        <TextField id="ten" label="Họ tên như trên thẻ" value={typed.ten ?? ""} />
        <label class="check">
          <input type="checkbox" name="the" value="yes" checked={typed.the === "yes"} /> Tôi đã xem thẻ, đúng người
        </label>
      </details>
      <KindChoices value={typed.kind ?? ""} />
      <WordsField id="words" label="Lời của bà con" value={typed.words ?? ""} />
      <button type="submit">Ghi yêu cầu</button>
    </form>
  );
}
