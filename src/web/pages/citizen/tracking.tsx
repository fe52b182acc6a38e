import { Hono } from "hono";
import { citizenWords } from "../../../domain/dossier/for-citizen.ts";
import { isOpen } from "../../../domain/dossier/moves.ts";
import { STATUSES } from "../../../domain/dossier/status.ts";
import { dayWithWeekday } from "../../../domain/people/dates.ts";
import { collectInWords } from "../../../domain/point/opening-words.ts";
import { commonPiece } from "../../../domain/voices/pieces.ts";
import { act } from "../../../operations/dossiers/act.ts";
import { looksAt } from "../../../operations/dossiers/looks.ts";
import { drawSlip, receiptOf } from "../../../operations/dossiers/slips.ts";
import { supplementWithFiles } from "../../../operations/dossiers/supplement.ts";
import { collectDayOf, isOwner, openingOf, type Tracked, track } from "../../../operations/dossiers/track.ts";
import { ownsBySession } from "../../../operations/galleys/open-galley.ts";
import { actorOf } from "../../../operations/identity/session.ts";
import { ownContact } from "../../../operations/messages/contact.ts";
import { toldOf } from "../../../operations/messages/told.ts";
import { termsOf } from "../../../operations/privacy/record-consent.ts";
import type { Problem } from "../../../operations/problems.ts";
import { heardOf } from "../../http/heard.ts";
import { readFiles } from "../../http/multipart.ts";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { ActKey } from "../../layout/act-key.tsx";
import { Faces } from "../../layout/faces.tsx";
import { LooksList } from "../../layout/looks-list.tsx";
import { moment } from "../../layout/moment.ts";
import { OpeningLine } from "../../layout/opening-line.tsx";
import { page } from "../../layout/page.tsx";
import { Facts, ProblemSummary, TextField, WordsField } from "../../layout/parts.tsx";
import { WhyThisDay } from "../../layout/why-this-day.tsx";
import { paths } from "../../paths.ts";
import { GalleyAnswered, GalleyCall } from "./galley-call.tsx";
import { ToldBox, Wish } from "./told.tsx";
import { nextStep } from "./tracking/next-step.ts";

/** Where a dossier stands, for whoever has its code: state, due date and why, what to do next. No name and no number of anybody. */
export const tracking = new Hono<Env>()
  .get(paths.tracking, async (request) => {
    const code = request.req.query("ma");
    return code ? request.redirect(paths.tracked(encodeURIComponent(code.trim().toUpperCase())), 303) : searchPage(request);
  })
  .get("/tra-cuu/:code", async (request) => {
    const tracked = await track(request.var.services, request.req.param("code"));
    return tracked.ok ? statePage(request, tracked.value, null) : refused(request, tracked.reason, paths.tracking);
  })
  .get("/tra-cuu/:code/phieu.pdf", async (request) => {
    const tracked = await track(request.var.services, request.req.param("code"));
    if (!tracked.ok) return refused(request, tracked.reason, paths.tracking);
    const owner = await ownsBySession(request.var.services, request.var.visitor, tracked.value);
    const receipt = receiptOf(tracked.value.log);
    if (!owner || !receipt)
      return statePage(request, tracked.value, {
        code: "not-yours",
        sentence: "Giấy này có tên người nộp nên chỉ in được ngay sau khi gửi, bằng tài khoản, hoặc tại quầy.",
      });
    const { head: key, office, log } = tracked.value;
    const pdf = await drawSlip(request.var.services, { key, office, log }, receipt);
    return request.body(Uint8Array.from(pdf), 200, {
      "content-type": "application/pdf",
      "content-disposition": 'inline; filename="giay-tiep-nhan.pdf"',
      "cache-control": "no-store",
    });
  })
  .post("/tra-cuu/:code/rut", async (request) => {
    const { services, visitor } = request.var;
    const { so = "", reason = "", key = "" } = await readForm(request);
    const tracked = await track(services, request.req.param("code"));
    if (!tracked.ok) return refused(request, tracked.reason, paths.tracking);
    const owner = await isOwner(services, tracked.value, visitor, so);
    if (!owner.ok) return statePage(request, tracked.value, owner.reason);
    const actor = { ...actorOf(visitor, tracked.value.dossier.applicant.name), role: "citizen" as const };
    const move = isOpen(tracked.value.dossier, "withdraw") ? "withdraw" : "ask-withdrawal";
    const done = await act(services, tracked.value.head, { actor, key: `withdraw:${key}` }, move, () => ({ move, reason }));
    return done.ok
      ? request.redirect(paths.tracked(tracked.value.dossier.trackingCode), 303)
      : statePage(request, tracked.value, done.reason);
  })
  .post("/tra-cuu/:code/bo-sung", async (request) => {
    const { services, visitor } = request.var;
    const tracked = await track(services, request.req.param("code"));
    if (!tracked.ok) return refused(request, tracked.reason, paths.tracking);
    const fields: Record<string, string> = {};
    const done = await supplementWithFiles(
      services,
      tracked.value,
      visitor,
      fields,
      readFiles(request, ({ field, value }) => (fields[field] = value)),
    );
    return done.ok
      ? request.redirect(paths.tracked(tracked.value.dossier.trackingCode), 303)
      : statePage(request, tracked.value, done.reason);
  });

async function searchPage(request: Request) {
  return page(request, {
    title: "Tra cứu hồ sơ",
    heard: await heardOf(request, [commonPiece("tra-cuu")]),
    back: paths.home,
    children: (
      <>
        <h1>Hồ sơ của tôi đến đâu rồi?</h1>
        <form method="get" action={paths.tracking}>
          <TextField id="ma" label="Mã tra cứu" hint="Mười chữ và số trên giấy tiếp nhận." short />
          <div class="row">
            <button type="submit">Xem</button>
          </div>
        </form>
      </>
    ),
  });
}

async function statePage(request: Request, tracked: Tracked, said: Problem | null) {
  const { services } = request.var;
  const [collect, opening, own, told] = await Promise.all([
    collectDayOf(services, tracked),
    openingOf(services, tracked),
    ownsBySession(services, request.var.visitor, tracked),
    toldOf(services, tracked),
  ]);
  const contact = own ? await ownContact(services, tracked.head, tracked.dossier) : null;
  const looks = own ? await looksAt(services, tracked) : null;
  const { dossier, log, office } = tracked;
  const waiting = !["not-accepted", "withdrawn", "stopped", "returned", "decided"].includes(dossier.status);
  return page(
    request,
    {
      title: "Theo dõi hồ sơ",
      back: paths.tracking,
      children: (
        <>
          <p class="step">
            Mã tra cứu <strong>{dossier.trackingCode}</strong>
          </p>
          <h1>{dossier.procedure.name}</h1>
          <ProblemSummary problem={said} />
          <p>
            <span class="tag">{STATUSES[dossier.status].words}</span>
          </p>
          <p class="lead">{STATUSES[dossier.status].plain}</p>
          <Facts
            rows={[
              { label: "Nơi giải quyết", value: office.name },
              ...(dossier.dossierCode ? [{ label: "Mã hồ sơ", value: dossier.dossierCode }] : []),
              ...(waiting ? [{ label: "Hẹn trả", value: `${dayWithWeekday(dossier.due.day)}, trước ${dossier.due.time}` }] : []),
              ...(waiting && collect ? [{ label: "Tại điểm hỗ trợ", value: collectInWords(collect) }] : []),
              { label: "Bây giờ cần làm gì", value: nextStep(tracked) },
            ]}
          />
          {dossier.transfer ? (
            <p class="notice">
              Hồ sơ đã chuyển từ {dossier.transfer.officeName} đến {office.name}: {dossier.transfer.reason}. Bà con không phải nộp lại; mã
              tra cứu trên phiếu vẫn dùng được.
            </p>
          ) : null}
          {dossier.galley?.state === "out" ? <GalleyCall code={dossier.trackingCode} until={dossier.galley.until ?? ""} /> : null}
          <GalleyAnswered galley={dossier.galley} own={own} />
          <OpeningLine opening={opening} />
          {waiting ? <WhyThisDay due={dossier.due} /> : null}
          <ToldBox told={told} />
          <Wish code={dossier.trackingCode} contact={contact} terms={termsOf(services, "messages")?.text ?? ""} />
          <h2>Đã qua những bước</h2>
          <ol class="timeline">
            {tracked.before.map((former) =>
              former.log.map((logged) => (
                <li>
                  {citizenWords(logged.event)} ({former.office.name})<small>{moment(logged.at)}</small>
                </li>
              )),
            )}
            {log.map((logged) => (
              <li>
                {citizenWords(logged.event)}
                <small>{moment(logged.at)}</small>
              </li>
            ))}
          </ol>
          {looks === null ? null : <LooksList title="Ai đã xem, đã in hồ sơ này" looks={looks} />}
          {dossier.status === "returned" ? (
            <section class="panel" aria-labelledby="thay-the-nao">
              <h2 id="thay-the-nao">Bà con thấy thế nào?</h2>
              <Faces trackingCode={dossier.trackingCode} />
            </section>
          ) : null}
          {dossier.status === "supplement-requested" ? <Supplement tracked={tracked} /> : null}
          {dossier.withdrawalAsked === null ? null : <p class="notice">Bà con đã xin rút hồ sơ này. Cán bộ đang xem, sẽ trả lời ở đây.</p>}
          {isOpen(dossier, "withdraw") || isOpen(dossier, "ask-withdrawal") ? <Withdraw tracked={tracked} /> : null}
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

function Supplement({ tracked }: { tracked: Tracked }) {
  return (
    <section class="panel">
      <h2>Gửi bổ sung</h2>
      <ul>
        {tracked.dossier.owed?.asked.map(({ name }) => (
          <li>{name}</li>
        ))}
        {tracked.dossier.owed?.reasons.map((reason) => (
          <li>{reason}</li>
        ))}
      </ul>
      {tracked.dossier.owed?.words ? <p>{tracked.dossier.owed.words}</p> : null}
      <form method="post" action={paths.trackedSupplement(tracked.dossier.trackingCode)} enctype="multipart/form-data">
        <ActKey />
        <TextField id="so-bo-sung" label="Bốn số bí mật trên phiếu" hint="Đã đăng nhập thì để trống." type="password" numeric short />
        <WordsField id="words" label="Lời nhắn cho cán bộ" />
        <div class="field">
          <label for="tep">Ảnh hoặc tệp giấy tờ</label>
          <input type="file" id="tep" name="tep" multiple accept="image/*,application/pdf,.heic" />
        </div>
        <button type="submit">Gửi bổ sung</button>
      </form>
    </section>
  );
}

function Withdraw({ tracked }: { tracked: Tracked }) {
  return (
    <details class="panel">
      <summary>Rút hồ sơ</summary>
      <p>
        Rút rồi thì cơ quan không giải quyết nữa. Muốn làm lại phải gửi hồ sơ mới.
        {tracked.dossier.status === "lodged" ? "" : " Hồ sơ đã tiếp nhận, nên cán bộ xem lời xin rút rồi trả lời."}
      </p>
      <form method="post" action={paths.trackedWithdrawal(tracked.dossier.trackingCode)}>
        <ActKey />
        <TextField id="so" label="Bốn số bí mật trên phiếu" hint="Đã đăng nhập thì để trống." type="password" numeric short />
        <TextField id="reason" label="Vì sao rút (không bắt buộc)" />
        <button class="danger" type="submit">
          {tracked.dossier.status === "lodged" ? "Rút hồ sơ này" : "Xin rút hồ sơ này"}
        </button>
      </form>
    </details>
  );
}
