import { Hono } from "hono";
import { isPurpose, movesFrom, PURPOSES, VISIT_STATES } from "../../../domain/point/visit.ts";
import { groupedCode } from "../../../operations/drafts/slip.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { noteVisitor, type OpenedVisit, openVisitAtDesk } from "../../../operations/visits/desk.ts";
import { handScreenOver } from "../../../operations/visits/hand-screen-over.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm, rememberSession } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, TextField } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";
import { DESK_ROLES, MoveButton, minutesSince } from "./desk.tsx";

/** One visit at the helper's desk: who it is, what hangs on it, handing the screen over, filling in for them, the end. */
export const visitPages = new Hono<Env>()
  .get("/ban-truc/luot/:id", (request) =>
    asStaff(request, DESK_ROLES, (member) => visitPage(request, member, request.req.param("id"), null)),
  )
  .post("/ban-truc/luot/:id", (request) =>
    asStaff(request, DESK_ROLES, async (member) => {
      const id = request.req.param("id");
      const { purpose = "", ten = "", peer } = await readForm(request);
      const noted = isPurpose(purpose)
        ? await noteVisitor(request.var.services, member, id, { purpose, name: ten, peer: peer === "yes" })
        : { ok: false as const, reason: problem("visit-not-found") };
      return noted.ok ? request.redirect(paths.helperVisit(id), 303) : visitPage(request, member, id, noted.reason);
    }),
  )
  .post("/ban-truc/luot/:id/giao-may", (request) =>
    asStaff(request, DESK_ROLES, async (member) => {
      const { visitor, services } = request.var;
      if (visitor.kind !== "staff") return request.redirect(paths.signIn, 303);
      const handed = await handScreenOver(services, visitor, request.req.param("id"));
      if (!handed.ok) return visitPage(request, member, request.req.param("id"), handed.reason);
      rememberSession(request, handed.value);
      return request.redirect(paths.home, 303);
    }),
  );

async function visitPage(request: Request, member: StaffMember, id: string, said: Problem | null): Promise<Response> {
  const opened = await openVisitAtDesk(request.var.services, member, id);
  if (!opened.ok) return refused(request, opened.reason, paths.helper);
  const { visit, mandates } = opened.value;
  const acting = mandates.some((mandate) => mandate.endedAt === null && mandate.staff === member.staff);
  return page(
    request,
    {
      title: `Số ${visit.number}`,
      desk: true,
      back: paths.helper,
      children: (
        <>
          <h1>
            Số {visit.number}: {VISIT_STATES[visit.state]}
          </h1>
          <p>
            {visit.helperName ? `Người giúp: ${visit.helperName}. ` : ""}
            Đã {minutesSince(visit.servedAt ?? visit.openedAt, request.var.services.now())}.
          </p>
          <ProblemSummary problem={said} />
          {visit.endedAt ? null : <Actions opened={opened.value} member={member} acting={acting} />}
          {visit.endedAt ? null : <AboutVisitor opened={opened.value} />}
          {visit.endedAt ? null : (
            <p>
              <a href={paths.helperPersonal(visit.visit)}>Ghi giúp yêu cầu về dữ liệu cá nhân</a>
            </p>
          )}
          <h2>Làm trong lượt này</h2>
          <Done opened={opened.value} acting={acting} request={request} />
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

function Actions({ opened, member, acting }: { opened: OpenedVisit; member: StaffMember; acting: boolean }) {
  const { visit } = opened;
  const mine = visit.helper === member.staff;
  return (
    <div class="moves">
      {movesFrom(visit.state)
        .filter((move) => move !== "take-over" || !mine)
        .map((move) => (
          <MoveButton id={visit.visit} move={move} number={visit.number} />
        ))}
      {mine ? (
        <form method="post" action={paths.helperHandOver(visit.visit)}>
          <button class="quiet" type="submit">
            Giao máy này cho bà con
          </button>
        </form>
      ) : null}
      {mine && !acting ? (
        <a class="button quiet" href={paths.helperMandate(visit.visit)}>
          Làm thay bà con
        </a>
      ) : null}
      {acting ? (
        <>
          <a class="button" href={paths.home}>
            Tìm thủ tục và làm thay
          </a>
          <form method="post" action={paths.helperMandateEnd(visit.visit)}>
            <button class="quiet" type="submit">
              Thôi làm thay
            </button>
          </form>
        </>
      ) : null}
    </div>
  );
}

function AboutVisitor({ opened }: { opened: OpenedVisit }) {
  const { visit } = opened;
  return (
    <details>
      <summary>Ghi thêm về lượt này</summary>
      <form method="post" action={paths.helperVisit(visit.visit)}>
        <div class="field">
          <label for="purpose">Việc cần</label>
          <select id="purpose" name="purpose">
            {Object.entries(PURPOSES).map(([purpose, words]) => (
              <option value={purpose} selected={purpose === visit.purpose}>
                {words}
              </option>
            ))}
          </select>
        </div>
        <TextField id="ten" label="Họ tên, nếu bà con muốn cho biết" value={visit.visitorName ?? ""} />
        <label class="check">
          <input type="checkbox" name="peer" value="yes" checked={visit.peer} /> Có hàng xóm, người nhà ngồi bày
        </label>
        <button type="submit">Lưu</button>
      </form>
    </details>
  );
}

function Done({ opened, acting, request }: { opened: OpenedVisit; acting: boolean; request: Request }) {
  const { drafts, mandates } = opened;
  const { catalogue } = request.var.services;
  if (drafts.length === 0 && mandates.length === 0) return <p class="hint">Chưa có gì.</p>;
  return (
    <ul>
      {drafts.map((draft) => (
        <li>
          {catalogue.version(draft.procedure, draft.version)?.name ?? draft.procedure}: {draft.lodgedDossier ? "đã gửi" : "đang khai"}
          {draft.practice ? " (làm thử)" : ""}, phiếu {groupedCode(draft.slipCode)}
          {acting && !draft.lodgedDossier ? (
            <>
              {" – "}
              <a href={paths.draft(draft.draft)}>Mở làm thay</a>
            </>
          ) : null}
        </li>
      ))}
      {mandates.map((mandate) => (
        <li>
          {mandate.citizen} nhờ làm thay{mandate.endedAt ? " (đã hết)" : ""},{" "}
          {mandate.proof.kind === "signature" ? "ký trên màn hình" : "bằng phiếu"}
        </li>
      ))}
    </ul>
  );
}
