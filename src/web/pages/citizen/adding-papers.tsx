import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { officeDay } from "../../../base/clock.ts";
import { papersFor } from "../../../domain/catalogue/applies.ts";
import { isPreview } from "../../../domain/catalogue/preview.ts";
import { PAPER_PROBLEMS, type PaperProblem } from "../../../domain/papers/problems.ts";
import { commonPiece, paperPiece } from "../../../domain/voices/pieces.ts";
import { hasScanner } from "../../../operations/devices/scan-desk.ts";
import { type OpenDraft, openDraft, openDraftToChange } from "../../../operations/drafts/open-draft.ts";
import { previewOf, removeDraftPage } from "../../../operations/drafts/pages.ts";
import { type WantedPaper, wantedPapers } from "../../../operations/drafts/papers.ts";
import { takeWholeFile } from "../../../operations/drafts/uploads.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { heardOf } from "../../http/heard.ts";
import { readFiles } from "../../http/multipart.ts";
import { refused } from "../../http/refused.tsx";
import type { Env, Request } from "../../http/request.ts";
import { pointOfRequest } from "../../http/this-point.ts";
import { answerUpload, createUpload, refuseUpload, takePiece } from "../../http/tus.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary } from "../../layout/parts.tsx";
import { Sample } from "../../layout/sample.tsx";
import { paths } from "../../paths.ts";
import { counterAddress } from "../office/counter-address.ts";

/** The papers of a draft: which are wanted, their pages, taking files in whole or in pieces. */
export const papers = new Hono<Env>()
  .get("/ho-so/:id/giay-to", async (request) => {
    const open = await openDraftToChange(request.var.services, request.var.visitor, request.req.param("id"));
    if (!open.ok) return refused(request, open.reason);
    if (open.value.atCounter) return request.redirect(counterAddress(open.value), 303);
    if (open.value.way.next) return request.redirect(paths.draftPage(open.value.draft.draft, open.value.way.next.page.id), 303);
    return listPage(request, open.value);
  })
  .get("/ho-so/:id/giay-to/:paper", async (request) => {
    const open = await openDraftToChange(request.var.services, request.var.visitor, request.req.param("id"));
    if (!open.ok) return refused(request, open.reason);
    const said = request.req.query("sai");
    return paperPage(
      request,
      open.value,
      request.req.param("paper"),
      said && said in PAPER_PROBLEMS ? problem("file-refused", { sentence: PAPER_PROBLEMS[said as PaperProblem] }) : null,
    );
  })
  .post("/ho-so/:id/giay-to/:paper", async (request) => {
    const { services, visitor } = request.var;
    const { id, paper } = request.req.param();
    const open = await openDraftToChange(services, visitor, id);
    if (!open.ok) return refused(request, open.reason);
    let said: Problem | null = null;
    for await (const file of readFiles(request)) {
      const taken = await takeWholeFile(services, open.value, paper, file.stream, randomUUID());
      if (!taken.ok) said ??= taken.reason;
    }
    if (said === null) return request.redirect(paths.draftPaper(id, paper), 303);
    return paperPage(request, open.value, paper, said);
  })
  .post("/ho-so/:id/giay-to/:paper/gui", async (request) => {
    const { services, visitor } = request.var;
    const { id, paper } = request.req.param();
    const open = await openDraftToChange(services, visitor, id);
    if (!open.ok) return refuseUpload(request, open.reason);
    return createUpload(request, open.value, paper, (upload) => paths.draftUpload(id, upload));
  })
  .on("HEAD", "/ho-so/:id/tep/:upload", (request) => answerState(request))
  .get("/ho-so/:id/tep/:upload", (request) => answerState(request))
  .patch("/ho-so/:id/tep/:upload", async (request) => {
    const { services, visitor } = request.var;
    const { id, upload } = request.req.param();
    const open = await openDraftToChange(services, visitor, id);
    return open.ok ? takePiece(request, open.value, upload) : refuseUpload(request, open.reason);
  })
  .get("/ho-so/:id/trang/:page", async (request) => {
    const open = await openDraft(request.var.services, request.var.visitor, request.req.param("id"));
    const preview = open.ok ? await previewOf(request.var.services, open.value.draft, request.req.param("page")) : null;
    if (!preview) return request.notFound();
    return request.body(Uint8Array.from(preview), 200, { "content-type": "image/webp", "cache-control": "private, no-store" });
  })
  .post("/ho-so/:id/trang/:page/xoa", async (request) => {
    const { id, page: pageId } = request.req.param();
    const open = await openDraftToChange(request.var.services, request.var.visitor, id);
    if (!open.ok) return refused(request, open.reason);
    const paper = await removeDraftPage(request.var.services, open.value.draft, pageId);
    return request.redirect(paper ? paths.draftPaper(id, paper) : paths.draftPapers(id), 303);
  });

async function answerState(request: Request) {
  const open = await openDraft(request.var.services, request.var.visitor, request.req.param("id") ?? "");
  return open.ok ? answerUpload(request, open.value, request.req.param("upload") ?? "") : refuseUpload(request, open.reason);
}

async function listPage(request: Request, { draft, procedure }: OpenDraft) {
  const { services } = request.var;
  const wanted = await wantedPapers(services, draft, procedure);
  const shown = papersFor(procedure, draft.answers, officeDay(services.now())).filter((paper) => paper.kind === "show");
  const missing = wanted.filter(({ paper, pages }) => paper.required && pages.length === 0);
  return page(request, {
    title: "Giấy tờ",
    practice: draft.practice,
    preview: isPreview(draft.version),
    back: paths.draftCheck(draft.draft),
    heard: await heardOf(request, [commonPiece("giay-to")]),
    children: (
      <>
        <p class="step">{procedure.name}</p>
        <h1>Giấy tờ cần nộp</h1>
        {wanted.length === 0 ? <p>Trường hợp của bà con không phải nộp giấy tờ gì thêm.</p> : null}
        <ul class="cards">
          {wanted.map(({ paper, pages }) => (
            <li>
              <a class="card" href={paths.draftPaper(draft.draft, paper.id)}>
                <strong class={pages.length > 0 ? "done" : "todo"}>{paper.name}</strong>
                <small>
                  {pages.length > 0
                    ? `Đã có ${count(pages)} trang. Bấm để xem hoặc thêm.`
                    : paper.required
                      ? "Chưa có. Bấm để chụp hoặc tải lên."
                      : "Có thì nộp, không có cũng được."}
                </small>
              </a>
            </li>
          ))}
        </ul>
        {shown.length > 0 ? (
          <div class="notice">
            <p>Khi đến nhận kết quả nhớ mang: {shown.map((paper) => paper.name).join(", ")}. Chỉ cho xem, không nộp.</p>
          </div>
        ) : null}
        <div class="row">
          {missing.length === 0 ? (
            <a class="button" href={paths.draftCheck(draft.draft)}>
              Xem lại và gửi
            </a>
          ) : (
            <a class="button" href={paths.draftPaper(draft.draft, missing[0]?.paper.id ?? "")}>
              Chụp {missing[0]?.paper.name}
            </a>
          )}
          <a href={paths.draftSlip(draft.draft)}>Lấy phiếu để làm sau</a>
        </div>
      </>
    ),
  });
}

async function paperPage(request: Request, open: OpenDraft, paperId: string, said: Problem | null) {
  const { draft, procedure } = open;
  const wanted = (await wantedPapers(request.var.services, draft, procedure)).find(({ paper }) => paper.id === paperId);
  if (!wanted) return refused(request, problem("draft-not-found"));
  const { paper, pages } = wanted;
  const place = await pointOfRequest(request);
  const scanner = place !== null && (await hasScanner(request.var.services, place));
  const meant = { procedure: procedure.code, version: procedure.version, piece: paperPiece(paper.id) };
  return page(
    request,
    {
      title: paper.name,
      practice: draft.practice,
      preview: isPreview(draft.version),
      back: paths.draftPapers(draft.draft),
      heard: await heardOf(request, [meant, commonPiece("nut-giay")]),
      scripts: ["upload.js"],
      children: (
        <>
          <p class="step">Giấy tờ cần nộp</p>
          <h1>{paper.name}</h1>
          <p>{paper.plain}</p>
          <Sample pictures={request.var.services.pictures} paper={paper} open />
          <ProblemSummary problem={said} />
          {pages.length > 0 ? <Pages draft={draft.draft} wanted={wanted} /> : null}
          <form method="post" enctype="multipart/form-data" data-upload={paths.draftUploads(draft.draft, paper.id)} class="panel">
            <label for="tep">{pages.length > 0 ? "Thêm trang" : "Chụp ảnh hoặc chọn tệp"}</label>
            <p class="hint">Đặt giấy nằm phẳng chỗ sáng, cả tờ vừa khung hình. Nhận ảnh và PDF, mỗi tệp đến 20 MB.</p>
            <input
              type="file"
              id="tep"
              name="tep"
              multiple
              accept="image/jpeg,image/png,image/webp,image/heic,image/heif,application/pdf,.heic,.pdf"
            />
            <p data-status role="status" />
            <button class={pages.length > 0 ? "quiet" : ""} type="submit">
              Gửi tệp này
            </button>
          </form>
          <div class="row">
            {scanner ? (
              <form method="post" action={paths.draftScan(draft.draft, paper.id)}>
                <button class="quiet" type="submit">
                  Quét bằng máy quét
                </button>
              </form>
            ) : null}
            <form method="post" action={paths.draftPhone(draft.draft, paper.id)}>
              <button class="quiet" type="submit">
                Chụp bằng điện thoại
              </button>
            </form>
          </div>
          {pages.length > 0 ? (
            <div class="row">
              <a class="button" href={paths.draftPapers(draft.draft)}>
                Xong giấy này
              </a>
            </div>
          ) : null}
        </>
      ),
    },
    said ? 422 : 200,
  );
}

export function Pages({ draft, wanted }: { draft: string; wanted: WantedPaper }) {
  return (
    <section aria-label="Những trang đã có">
      <p role="status">Đã có {count(wanted.pages)} trang. Xem chữ có rõ không.</p>
      <ul class="pages">
        {wanted.pages.map((item, index) => (
          <li>
            {item.previewSha256 ? (
              <img
                src={paths.draftPreview(draft, item.page)}
                alt={`${wanted.paper.name}, trang ${index + 1}`}
                width={item.widthPx}
                height={item.heightPx}
              />
            ) : (
              <p>PDF, {item.pageCount} trang</p>
            )}
            <form method="post" action={`${paths.draftPreview(draft, item.page)}/xoa`}>
              <button class="plain" type="submit">
                Bỏ trang {index + 1}
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

function count(pages: WantedPaper["pages"]): number {
  return pages.reduce((sum, item) => sum + item.pageCount, 0);
}
