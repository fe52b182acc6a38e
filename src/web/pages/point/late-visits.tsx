import { Hono } from "hono";
import type { Result } from "../../../base/result.ts";
import { SHEET_LINES, type TypedLine, type TypedSheet } from "../../../domain/point/late-sheet.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { drawLateSheet } from "../../../operations/visits/draw-late-sheet.ts";
import { previewSheet, readLateDesk, recordNobody, recordSheet, withdrawSheet } from "../../../operations/visits/late-visits.ts";
import type { AtPoint } from "../../../operations/visits/open-visit.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { sendPdf } from "../../http/send-pdf.ts";
import { pointOfMember } from "../../http/this-point.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";
import { DESK_ROLES } from "./desk.tsx";
import { Done, Preview, SheetForm, SheetList, Silences } from "./late-visits-parts.tsx";

/** So many lines stand ready; more at a press. */
const LINES_AT_FIRST = 6;

/** Visits that were noted on paper while power or line were out: typed in, looked at, counted on their day; and the empty paper for the wall. */
export const lateVisits = new Hono<Env>()
  .get(paths.lateVisits, (request) =>
    atPoint(request, (_member, place) => {
      const { ngay = "" } = request.req.query();
      return sheetPage(request, place, {
        typed: { day: ngay, lines: emptyLines(LINES_AT_FIRST) },
        key: request.var.services.newId(),
        said: null,
      });
    }),
  )
  .get(paths.lateVisitsPaper, (request) =>
    atPoint(request, async (_member, place) => sendPdf(request, await drawLateSheet(request.var.services, place))),
  )
  .post(paths.lateVisits, (request) =>
    atPoint(request, async (member, place) => {
      const { services } = request.var;
      const form = await readForm(request);
      const typed = sheetOf(form);
      const key = form.key || services.newId();
      const act = form.lam ?? "xem";
      if (act === "ghi") {
        const done = await recordSheet(services, member, place, typed, key);
        if (done.ok) return request.redirect(`${paths.lateVisits}?ghi=${done.value.sheet}`, 303);
        return sheetPage(request, place, { typed, key, said: done.reason });
      }
      if (act !== "xem") {
        const more = act === "them" ? emptyLines(Math.min(LINES_AT_FIRST, SHEET_LINES - typed.lines.length)) : [];
        return sheetPage(request, place, { typed: { ...typed, lines: [...typed.lines, ...more] }, key, said: null });
      }
      const sheet = await previewSheet(services, place, typed);
      if (!sheet.ok) return sheetPage(request, place, { typed, key, said: sheet.reason });
      const { sheets } = await readLateDesk(services, place);
      return page(request, {
        title: "Xem lại phiếu ghi bù",
        desk: true,
        back: paths.lateVisits,
        children: (
          <Preview sheet={sheet.value} typed={typed} keyOfForm={key} before={sheets.filter(({ day }) => day === sheet.value.day)} />
        ),
      });
    }),
  )
  .post(paths.lateNobody, (request) =>
    atPoint(request, async (member, place) => {
      const { services } = request.var;
      const { ngay = "", key = "" } = await readForm(request);
      const done = await recordNobody(services, member, place, ngay, key || services.newId());
      return answered(request, place, done);
    }),
  )
  .post("/ban-truc/ghi-bu/:sheet/rut", (request) =>
    atPoint(request, async (member, place) =>
      answered(request, place, await withdrawSheet(request.var.services, member, place, request.req.param("sheet"))),
    ),
  );

function atPoint(request: Request, handle: (member: StaffMember, place: AtPoint) => Promise<Response> | Response) {
  return asStaff(request, DESK_ROLES, async (member) => {
    const place = await pointOfMember(request, member);
    return place ? handle(member, place) : refused(request, problem("point-unknown"), paths.helper);
  });
}

function answered(request: Request, place: AtPoint, done: Result<unknown, Problem>): Response | Promise<Response> {
  if (done.ok) return request.redirect(paths.lateVisits, 303);
  return sheetPage(request, place, {
    typed: { day: "", lines: emptyLines(LINES_AT_FIRST) },
    key: request.var.services.newId(),
    said: done.reason,
  });
}

async function sheetPage(
  request: Request,
  place: AtPoint,
  { typed, key, said }: { typed: TypedSheet; key: string; said: Problem | null },
): Promise<Response> {
  const desk = await readLateDesk(request.var.services, place);
  const done = desk.sheets.find(({ sheet }) => sheet === request.req.query("ghi")) ?? null;
  return page(
    request,
    {
      title: "Ghi bù lượt đến",
      desk: true,
      back: paths.helper,
      children: (
        <>
          <h1>Ghi bù lượt đến</h1>
          <ProblemSummary problem={said} />
          {done ? <Done sheet={done} /> : null}
          <p>
            Mất điện, mất mạng thì ghi bà con lên <a href={paths.lateVisitsPaper}>tờ giấy treo ở điểm (in A4)</a>; có lại thì gõ vào đây.
            Lượt được tính vào ngày bà con đến.
          </p>
          <Silences silences={desk.silences} newKey={request.var.services.newId} />
          <SheetForm typed={typed} keyOfForm={key} said={said} />
          <SheetList sheets={desk.sheets} />
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

function sheetOf(form: Readonly<Record<string, string>>): TypedSheet {
  const count = Math.min(SHEET_LINES, Math.max(1, Number(form["so-dong"]) || LINES_AT_FIRST));
  const lines = Array.from({ length: count }, (_, index): TypedLine => {
    const of = (name: string) => form[`${name}-${index + 1}`] ?? "";
    return { time: of("gio"), purpose: of("viec"), people: of("nguoi"), help: of("muc") };
  });
  return { day: form.ngay ?? "", lines };
}

function emptyLines(count: number): TypedLine[] {
  return Array.from({ length: count }, () => ({ time: "", purpose: "", people: "", help: "" }));
}
