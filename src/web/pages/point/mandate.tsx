import { Hono } from "hono";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { openVisitAtDesk } from "../../../operations/visits/desk.ts";
import { giveMandate, mandateTextFor, takeMandateBack } from "../../../operations/visits/mandate.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, TextField } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";
import { DESK_ROLES } from "./desk.tsx";

/** The citizen reads, or hears, what they let the helper do; ticks it, and proves that it is them. Turned to the citizen: big letters, no jargon. */
export const mandatePages = new Hono<Env>()
  .get("/ban-truc/luot/:id/uy-quyen", (request) =>
    asStaff(request, DESK_ROLES, (member) => mandatePage(request, member, request.req.param("id"), "", null)),
  )
  .post("/ban-truc/luot/:id/uy-quyen", (request) =>
    asStaff(request, DESK_ROLES, async (member) => {
      const { visitor, services } = request.var;
      const id = request.req.param("id");
      const form = await readForm(request);
      const citizen = form.ten ?? "";
      if (form.text === undefined) return mandatePage(request, member, id, citizen, null);
      if (visitor.kind !== "staff") return request.redirect(paths.signIn, 303);
      const given = await giveMandate(services, visitor, id, {
        citizen,
        agreed: form["dong-y"] === "yes",
        text: (form.text ?? "").replaceAll("\r\n", "\n"),
        slipCode: form.phieu ?? "",
        slipSecret: form.so ?? "",
        signature: form["chu-ky"] ?? "",
      });
      return given.ok ? request.redirect(paths.home, 303) : mandatePage(request, member, id, citizen, given.reason);
    }),
  )
  .post("/ban-truc/luot/:id/thoi-lam-thay", (request) =>
    asStaff(request, DESK_ROLES, async () => {
      const { visitor, services } = request.var;
      if (visitor.kind !== "staff") return request.redirect(paths.signIn, 303);
      const ended = await takeMandateBack(services, visitor, request.req.param("id"));
      return ended.ok ? request.redirect(paths.helperVisit(request.req.param("id")), 303) : refused(request, ended.reason, paths.helper);
    }),
  );

async function mandatePage(request: Request, member: StaffMember, id: string, typedName: string, said: Problem | null): Promise<Response> {
  const opened = await openVisitAtDesk(request.var.services, member, id);
  if (!opened.ok) return refused(request, opened.reason, paths.helper);
  const { visit } = opened.value;
  if (visit.endedAt) return refused(request, problem("visit-ended"), paths.helper);
  const citizen = typedName || (visit.visitorName ?? "");
  const text = citizen === "" ? "" : await mandateTextFor(request.var.services, member, visit, citizen);
  return page(
    request,
    {
      title: "Nhờ làm thay",
      back: paths.helperVisit(id),
      scripts: ["signature.js"],
      children: (
        <>
          <h1>Bà con nhờ người trực làm thay</h1>
          <ProblemSummary problem={said} />
          {text === "" ? (
            <form method="post" action={paths.helperMandate(id)}>
              <TextField id="ten" label="Họ tên người nhờ" hint="Như trong giấy tờ." />
              <button type="submit">Xem lời nhờ</button>
            </form>
          ) : (
            <form method="post" action={paths.helperMandate(id)}>
              <input type="hidden" name="ten" value={citizen} />
              <input type="hidden" name="text" value={text} />
              <blockquote class="panel">
                {text.split("\n").map((line) => (
                  <p>{line}</p>
                ))}
              </blockquote>
              <label class="choice">
                <input type="checkbox" name="dong-y" value="yes" /> Tôi đã đọc hoặc nghe đọc, và đồng ý
              </label>
              <div class="field" hidden>
                <p id="ky">Ký bằng ngón tay vào khung</p>
                <input type="hidden" name="chu-ky" />
                <canvas data-signature="chu-ky" class="signature" aria-labelledby="ky" role="img" />
                <button class="plain" type="button" data-clear>
                  Ký lại
                </button>
              </div>
              <details>
                <summary>Không ký được? Dùng phiếu có bốn số bí mật</summary>
                <TextField id="phieu" label="Mã phiếu của tờ khai làm trong lượt này" short />
                <TextField id="so" label="Bốn số bí mật" type="password" numeric short />
              </details>
              <div class="row">
                <button type="submit">Tôi nhờ làm thay</button>
                <a href={paths.helperVisit(id)}>Thôi, tôi tự làm</a>
              </div>
            </form>
          )}
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}
