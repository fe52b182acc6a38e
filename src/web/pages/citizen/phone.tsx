import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { isPreview } from "../../../domain/catalogue/preview.ts";
import { openDraft, openDraftToChange } from "../../../operations/drafts/open-draft.ts";
import { draftTopic, wantedPapers } from "../../../operations/drafts/papers.ts";
import { offerToPhone, openOnPhone, phoneIsThere, takeOnPhone } from "../../../operations/drafts/phone-links.ts";
import { takeWholeFile } from "../../../operations/drafts/uploads.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { live } from "../../http/live.ts";
import { readFiles } from "../../http/multipart.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readPhone, rememberPhone } from "../../http/request.ts";
import { answerUpload, createUpload, refuseUpload, takePiece } from "../../http/tus.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, Qr } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";
import { Pages } from "./adding-papers.tsx";

/** A phone as the counter's camera: the code on the counter, the camera page on the phone, the pages arriving. */
export const phone = new Hono<Env>()
  .post("/ho-so/:id/giay-to/:paper/dien-thoai", async (request) => {
    const { id, paper } = request.req.param();
    const open = await openDraftToChange(request.var.services, request.var.visitor, id);
    if (!open.ok) return refused(request, open.reason);
    const offered = await offerToPhone(request.var.services, open.value, paper);
    return offered.ok ? counterPage(request, id, paper, offered.value) : refused(request, offered.reason);
  })
  .get("/ho-so/:id/giay-to/:paper/dien-thoai", (request) => counterPage(request, request.req.param("id"), request.req.param("paper"), null))
  .get("/ho-so/:id/tin", async (request) => {
    const open = await openDraft(request.var.services, request.var.visitor, request.req.param("id"));
    return open.ok ? live(request, draftTopic(open.value.draft)) : request.body(null, 204);
  })
  .get(paths.phone, async (request) => {
    const opened = await openOnPhone(request.var.services, readPhone(request));
    return opened.ok ? cameraPage(request, null) : refused(request, opened.reason);
  })
  .post(paths.phone, async (request) => {
    const opened = await openOnPhone(request.var.services, readPhone(request));
    if (!opened.ok) return refused(request, opened.reason);
    let said: Problem | null = null;
    for await (const file of readFiles(request)) {
      const taken = await takeWholeFile(request.var.services, opened.value.open, opened.value.paper.id, file.stream, randomUUID());
      if (!taken.ok) said ??= taken.reason;
    }
    return said ? cameraPage(request, said) : request.redirect(paths.phone, 303);
  })
  .post(paths.phoneUploads, async (request) => {
    const opened = await openOnPhone(request.var.services, readPhone(request));
    if (!opened.ok) return refuseUpload(request, opened.reason);
    return createUpload(request, opened.value.open, opened.value.paper.id, paths.phoneUpload);
  })
  .on(["HEAD", "GET"], "/dien-thoai/tep/:upload", async (request) => {
    const opened = await openOnPhone(request.var.services, readPhone(request));
    return opened.ok ? answerUpload(request, opened.value.open, request.req.param("upload") ?? "") : refuseUpload(request, opened.reason);
  })
  .patch("/dien-thoai/tep/:upload", async (request) => {
    const opened = await openOnPhone(request.var.services, readPhone(request));
    return opened.ok ? takePiece(request, opened.value.open, request.req.param("upload")) : refuseUpload(request, opened.reason);
  })
  // taken by a post: whatever looks at an address before a person does must not use it up
  .get("/dien-thoai/:token", (request) => takePage(request, request.req.param("token")))
  .post("/dien-thoai/:token", async (request) => {
    const taken = await takeOnPhone(request.var.services, request.req.param("token"));
    if (!taken.ok) return refused(request, taken.reason);
    rememberPhone(request, taken.value);
    return request.redirect(paths.phone, 303);
  });

async function counterPage(request: Request, id: string, paperId: string, token: string | null): Promise<Response> {
  const { services, visitor } = request.var;
  const open = await openDraftToChange(services, visitor, id);
  if (!open.ok) return refused(request, open.reason);
  const { draft, procedure } = open.value;
  const wanted = (await wantedPapers(services, draft, procedure)).find(({ paper }) => paper.id === paperId);
  if (!wanted) return refused(request, problem("draft-not-found"));
  const connected = await phoneIsThere(services, draft);
  return page(request, {
    title: "Chụp bằng điện thoại",
    practice: draft.practice,
    preview: isPreview(draft.version),
    back: paths.draftPaper(id, paperId),
    scripts: ["live.js"],
    children: (
      <>
        <p class="step">{wanted.paper.name}</p>
        <h1>Chụp bằng điện thoại</h1>
        {token ? (
          <div class="split">
            <ol>
              <li>Điện thoại vào wifi của quán.</li>
              <li>Mở máy ảnh, đưa vào mã vuông này.</li>
              <li>Bấm địa chỉ hiện ra, rồi chụp. Ảnh về ngay máy này.</li>
            </ol>
            <Qr text={services.publicUrl + paths.phoneLink(token)} label="Mã QR để mở trên điện thoại" />
          </div>
        ) : (
          <form method="post" action={paths.draftPhone(id, paperId)}>
            <button class="quiet" type="submit">
              Hiện mã mới
            </button>
          </form>
        )}
        <p class="hint">Mã dùng cho một điện thoại, trong lượt này thôi.</p>
        <div data-live={paths.draftLive(id)}>
          <p role="status">{connected ? "Điện thoại đã nối." : "Chưa có điện thoại nào nối."}</p>
          {wanted.pages.length > 0 ? <Pages draft={id} wanted={wanted} /> : null}
        </div>
        <div class="row">
          <a class="button" href={paths.draftPaper(id, paperId)}>
            Xong giấy này
          </a>
        </div>
      </>
    ),
  });
}

function takePage(request: Request, token: string) {
  return page(request, {
    title: "Chụp giấy tờ",
    children: (
      <>
        <h1>Chụp giấy tờ cho máy ở quán</h1>
        <p>Điện thoại này chỉ chụp và gửi ảnh. Không lưu gì lại.</p>
        <form method="post" action={paths.phoneLink(token)}>
          <button type="submit">Bắt đầu chụp</button>
        </form>
      </>
    ),
  });
}

async function cameraPage(request: Request, said: Problem | null): Promise<Response> {
  const opened = await openOnPhone(request.var.services, readPhone(request));
  if (!opened.ok) return refused(request, opened.reason);
  const { paper, wanted } = opened.value;
  const count = wanted?.pages.reduce((sum, item) => sum + item.pageCount, 0) ?? 0;
  return page(
    request,
    {
      title: paper.name,
      scripts: ["upload.js"],
      children: (
        <>
          <h1>{paper.name}</h1>
          <ProblemSummary problem={said} />
          <p role="status">{count > 0 ? `Đã có ${count} trang. Xem chữ có rõ không trên máy ở quán.` : "Chưa có trang nào."}</p>
          <form method="post" action={paths.phone} enctype="multipart/form-data" data-upload={paths.phoneUploads} class="panel">
            <label for="tep">{count > 0 ? "Chụp thêm trang" : "Chụp trang đầu"}</label>
            <p class="hint">Đặt giấy nằm phẳng chỗ sáng, cả tờ vừa khung hình.</p>
            <input type="file" id="tep" name="tep" accept="image/*" capture="environment" />
            <p data-status role="status" />
            <button type="submit">Gửi ảnh này</button>
          </form>
        </>
      ),
    },
    said ? 422 : 200,
  );
}
