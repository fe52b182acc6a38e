import { Hono } from "hono";
import { isUuid } from "../../../base/ids.ts";
import { parseTypedDate } from "../../../domain/people/dates.ts";
import type { Turn } from "../../../domain/point/roster.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { endFeed, feedsOf, makeFeed, readFeed } from "../../../operations/roster/feeds.ts";
import { sayLeave, takeLeaveBack } from "../../../operations/roster/leave.ts";
import { pointsOf, readRosterPage } from "../../../operations/roster/roster-page.ts";
import { answerSwap, askSwap } from "../../../operations/roster/swaps.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { pointOfMember } from "../../http/this-point.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";
import { Feeds, Leaves, Swaps, TwoWeeks } from "./roster-parts.tsx";

const ROLES = ["helper", "officer", "admin"] as const;

/** The roster of the point: who is on in the coming two weeks, leave, swaps, and the address for one's own calendar. */
export const rosterPages = new Hono<Env>()
  .get(paths.roster, (request) => asStaff(request, ROLES, (member) => rosterPage(request, member, {})))
  .post(paths.rosterLeaves, (request) =>
    asStaff(request, ROLES, async (member) => {
      const typed = await readForm(request);
      const from = dayOf(typed.tu ?? "");
      const until = typed.den?.trim() ? dayOf(typed.den) : from;
      const said = await sayLeave(request.var.services, member, { staff: typed.ai ?? "", from, until, words: typed.loi ?? "" });
      return said.ok ? back(request, typed) : rosterPage(request, member, { said: said.reason, typed });
    }),
  )
  .post("/ban-truc/lich/nghi/:id/bo", (request) =>
    asStaff(request, ROLES, async (member) => {
      const typed = await readForm(request);
      const taken = await takeLeaveBack(request.var.services, member, request.req.param("id"));
      return taken.ok ? back(request, typed) : rosterPage(request, member, { said: taken.reason, typed });
    }),
  )
  .post(paths.rosterSwaps, (request) =>
    asStaff(request, ROLES, async (member) => {
      const typed = await readForm(request);
      const point = await chosenPoint(request, member, typed.diem);
      const gives = turnOf(typed.ca ?? "");
      const [asked = "", ...rest] = (typed.voi ?? "").split(" ");
      if (!point) return refused(request, problem("point-unknown"), paths.roster);
      if (!gives || !isUuid(asked)) return rosterPage(request, member, { said: problem("shift-unknown"), typed });
      const wanted = { gives, asked, takes: turnOf(rest.join(" ")), words: typed["loi-doi"] ?? "" };
      const done = await askSwap(request.var.services, member, point, wanted);
      return done.ok ? back(request, typed) : rosterPage(request, member, { said: done.reason, typed });
    }),
  )
  .post("/ban-truc/lich/doi/:id/:answer{dong-y|tu-choi|rut}", (request) =>
    asStaff(request, ROLES, async (member) => {
      const { id, answer } = request.req.param();
      const typed = await readForm(request);
      const kind = answer === "dong-y" ? "agreed" : answer === "tu-choi" ? "declined" : "taken-back";
      if (!isUuid(id)) return rosterPage(request, member, { said: problem("swap-answered"), typed });
      const done = await answerSwap(request.var.services, member, id, kind);
      return done.ok ? back(request, typed) : rosterPage(request, member, { said: done.reason, typed });
    }),
  )
  .post(paths.rosterFeeds, (request) =>
    asStaff(request, ROLES, async (member) => {
      const typed = await readForm(request);
      const point = await chosenPoint(request, member, typed.diem);
      if (!point) return refused(request, problem("point-unknown"), paths.roster);
      const token = await makeFeed(request.var.services, member, typed["cua-ai"] === "diem" ? point.point : null);
      return rosterPage(request, member, { typed, made: `${request.var.services.publicUrl}${paths.rosterFeed(token)}` });
    }),
  )
  .post("/ban-truc/lich/dia-chi/:id/bo", (request) =>
    asStaff(request, ROLES, async (member) => {
      const typed = await readForm(request);
      const ended = await endFeed(request.var.services, member, request.req.param("id"));
      return ended.ok ? back(request, typed) : rosterPage(request, member, { said: ended.reason, typed });
    }),
  )
  .get("/lich/:file{[\\w-]+\\.ics}", async (request) => {
    const feed = await readFeed(request.var.services, request.req.param("file").slice(0, -".ics".length));
    if (!feed.ok) return refused(request, feed.reason);
    return request.body(feed.value, 200, {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="lich-truc.ics"',
      "cache-control": "private, no-store",
    });
  });

/** What a form says of a turn: "shift day". */
function turnOf(value: string): Turn | null {
  const [shift = "", day = ""] = value.split(" ");
  return isUuid(shift) && parseTypedDate(day).ok ? { shift, day } : null;
}

function dayOf(typed: string): string {
  const day = parseTypedDate(typed);
  return day.ok ? day.value : "";
}

function back(request: Request, typed: Record<string, string>): Response {
  return request.redirect(typed.diem ? paths.rosterOf(encodeURIComponent(typed.diem)) : paths.roster, 303);
}

/** The point that is asked for, of one's own office; else the one at which one stands by. */
async function chosenPoint(request: Request, member: StaffMember, asked: string | undefined) {
  const points = await pointsOf(request.var.services, member);
  const here = asked ?? (await pointOfMember(request, member))?.point;
  return points.find(({ point }) => point === here) ?? null;
}

async function rosterPage(
  request: Request,
  member: StaffMember,
  { said = null, typed = {}, made = null }: { said?: Problem | null; typed?: Record<string, string>; made?: string | null },
): Promise<Response> {
  const { services } = request.var;
  const point = await chosenPoint(request, member, typed.diem ?? request.req.query("diem"));
  if (!point) return refused(request, problem("point-unknown"), paths.helper);
  const [roster, points, feeds] = await Promise.all([
    readRosterPage(services, member, point),
    pointsOf(services, member),
    feedsOf(services, member),
  ]);
  const mayEdit = member.role === "admin";
  return page(
    request,
    {
      title: "Lịch trực",
      desk: true,
      back: mayEdit ? paths.admin : paths.helper,
      children: (
        <>
          <h1>Lịch trực: {point.name}</h1>
          <ProblemSummary problem={said} />
          {points.length > 1 ? (
            <nav class="row tight" aria-label="Điểm khác">
              {points
                .filter((other) => other.point !== point.point)
                .map((other) => (
                  <a href={paths.rosterOf(other.point)}>{other.name}</a>
                ))}
            </nav>
          ) : null}
          {mayEdit ? (
            <p>
              <a href={paths.adminRoster(point.point)}>Sửa lịch tuần, ngày nghỉ, ngày mở thêm</a>
            </p>
          ) : null}
          <TwoWeeks roster={roster} />
          <div class="two">
            <Swaps roster={roster} typed={typed} />
            <Leaves roster={roster} typed={typed} said={said} everybody={mayEdit} />
          </div>
          <Feeds feeds={feeds} point={point} made={made} />
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}
