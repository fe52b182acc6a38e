import { Hono } from "hono";
import { MOST_COPIES, photocopy } from "../../../operations/devices/photocopy.ts";
import { isScanSource, readScan, scanWords } from "../../../operations/devices/scan-desk.ts";
import { cancelScan, scanTopic } from "../../../operations/devices/scan-errand.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { visitAnyway } from "../../../operations/visits/open-visit.ts";
import { live } from "../../http/live.ts";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm, rememberSession } from "../../http/request.ts";
import { pointOfRequest } from "../../http/this-point.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, TextField } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";
import { handsOf, isInTheirHands } from "./print-order.tsx";

/** Photocopies: the paper goes into the scanner, the copies come out of the printer, and nothing of it stays. */
export const copying = new Hono<Env>()
  .get(paths.copying, (request) => copyPage(request, null, {}))
  .post(paths.copying, async (request) => {
    const { services } = request.var;
    const form = await readForm(request);
    const place = await pointOfRequest(request);
    if (!place) return copyPage(request, problem("no-scanner"), form);
    const source = form.nguon ?? "auto";
    const { visit, token } = await visitAnyway(services, request.var.visitor, place, "print");
    rememberSession(request, token);
    const begun = await photocopy(services, place, Number(form["so-ban"]), {
      source: isScanSource(source) ? source : "auto",
      visit,
      staff: handsOf(request, place).staff,
    });
    return begun.ok ? request.redirect(paths.copied(begun.value), 303) : copyPage(request, begun.reason, form);
  })
  .get("/sao-chup/:job", async (request) => {
    const job = await copyJob(request);
    if (!job) return refused(request, problem("scan-not-found"), paths.copying);
    if (job.printJob) return request.redirect(paths.printOrder(job.printJob), 303);
    const { state, sentences } = scanWords(job);
    return page(request, {
      title: "Sao chụp",
      back: paths.copying,
      scripts: ["live.js"],
      children: (
        <div data-live={paths.copyLive(job.job)}>
          <h1>Sao chụp {job.copies} bản</h1>
          <div class={state === "failed" ? "notice warn" : "notice"} role="status">
            {sentences.map((sentence) => (
              <p>{sentence}</p>
            ))}
            {state === "failed" ? <p>Chưa in bản nào.</p> : null}
          </div>
          {state === "waiting" ? (
            <form method="post" action={paths.copyCancel(job.job)}>
              <button class="quiet" type="submit">
                Thôi, không chụp nữa
              </button>
            </form>
          ) : (
            <a class="button" href={paths.copying}>
              Chụp lại
            </a>
          )}
        </div>
      ),
    });
  })
  .get("/sao-chup/:job/tin", (request) => live(request, scanTopic(request.req.param("job"))))
  .post("/sao-chup/:job/huy", async (request) => {
    const job = await copyJob(request);
    if (!job || !(await isInTheirHands(request, job))) return refused(request, problem("scan-not-found"), paths.copying);
    cancelScan(job.job);
    return request.redirect(paths.copied(job.job), 303);
  });

async function copyJob(request: Request) {
  const job = await readScan(request.var.services, request.req.param("job") ?? "");
  return job?.copies == null ? null : job;
}

function copyPage(request: Request, said: Problem | null, typed: Record<string, string>) {
  return page(
    request,
    {
      title: "Sao chụp giấy tờ",
      back: paths.home,
      children: (
        <>
          <h1>Sao chụp giấy tờ</h1>
          <p>Đặt giấy lên mặt kính hoặc vào khay nạp của máy quét. Bản chụp ra ở máy in. Máy không giữ lại gì.</p>
          <ProblemSummary problem={said} />
          <form method="post" action={paths.copying}>
            <TextField
              id="so-ban"
              label="Mấy bản?"
              hint={`Từ 1 đến ${MOST_COPIES}`}
              value={typed["so-ban"] ?? "1"}
              error={said?.fields?.["so-ban"]}
              short
              numeric
            />
            <button type="submit">Chụp</button>
          </form>
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}
