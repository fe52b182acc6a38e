import { Hono } from "hono";
import { isPreview } from "../../../domain/catalogue/preview.ts";
import { isScanSource, readScan, scanIntoPaper, scanWords } from "../../../operations/devices/scan-desk.ts";
import { cancelScan, scanTopic } from "../../../operations/devices/scan-errand.ts";
import { type OpenDraft, openDraft, openDraftToChange } from "../../../operations/drafts/open-draft.ts";
import { type WantedPaper, wantedPapers } from "../../../operations/drafts/papers.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { live } from "../../http/live.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { pointOfRequest } from "../../http/this-point.ts";
import { page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import { Pages } from "./adding-papers.tsx";
import { handsOf } from "./print-order.tsx";

type ScanJob = NonNullable<Awaited<ReturnType<typeof readScan>>>;

/** Scanning into a paper of the draft: pages appear one by one; it can be stopped; what came stays. */
export const scanning = new Hono<Env>()
  .post("/ho-so/:id/giay-to/:paper/quet", async (request) => {
    const { services, visitor } = request.var;
    const { id, paper } = request.req.param();
    const open = await openDraftToChange(services, visitor, id);
    if (!open.ok) return refused(request, open.reason);
    const place = await pointOfRequest(request);
    if (!place) return refused(request, problem("no-scanner"), paths.draftPaper(id, paper));
    const { nguon = "auto" } = await readForm(request);
    const source = isScanSource(nguon) ? nguon : "auto";
    const begun = await scanIntoPaper(services, place, open.value, paper, { source, ...handsOf(request, place) });
    return begun.ok
      ? request.redirect(paths.draftScanned(id, paper, begun.value), 303)
      : refused(request, begun.reason, paths.draftPaper(id, paper));
  })
  .get("/ho-so/:id/giay-to/:paper/quet/:job", async (request) => {
    const found = await findScan(request);
    return found.kind === "refused" ? refused(request, found.problem) : scanPage(request, found);
  })
  .get("/ho-so/:id/giay-to/:paper/quet/:job/tin", async (request) => {
    const found = await findScan(request);
    return found.kind === "refused" ? request.notFound() : live(request, scanTopic(found.job.job));
  })
  .post("/ho-so/:id/giay-to/:paper/quet/:job/huy", async (request) => {
    const found = await findScan(request);
    if (found.kind === "refused") return refused(request, found.problem);
    cancelScan(found.job.job);
    const { id, paper, job } = request.req.param();
    return request.redirect(paths.draftScanned(id, paper, job), 303);
  });

type Found = { kind: "found"; open: OpenDraft; job: ScanJob; wanted: WantedPaper } | { kind: "refused"; problem: Problem };

/** The errand, when it is one of this paper of a draft that the visitor may see. */
async function findScan(request: Request): Promise<Found> {
  const { services, visitor } = request.var;
  const open = await openDraft(services, visitor, request.req.param("id") ?? "");
  if (!open.ok) return { kind: "refused", problem: open.reason };
  const job = await readScan(services, request.req.param("job") ?? "");
  const paperId = request.req.param("paper");
  const wanted = (await wantedPapers(services, open.value.draft, open.value.procedure)).find(({ paper }) => paper.id === paperId);
  if (!job || !wanted || job.draft !== open.value.draft.draft || job.paper !== paperId)
    return { kind: "refused", problem: problem("scan-not-found") };
  return { kind: "found", open: open.value, job, wanted };
}

function scanPage(request: Request, { open, job, wanted }: Extract<Found, { kind: "found" }>): Response | Promise<Response> {
  const { draft } = open.draft;
  const { paper } = wanted;
  const { state, sentences } = scanWords(job);
  return page(request, {
    title: "Quét giấy tờ",
    practice: open.draft.practice,
    preview: isPreview(open.draft.version),
    back: paths.draftPaper(draft, paper.id),
    scripts: ["live.js"],
    children: (
      <>
        <p class="step">{paper.name}</p>
        <h1>Quét bằng máy quét</h1>
        <div data-live={paths.draftScanLive(draft, paper.id, job.job)}>
          <div class={state === "failed" ? "notice warn" : "notice"} role="status">
            {sentences.map((sentence) => (
              <p>{sentence}</p>
            ))}
          </div>
          {state === "waiting" ? (
            <form method="post" action={paths.draftScanCancel(draft, paper.id, job.job)} class="row">
              <button class="quiet" type="submit">
                Dừng quét
              </button>
            </form>
          ) : (
            <div class="row">
              {wanted.pages.length > 0 ? (
                <a class="button" href={paths.draftPapers(draft)}>
                  Xong giấy này
                </a>
              ) : null}
              <form method="post" action={paths.draftScan(draft, paper.id)}>
                <button class={wanted.pages.length > 0 ? "quiet" : ""} type="submit">
                  Quét thêm trang
                </button>
              </form>
            </div>
          )}
          {wanted.pages.length > 0 ? <Pages draft={draft} wanted={wanted} /> : null}
        </div>
      </>
    ),
  });
}
