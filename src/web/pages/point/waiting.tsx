import { Hono } from "hono";
import { callWords, isPurpose, PURPOSES, VISIT_STATES } from "../../../domain/point/visit.ts";
import { commonPiece } from "../../../domain/voices/pieces.ts";
import { calledNumbers } from "../../../operations/visits/desk.ts";
import { runningVisit, takeTicket, visitsTopic } from "../../../operations/visits/open-visit.ts";
import { heardOf } from "../../http/heard.ts";
import { live } from "../../http/live.ts";
import { type Env, readForm, rememberSession } from "../../http/request.ts";
import { pointOfRequest, thisPoint } from "../../http/this-point.ts";
import { page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";

/** What people come for, in the order in which they say it; the rest is the helper's word. */
const ASKED = ["guided", "practice", "look-up", "print", "post", "payment", "utility", "feedback", "other"] as const;

/** Waiting in the café: a ticket with a number on one's own screen, and the screen on the wall that calls it. */
export const waiting = new Hono<Env>()
  .get(paths.ticket, async (request) => {
    const { services, visitor } = request.var;
    const visit = await runningVisit(services, visitor);
    if (visit) {
      return page(request, {
        title: `Số ${visit.number}`,
        back: paths.home,
        scripts: ["live.js"],
        children: (
          <div data-live={paths.ticketLive}>
            <h1>Số của bà con: {visit.number}</h1>
            <p role="status">
              <strong>{VISIT_STATES[visit.state]}</strong>
              {visit.state === "helped" && visit.helperName ? `, với ${visit.helperName}` : ""}.
            </p>
            <p>{visit.state === "waiting" ? "Bà con ngồi uống nước, khi nào tới số sẽ gọi. Trong lúc chờ có thể tự xem thử." : ""}</p>
            <div class="row">
              <a class="button" href={paths.home}>
                Tìm thủ tục
              </a>
            </div>
          </div>
        ),
      });
    }
    return page(request, {
      title: "Lấy số",
      heard: await heardOf(request, [commonPiece("lay-so")]),
      back: paths.home,
      children: (
        <>
          <h1>Bà con cần việc gì?</h1>
          <p>Bấm một việc để lấy số. Không cần cho biết tên.</p>
          <form method="post" action={paths.ticket} class="choices">
            {ASKED.map((purpose) => (
              <button class="quiet" type="submit" name="purpose" value={purpose}>
                {PURPOSES[purpose]}
              </button>
            ))}
          </form>
        </>
      ),
    });
  })
  .post(paths.ticket, async (request) => {
    const { services, visitor } = request.var;
    const place = await pointOfRequest(request);
    const { purpose = "" } = await readForm(request);
    if (!place || visitor.kind === "staff" || visitor.kind === "owes") return request.redirect(paths.home, 303);
    const taken = await takeTicket(services, visitor, place, isPurpose(purpose) ? purpose : "other");
    rememberSession(request, taken.token);
    return request.redirect(paths.ticket, 303);
  })
  .get(paths.ticketLive, async (request) => {
    const place = await pointOfRequest(request);
    return place ? live(request, visitsTopic(place)) : request.body(null, 204);
  })
  .get(paths.callScreen, async (request) => {
    const { services } = request.var;
    const { office, point } = await thisPoint(request);
    const [now, ...before] = point ? await calledNumbers(services, { office, point }) : [];
    return page(request, {
      title: "Gọi số",
      scripts: ["live.js", "call.js"],
      children: (
        <>
          <div class="call" data-live={paths.callScreenLive}>
            <h1 data-say aria-live="assertive">
              {now === undefined ? "Chưa gọi số nào" : callWords(now)}
            </h1>
            <p>{before.length > 0 ? `Vừa gọi: ${before.join(", ")}` : "Bà con lấy số ở bàn, ngồi chờ gọi."}</p>
          </div>
          <button class="quiet" type="button" data-sound hidden>
            Bật tiếng gọi
          </button>
        </>
      ),
    });
  })
  .get(paths.callScreenLive, async (request) => {
    const { office, point } = await thisPoint(request);
    return point ? live(request, visitsTopic({ office, point })) : request.body(null, 204);
  });
