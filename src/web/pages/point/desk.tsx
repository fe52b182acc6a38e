import { Hono } from "hono";
import { officeTime } from "../../../base/clock.ts";
import { parseCard } from "../../../domain/people/card.ts";
import { sayCardProblem } from "../../../domain/people/problems.ts";
import { isPurpose, PURPOSES, VISIT_MOVES, VISIT_STATES, type VisitMove } from "../../../domain/point/visit.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { machinesByPoint, standAt } from "../../../operations/offices/machines.ts";
import { listPoints } from "../../../operations/offices/places.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { gapWarnings } from "../../../operations/roster/opening.ts";
import { readDesk, type VisitDesk } from "../../../operations/visits/desk.ts";
import { moveAsHelper } from "../../../operations/visits/move-visit.ts";
import { type AtPoint, greet, visitsTopic } from "../../../operations/visits/open-visit.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { live } from "../../http/live.ts";
import { STATUS_OF } from "../../http/refusals.ts";
import { type Env, type Request, readForm, rememberMachine } from "../../http/request.ts";
import { pointOfMember } from "../../http/this-point.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";
import { GapWarning } from "./roster-parts.tsx";

/** Who stands by at a point. */
export const DESK_ROLES = ["helper", "officer"] as const;

/** The desk of the point: greet with one tap, see who waits and who is helped by whom, call, finish. It follows what happens elsewhere. */
export const pointDesk = new Hono<Env>()
  .get(paths.helper, (request) => asStaff(request, DESK_ROLES, (member) => deskPage(request, member, null)))
  .post(paths.helperMachine, (request) =>
    asStaff(request, DESK_ROLES, async (member) => {
      const { diem = "" } = await readForm(request);
      const standing = await standAt(request.var.services, member, diem);
      if (!standing.ok) return deskPage(request, member, standing.reason);
      rememberMachine(request, standing.value);
      return request.redirect(paths.helper, 303);
    }),
  )
  .get(paths.helperLive, (request) =>
    asStaff(request, DESK_ROLES, async (member) => {
      const place = await pointOfMember(request, member);
      return place ? live(request, visitsTopic(place)) : request.body(null, 204);
    }),
  )
  .post(paths.helperVisits, (request) =>
    asStaff(request, DESK_ROLES, async (member) => {
      const { services } = request.var;
      const place = await pointOfMember(request, member);
      const { purpose = "", the = "" } = await readForm(request);
      if (!place || !isPurpose(purpose)) return deskPage(request, member, problem("visit-not-found"));
      const card = the.trim() === "" ? null : parseCard(the, services.lists.isProvinceOfIdentityNumber);
      if (card?.ok === false) {
        return deskPage(request, member, problem("answers-refused", { sentence: card.reason.map(sayCardProblem).join(" ") }));
      }
      const visit = await greet(services, member, place, purpose, card?.value.name ?? null);
      return request.redirect(purpose === "guided" ? paths.helperVisit(visit.visit) : paths.helper, 303);
    }),
  )
  .post("/ban-truc/luot/:id/:move{serve|take-over|finish|leave}", (request) =>
    asStaff(request, DESK_ROLES, async (member) => {
      const { id, move } = request.req.param();
      const moved = await moveAsHelper(request.var.services, member, id, move as VisitMove);
      if (!moved.ok) return deskPage(request, member, moved.reason);
      return request.redirect(moved.value.endedAt ? paths.helper : paths.helperVisit(id), 303);
    }),
  );

async function deskPage(request: Request, member: StaffMember, said: Problem | null) {
  const place = await pointOfMember(request, member);
  const points = (await listPoints(request.var.services)).filter((point) => point.office === member.office);
  return page(
    request,
    {
      title: "Bàn trực",
      desk: true,
      scripts: ["live.js"],
      children: (
        <>
          <h1>Bàn trực</h1>
          <ProblemSummary problem={said} />
          {place ? <GapWarning gaps={await gapWarnings(request.var.services, place)} link={paths.roster} /> : null}
          {place ? <Desk request={request} desk={await readDesk(request.var.services, place)} place={place} /> : <NoPoint />}
          {place ? <Machine points={points} here={place} unknown={!(await isListenedTo(request, place))} /> : null}
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

/** Does any machine of the point say that it is there? Without one nobody knows when power or line were out. */
async function isListenedTo(request: Request, place: AtPoint): Promise<boolean> {
  const machines = await machinesByPoint(request.var.services, place.office);
  return machines.some(({ point, count }) => point === place.point && count > 0);
}

/** Says of this very machine where it stands. */
function Machine(props: { points: readonly { point: string; name: string }[]; here: AtPoint; unknown: boolean }) {
  const { points, here, unknown } = props;
  return (
    <details open={unknown}>
      <summary>Máy này đặt ở đâu</summary>
      {unknown ? (
        <p class="notice warn">
          Điểm chưa khai báo máy nào, nên không biết khi nào mất điện, mất mạng. Nếu đang ngồi ở máy của điểm, xin bấm một lần ở đây.
        </p>
      ) : null}
      <form method="post" action={paths.helperMachine}>
        <div class="field">
          <label for="diem">Điểm</label>
          <select id="diem" name="diem">
            {points.map((point) => (
              <option value={point.point} selected={point.point === here.point}>
                {point.name}
              </option>
            ))}
          </select>
        </div>
        <button type="submit">Máy này đặt ở đây</button>
      </form>
    </details>
  );
}

function NoPoint() {
  return <p class="notice warn">Cơ quan chưa có điểm hỗ trợ nào. Xin quản trị mở điểm trước.</p>;
}

function Desk({ request, desk, place }: { request: Request; desk: VisitDesk; place: AtPoint }) {
  return (
    <>
      <form method="post" action={paths.helperVisits}>
        <fieldset>
          <legend>Có người mới đến: bấm việc họ cần</legend>
          <label class="sr" for="the">
            Quét thẻ căn cước, không bắt buộc
          </label>
          <input type="text" id="the" name="the" class="short" autocomplete="off" placeholder="Quét thẻ (không bắt buộc)" />
          <div class="row tight">
            {Object.entries(PURPOSES).map(([purpose, words], index) => (
              <button type="submit" name="purpose" value={purpose} class={index === 0 ? undefined : "quiet"}>
                {words}
              </button>
            ))}
          </div>
        </fieldset>
      </form>
      <nav class="row tight" aria-label="Bàn trực">
        <a href={paths.helperResults}>Kết quả chờ trao</a>
        <a href={paths.calls}>Gọi cho bà con</a>
        <a href={paths.roster}>Lịch trực</a>
        <a href={paths.devices}>Thiết bị</a>
        <a href={paths.lateVisits}>Ghi bù</a>
        <a href={paths.voices}>Giọng đọc</a>
        <a href={paths.callScreen}>Màn hình gọi số</a>
        <a href={paths.learning}>Bà con học được gì</a>
      </nav>
      <div data-live={paths.helperLive} data-place={place.point}>
        <p role="status">
          Đang chờ: <strong>{desk.open.filter((visit) => visit.state === "waiting").length}</strong> · Đang ở bàn:{" "}
          <strong>{desk.open.filter((visit) => visit.state !== "waiting").length}</strong> · Xong hôm nay: <strong>{desk.doneToday}</strong>
          {desk.leftToday > 0 ? ` · Bỏ về: ${desk.leftToday}` : ""}
        </p>
        {desk.open.length === 0 ? (
          <p class="notice">Chưa có ai. Có người đến thì bấm việc họ cần ở trên.</p>
        ) : (
          <Lines desk={desk} now={request.var.services.now()} />
        )}
      </div>
    </>
  );
}

function Lines({ desk, now }: { desk: VisitDesk; now: Date }) {
  return (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Số</th>
            <th scope="col">Việc</th>
            <th scope="col">Ai giúp</th>
            <th scope="col">Bao lâu</th>
            <th scope="col">Làm gì</th>
          </tr>
        </thead>
        <tbody>
          {desk.open.map((visit) => (
            <tr>
              <td>
                <a href={paths.helperVisit(visit.visit)} id={`so-${visit.number}`}>
                  <strong>{visit.number}</strong>
                </a>{" "}
                {visit.visitorName}
              </td>
              <td>{PURPOSES[visit.purpose]}</td>
              <td>
                {VISIT_STATES[visit.state]}
                {visit.state === "helped" && visit.helperName ? `: ${visit.helperName}` : ""}
                {visit.asksSince ? <strong class="calls"> Đang gọi giúp</strong> : null}
              </td>
              <td>
                {minutesSince(visit.servedAt ?? visit.openedAt, now)} <small>từ {officeTime(visit.openedAt)}</small>
              </td>
              <td>
                <div class="row tight">
                  {visit.state === "helped" ? null : <MoveButton id={visit.visit} move="serve" number={visit.number} />}
                  <MoveButton id={visit.visit} move={visit.state === "waiting" ? "leave" : "finish"} number={visit.number} />
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** One tap on a visit. */
export function MoveButton({ id, move, number }: { id: string; move: VisitMove; number: number }) {
  return (
    <form method="post" action={paths.helperVisitMove(id, move)}>
      <button id={`${move}-${number}`} type="submit" class={move === "serve" || move === "finish" ? undefined : "quiet"}>
        {VISIT_MOVES[move].words}
        <span class="sr"> số {number}</span>
      </button>
    </form>
  );
}

/** How long ago, in whole minutes. */
export function minutesSince(then: Date, now: Date): string {
  return `${Math.max(0, Math.floor((now.getTime() - then.getTime()) / 60_000))} phút`;
}
