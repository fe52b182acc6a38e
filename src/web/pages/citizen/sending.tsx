import { Hono } from "hono";
import { feeFor } from "../../../domain/catalogue/applies.ts";
import { isPreview } from "../../../domain/catalogue/preview.ts";
import { effectiveAnswers } from "../../../domain/forms/journey.ts";
import { readable } from "../../../domain/forms/readable.ts";
import { dayWithWeekday } from "../../../domain/people/dates.ts";
import { DEGREES } from "../../../domain/point/degree.ts";
import { collectInWords } from "../../../domain/point/opening-words.ts";
import { commonPiece } from "../../../domain/voices/pieces.ts";
import { parseContext } from "../../../operations/context.ts";
import { lodgeDraft } from "../../../operations/dossiers/lodge.ts";
import { collectDayOf, trackedDraft } from "../../../operations/dossiers/track.ts";
import { type OpenDraft, openDraft, openDraftToChange } from "../../../operations/drafts/open-draft.ts";
import { wantedPapers } from "../../../operations/drafts/papers.ts";
import { chooseReceiver } from "../../../operations/drafts/save-page.ts";
import { groupedCode, printSlip } from "../../../operations/drafts/slip.ts";
import { agree, type OwnLadder, readOwnLadder } from "../../../operations/ladder/ladder.ts";
import { knownEmail, parseWish } from "../../../operations/messages/contact.ts";
import { receiversFor } from "../../../operations/offices/receivers.ts";
import { termsOf, wayOf } from "../../../operations/privacy/record-consent.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { heardOf } from "../../http/heard.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { Facts, feeWords, ProblemSummary, Qr, Shown } from "../../layout/parts.tsx";
import { WhyThisDay } from "../../layout/why-this-day.tsx";
import { paths } from "../../paths.ts";
import { counterAddress } from "../office/counter-address.ts";
import { ChangedNotice } from "./changed-notice.tsx";
import { HowToTell, typedWish } from "./how-to-tell.tsx";

/** The end of the guided way: check everything, send once, take the receipt; and the slip to come back with. */
export const sending = new Hono<Env>()
  .get("/ho-so/:id/xem-lai", async (request) => {
    const open = await openDraftToChange(request.var.services, request.var.visitor, request.req.param("id"));
    if (!open.ok) return refused(request, open.reason);
    if (open.value.atCounter) return request.redirect(counterAddress(open.value), 303);
    if (open.value.way.next) return request.redirect(paths.draftPage(open.value.draft.draft, open.value.way.next.page.id), 303);
    return checkPage(request, open.value, null, { "thu-dien-tu": await knownEmail(request.var.services, request.var.visitor) });
  })
  .post("/ho-so/:id/gui", async (request) => {
    const { services, visitor } = request.var;
    const id = request.req.param("id");
    const form = await readForm(request);
    const { receiver } = form;
    const known = await knownEmail(services, visitor);
    const wish = parseWish(services, typedWish(form), { address: known, agreed: false });
    if (receiver) await chooseReceiver(services, visitor, id, receiver);
    const lodged = wish.ok ? await lodgeDraft(services, visitor, id, wish.value) : wish;
    if (lodged.ok) return request.redirect(paths.draftReceipt(id), 303);
    const open = await openDraft(services, visitor, id);
    return open.ok && open.value.way.next === null
      ? checkPage(request, open.value, lodged.reason, form)
      : refused(request, lodged.reason, paths.draft(id));
  })
  .get("/ho-so/:id/da-gui", async (request) => {
    const open = await openDraft(request.var.services, request.var.visitor, request.req.param("id"));
    if (!open.ok) return refused(request, open.reason);
    const tracked = await trackedDraft(request.var.services, open.value.draft);
    if (!tracked) return request.redirect(paths.draft(open.value.draft.draft), 303);
    const { dossier, office } = tracked;
    const ladder = await readOwnLadder(request.var.services, tracked.head, dossier);
    const collect = await collectDayOf(request.var.services, tracked);
    return page(request, {
      title: "Đã gửi hồ sơ",
      heard: await heardOf(request, [commonPiece("da-gui")]),
      children: (
        <>
          <h1 class="done">Đã gửi hồ sơ {dossier.procedure.name}</h1>
          <div class="notice" role="status">
            <p>
              {office.name} đã nhận được. Hẹn trả kết quả: <strong>{dayWithWeekday(dossier.due.day)}</strong>, trước {dossier.due.time}.
            </p>
            {collect ? <p>Tại điểm hỗ trợ: {collectInWords(collect)}.</p> : null}
          </div>
          <div class="split">
            <div>
              <p>Mã tra cứu của bà con:</p>
              <p class="code">{dossier.trackingCode}</p>
              <p>Cùng bốn số bí mật trên phiếu, mã này dùng để bổ sung hoặc rút hồ sơ.</p>
            </div>
            <Qr text={`${request.var.services.publicUrl}${paths.tracked(dossier.trackingCode)}`} label="Mã QR tra cứu hồ sơ" />
          </div>
          <WhyThisDay due={dossier.due} />
          <div class="row">
            <a class="button" href={paths.trackedSlip(dossier.trackingCode)}>
              In giấy tiếp nhận (PDF)
            </a>
            <form method="post" action={paths.draftReceiptPrint(open.value.draft.draft)}>
              <button class="quiet" type="submit">
                In ra máy in của điểm
              </button>
            </form>
            <a class="button quiet" href={paths.draftSlip(open.value.draft.draft)}>
              Lấy bốn số bí mật
            </a>
            <a href={paths.tracked(dossier.trackingCode)}>Theo dõi hồ sơ</a>
          </div>
          {ladder ? (
            <OwnWay
              ladder={ladder}
              words={termsOf(request.var.services, "ladder")?.text ?? ""}
              action={paths.draftLadder(open.value.draft.draft)}
            />
          ) : null}
        </>
      ),
    });
  })
  .post("/ho-so/:id/da-gui/bac-thang", async (request) => {
    const open = await openDraft(request.var.services, request.var.visitor, request.req.param("id"));
    if (!open.ok) return refused(request, open.reason);
    const tracked = await trackedDraft(request.var.services, open.value.draft);
    if (!tracked) return refused(request, problem("dossier-not-found"));
    const { "dong-y": agreed } = await readForm(request);
    const how = agreed === "yes" ? await wayOf(request.var.services, request.var.visitor, tracked.head.office) : null;
    await agree(request.var.services, tracked.head, tracked.dossier, how);
    return request.redirect(`${paths.draftReceipt(open.value.draft.draft)}#bac-thang`, 303);
  })
  .get("/ho-so/:id/phieu", async (request) => {
    const open = await openDraft(request.var.services, request.var.visitor, request.req.param("id"));
    if (!open.ok) return refused(request, open.reason);
    const { draft } = open.value;
    return page(request, {
      title: "Phiếu quay lại",
      heard: await heardOf(request, [commonPiece("phieu")]),
      practice: draft.practice,
      preview: isPreview(draft.version),
      back: paths.draft(draft.draft),
      children: (
        <>
          <h1>Phiếu để quay lại</h1>
          <p>
            Những gì bà con đã khai đều đã lưu. Cầm phiếu này, lúc nào quay lại cũng làm tiếp được, ở điểm nào cũng được. Không cần điện
            thoại.
          </p>
          <p>
            Mã phiếu: <span class="code">{groupedCode(draft.slipCode)}</span>
          </p>
          <form method="post" action={paths.draftSlipPdf(draft.draft)} class="row">
            <button type="submit">In phiếu có bốn số bí mật (PDF)</button>
            <a href={paths.draft(draft.draft)}>Làm tiếp bây giờ</a>
          </form>
          <form method="post" action={paths.draftSlipPrint(draft.draft)} class="row">
            <button class="quiet" type="submit">
              In ra máy in của điểm
            </button>
          </form>
          <p class="hint">Mỗi lần in là bốn số mới; phiếu in trước đó không dùng được nữa.</p>
        </>
      ),
    });
  })
  .post("/ho-so/:id/phieu.pdf", async (request) => {
    const open = await openDraft(request.var.services, request.var.visitor, request.req.param("id"));
    if (!open.ok) return refused(request, open.reason);
    const { pdf } = await printSlip(request.var.services, open.value.draft);
    return request.body(Uint8Array.from(pdf), 200, {
      "content-type": "application/pdf",
      "content-disposition": 'inline; filename="phieu.pdf"',
      "cache-control": "no-store",
    });
  });

/** From làm thay to tự làm: one's own way, kept only if one agrees. */
function OwnWay({ ladder, words, action }: { ladder: OwnLadder; words: string; action: string }) {
  return (
    <section class="panel" id="bac-thang">
      <h2>Lần sau bà con tự làm được không?</h2>
      {ladder.agreed ? (
        <p>Các lần của bà con: {ladder.degrees.map((degree) => DEGREES[degree].toLowerCase()).join(" → ")}.</p>
      ) : (
        <p>{words}</p>
      )}
      <form method="post" action={action}>
        <button class="quiet" type="submit" name="dong-y" value={ladder.agreed ? "no" : "yes"}>
          {ladder.agreed ? "Thôi, xóa hết đi" : "Tôi đồng ý"}
        </button>
      </form>
    </section>
  );
}

async function checkPage(request: Request, open: OpenDraft, said: Problem | null, typed: Readonly<Record<string, string>>) {
  const { draft, procedure } = open;
  const { services } = request.var;
  const context = parseContext(services);
  const answers = effectiveAnswers(procedure, draft.answers, context);
  const declared = readable(procedure, answers, context);
  const papers = await wantedPapers(services, draft, procedure);
  const offices = await receiversFor(services, procedure, answers);
  const fee = feeFor(procedure, answers, context.today);
  const missing = papers.filter(({ paper, pages }) => paper.required && pages.length === 0);
  return page(
    request,
    {
      title: "Xem lại trước khi gửi",
      heard: await heardOf(request, [commonPiece("xem-lai")]),
      practice: draft.practice,
      preview: isPreview(draft.version),
      back: paths.draftPapers(draft.draft),
      children: (
        <>
          <p class="step">{procedure.name}</p>
          <h1>Xem lại trước khi gửi</h1>
          <ChangedNotice open={open} always />
          <ProblemSummary problem={said} />
          {declared.sections.map((section) => (
            <section>
              <h2>{section.title}</h2>
              <dl class="answers">
                {section.rows.map((row) => [
                  <dt>{row.label}</dt>,
                  <dd>
                    <Shown value={row.value || "(để trống)"} />
                  </dd>,
                  <dd class="change">
                    <a href={`${paths.draftPage(draft.draft, row.page)}?sua=1`}>
                      Sửa<span class="sr"> {row.label}</span>
                    </a>
                  </dd>,
                ])}
              </dl>
            </section>
          ))}
          <h2>Giấy tờ</h2>
          <dl class="answers">
            {papers.map(({ paper, pages }) => [
              <dt>{paper.name}</dt>,
              <dd>
                {pages.length > 0
                  ? `${pages.reduce((sum, item) => sum + item.pageCount, 0)} trang`
                  : paper.required
                    ? "Chưa có"
                    : "(không nộp)"}
              </dd>,
              <dd class="change">
                <a href={paths.draftPaper(draft.draft, paper.id)}>
                  Sửa<span class="sr"> {paper.name}</span>
                </a>
              </dd>,
            ])}
          </dl>
          <Facts rows={[{ label: "Lệ phí", value: feeWords(fee) }]} />
          <form method="post" action={paths.draftSubmission(draft.draft)}>
            {offices.length > 1 ? (
              <div class="field">
                <label for="receiver">Nơi nhận hồ sơ</label>
                <select id="receiver" name="receiver">
                  {offices.map((office) => (
                    <option value={office.office} selected={office.office === (draft.receiver ?? offices[0]?.office)}>
                      {office.name}
                    </option>
                  ))}
                </select>
              </div>
            ) : (
              <p>
                Nơi nhận hồ sơ: <strong>{offices[0]?.name ?? "chưa có"}</strong>
              </p>
            )}
            <HowToTell
              phone={answers["nyc.soDienThoai"] || answers.sdt || draft.applicant?.phone || ""}
              typed={typed}
              said={said}
              terms={termsOf(services, "messages")?.text ?? ""}
            />
            <div class="panel">
              <p>{declared.oath}</p>
            </div>
            <div class="row">
              {draft.practice ? (
                <p class="notice">Bà con đã làm thử xong. Bản này không gửi đi. Muốn làm thật, về trang thủ tục bấm Bắt đầu.</p>
              ) : missing.length > 0 ? (
                <a class="button" href={paths.draftPapers(draft.draft)}>
                  Nộp nốt giấy tờ
                </a>
              ) : (
                <button type="submit">Tôi cam đoan và gửi hồ sơ</button>
              )}
              <a href={paths.draftSlip(draft.draft)}>Lấy phiếu để làm sau</a>
            </div>
          </form>
        </>
      ),
    },
    said ? 422 : 200,
  );
}
