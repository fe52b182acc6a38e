import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import type { Result } from "../../../base/result.ts";
import type { Dossier } from "../../../domain/dossier/fold.ts";
import type { GalleyMove } from "../../../domain/dossier/galley.ts";
import { dayWithWeekday } from "../../../domain/people/dates.ts";
import type { Act } from "../../../operations/dossiers/act.ts";
import { type Tracked, track } from "../../../operations/dossiers/track.ts";
import { confirmGalley, correctGalley, type GalleySaid } from "../../../operations/galleys/answer-galley.ts";
import { galleyOf, galleyPdf, ownsBySession, proveSlip } from "../../../operations/galleys/open-galley.ts";
import type { GalleyRow } from "../../../operations/galleys/rows.ts";
import { actorOf } from "../../../operations/identity/session.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm, rememberSession } from "../../http/request.ts";
import { ActKey } from "../../layout/act-key.tsx";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, TextField, WordsField } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";
import { GalleyLines } from "./galley/lines.tsx";

type Typed = Readonly<Record<string, string>>;

/** The galley for the person whose it is: look it over, say that it is right, or what is wrong. Whoever only has the code sees none of it. */
export const galleyPages = new Hono<Env>()
  .get("/tra-cuu/:code/ban-nhap", (request) => withTracked(request, (tracked) => galleyPage(request, tracked, {}, null)))
  .post("/tra-cuu/:code/ban-nhap/mo", (request) =>
    withTracked(request, async (tracked) => {
      const { "so-ban-nhap": secret = "" } = await readForm(request);
      const proved = await proveSlip(request.var.services, tracked, request.var.visitor, secret);
      if (!proved.ok) return secretPage(request, tracked, proved.reason);
      rememberSession(request, proved.value);
      return request.redirect(paths.trackedGalley(tracked.dossier.trackingCode), 303);
    }),
  )
  .get("/tra-cuu/:code/ban-nhap.pdf", (request) =>
    withTracked(request, async (tracked) => {
      if (!(await ownsBySession(request.var.services, request.var.visitor, tracked)))
        return secretPage(request, tracked, problem("not-yours"));
      const pdf = await galleyPdf(request.var.services, tracked);
      if (!pdf.ok) return refused(request, pdf.reason, paths.tracked(tracked.dossier.trackingCode));
      return request.body(Uint8Array.from(pdf.value), 200, {
        "content-type": "application/pdf",
        "content-disposition": 'inline; filename="ban-nhap.pdf"',
        "cache-control": "no-store",
      });
    }),
  )
  .post("/tra-cuu/:code/ban-nhap/dung", (request) => answer(request, "confirm-galley", confirmGalley))
  .post("/tra-cuu/:code/ban-nhap/sua", (request) => answer(request, "correct-galley", correctGalley));

type Answer = (
  services: Env["Variables"]["services"],
  key: Tracked["head"],
  by: Act,
  said: GalleySaid,
) => Promise<Result<Dossier, Problem>>;

function answer(request: Request, move: GalleyMove, make: Answer) {
  return withTracked(request, async (tracked) => {
    const { services, visitor } = request.var;
    if (!(await ownsBySession(services, visitor, tracked))) return secretPage(request, tracked, problem("not-yours"));
    const form = await readForm(request);
    const typed = Object.fromEntries(Object.entries(form).flatMap(([id, value]) => (id.startsWith("sua-") ? [[id.slice(4), value]] : [])));
    const actor = { ...actorOf(visitor, tracked.dossier.applicant.name), role: "citizen" as const };
    const by = { actor, key: `${move}:${form.key || randomUUID()}` };
    const done = await make(services, tracked.head, by, { how: "self", typed, words: form["loi-nhan"] ?? "" });
    return done.ok ? request.redirect(paths.tracked(tracked.dossier.trackingCode), 303) : galleyPage(request, tracked, form, done.reason);
  });
}

async function withTracked(request: Request, handle: (tracked: Tracked) => Promise<Response>): Promise<Response> {
  const tracked = await track(request.var.services, request.req.param("code") ?? "");
  return tracked.ok ? handle(tracked.value) : refused(request, tracked.reason, paths.tracking);
}

async function galleyPage(request: Request, tracked: Tracked, typed: Typed, said: Problem | null): Promise<Response> {
  const { services, visitor } = request.var;
  if (!(await ownsBySession(services, visitor, tracked))) return secretPage(request, tracked, null);
  const rows = galleyOf(services, tracked);
  if (!rows.ok) return refused(request, rows.reason, paths.tracked(tracked.dossier.trackingCode));
  const { trackingCode, galley, procedure } = tracked.dossier;
  const out = galley?.state === "out";
  return page(
    request,
    {
      title: "Xem bản nháp",
      back: paths.tracked(trackingCode),
      children: (
        <>
          <p class="step">{procedure.name}</p>
          <h1>Xem bản nháp giấy của bà con</h1>
          <ProblemSummary problem={said} />
          {out ? (
            <p class="lead">
              Đọc từng dòng. Chỗ nào sai thì bấm <strong>Sửa</strong> ở dòng đó. Đúng hết thì bấm <strong>Đúng hết rồi</strong> ở cuối. Xin
              trả lời trước hết {dayWithWeekday(galley.until ?? "")}. Không trả lời là đồng ý.
            </p>
          ) : (
            <p class="notice">Bản nháp này đã có câu trả lời, không sửa được nữa.</p>
          )}
          <p>
            <a href={paths.trackedGalleyPdf(trackingCode)}>Mở bản nháp (PDF)</a>
          </p>
          {out ? (
            <Answers code={trackingCode} rows={rows.value} typed={typed} said={said} />
          ) : (
            <GalleyLines rows={rows.value} open={false} typed={{}} errors={{}} />
          )}
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

/** One form: all is right, or what was put right goes to the officer. Enter in a field sends the correction, for its button stands first. */
function Answers({ code, rows, typed, said }: { code: string; rows: readonly GalleyRow[]; typed: Typed; said: Problem | null }) {
  const words = typed["loi-nhan"] ?? "";
  return (
    <form method="post" action={paths.trackedGalleyCorrect(code)} novalidate class="galley">
      <ActKey />
      <GalleyLines rows={rows} open typed={typed} errors={said?.fields ?? {}} />
      <details open={words !== ""}>
        <summary>Chỗ sai khác, lời nhắn cho cán bộ</summary>
        <WordsField id="loi-nhan" label="Lời nhắn cho cán bộ" value={words} />
      </details>
      <div class="row">
        <button class="when-wrong" type="submit">
          Gửi chỗ sửa cho cán bộ
        </button>
        <button class="when-right" type="submit" formaction={paths.trackedGalleyConfirm(code)}>
          Đúng hết rồi
        </button>
      </div>
    </form>
  );
}

function secretPage(request: Request, tracked: Tracked, said: Problem | null): Response | Promise<Response> {
  const { trackingCode } = tracked.dossier;
  return page(
    request,
    {
      title: "Xem bản nháp",
      back: paths.tracked(trackingCode),
      children: (
        <>
          <h1>Xem bản nháp giấy của bà con</h1>
          <ProblemSummary problem={said} />
          <p>Bản nháp có tên và số của bà con, nên cần bốn số bí mật trên phiếu. Không còn phiếu thì hỏi điểm hỗ trợ.</p>
          <form method="post" action={paths.trackedGalleyOpen(trackingCode)}>
            <TextField id="so-ban-nhap" label="Bốn số bí mật trên phiếu" type="password" numeric short />
            <button type="submit">Mở bản nháp</button>
          </form>
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}
