import { Hono } from "hono";
import { officeDay } from "../../../base/clock.ts";
import { formatDay } from "../../../domain/people/dates.ts";
import { ageOf, FACES, isFace } from "../../../domain/point/feedback.ts";
import type { ConsentTerms } from "../../../domain/privacy/consent.ts";
import { commonPiece } from "../../../domain/voices/pieces.ts";
import { RECORDING_BYTES, RECORDING_SECONDS } from "../../../domain/voices/recording.ts";
import { shownFeedback } from "../../../operations/feedback/answer.ts";
import { readFeedback, say, sayMore, takeVoiceBack } from "../../../operations/feedback/say.ts";
import { termsOf } from "../../../operations/privacy/record-consent.ts";
import type { Problem } from "../../../operations/problems.ts";
import { heardOf } from "../../http/heard.ts";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm, readFormData } from "../../http/request.ts";
import { pointOfRequest, thisPoint } from "../../http/this-point.ts";
import { Faces } from "../../layout/faces.tsx";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, TextField, WordsField } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";
import { ForWhom } from "../privacy/consents.tsx";

/** What people think of it: a face, words if they like, and the answer with a code. */
export const feedback = new Hono<Env>()
  .get(paths.feedback, async (request) => {
    const { office } = await thisPoint(request);
    const shown = await shownFeedback(request.var.services, office);
    return page(request, {
      title: "Góp ý",
      heard: await heardOf(request, [commonPiece("gop-y")]),
      back: paths.home,
      children: (
        <>
          <h1>Bà con thấy thế nào?</h1>
          <p>Không cần cho biết tên. Lời góp ý đến thẳng cơ quan, và được trả lời.</p>
          <Faces />
          {shown.length > 0 ? <h2>Bà con góp ý, cơ quan trả lời</h2> : null}
          {shown.map((item) => (
            <section class="panel">
              <p>“{item.words}”</p>
              <p>
                <strong>Trả lời:</strong> {item.answer}
              </p>
            </section>
          ))}
        </>
      ),
    });
  })
  .post(paths.feedback, async (request) => {
    const { services } = request.var;
    const form = await readForm(request);
    const near = await pointOfRequest(request);
    const { office } = near ?? (await thisPoint(request));
    const said = await say(services, {
      office,
      point: near?.point ?? null,
      face: isFace(form.face ?? "") ? (form.face as keyof typeof FACES) : "fair",
      words: "",
      name: "",
      visit: form.visit ?? null,
      trackingCode: form.ma ?? null,
    });
    return said.ok ? request.redirect(paths.feedbackOf(said.value), 303) : refused(request, said.reason, paths.home);
  })
  .get("/gop-y/:code", (request) => feedbackPage(request, request.req.param("code"), "", null))
  .post("/gop-y/:code", async (request) => {
    const code = request.req.param("code");
    const form = await readFormData(request);
    const words = String(form.get("words") ?? "");
    const file = form.get("tieng-noi");
    // a file that is too large is not read into memory: its size says enough
    const voice = file instanceof File ? new Uint8Array(await file.slice(0, RECORDING_BYTES + 1).arrayBuffer()) : new Uint8Array();
    const more = await sayMore(request.var.services, request.var.visitor, code, {
      words,
      name: String(form.get("ten") ?? ""),
      voice,
      consent: {
        agreed: form.get("dong-y-giong") === "yes",
        text: String(form.get("loi-dong-y") ?? ""),
        whom: String(form.get("whom") ?? "self"),
        childAgreed: form.get("chau") === "yes",
      },
    });
    return more.ok ? request.redirect(paths.feedbackOf(code), 303) : feedbackPage(request, code, words, more.reason);
  })
  .post("/gop-y/:code/xoa-tieng", async (request) => {
    const code = request.req.param("code");
    const taken = await takeVoiceBack(request.var.services, code);
    return taken.ok ? request.redirect(`${paths.feedbackOf(code)}?da-xoa=1`, 303) : refused(request, taken.reason, paths.feedback);
  });

async function feedbackPage(request: Request, code: string, typed: string, said: Problem | null): Promise<Response> {
  const found = await readFeedback(request.var.services, code);
  if (!found.ok) return refused(request, found.reason, paths.feedback);
  const { face, words, answer, answeredAt, saidAt, voiceSha256 } = found.value;
  const silent = words === "" && voiceSha256 === null;
  const age = ageOf(saidAt, request.var.services.now());
  return page(
    request,
    {
      title: "Góp ý của bà con",
      back: paths.home,
      scripts: silent ? ["record.js"] : [],
      children: (
        <>
          <h1>Cảm ơn bà con</h1>
          <ProblemSummary problem={said} />
          {request.req.query("da-xoa") ? (
            <p class="notice" role="status">
              Bản thu đã xóa.
            </p>
          ) : null}
          <p>
            Đã ghi: <strong>{FACES[face]}</strong>.
          </p>
          {silent ? (
            <form method="post" action={paths.feedbackOf(code)} enctype="multipart/form-data" class="panel" data-record={RECORDING_SECONDS}>
              <label for="tieng-noi">Muốn nói bằng lời thì thu ở đây, hoặc chọn tệp tiếng</label>
              <input type="file" id="tieng-noi" name="tieng-noi" accept="audio/*,.m4a,.ogg,.webm,.wav" />
              <VoiceConsent terms={termsOf(request.var.services, "voice")} />
              <WordsField id="words" label="Bà con muốn nói thêm gì không?" value={typed} />
              <TextField id="ten" label="Tên, nếu muốn cho biết" />
              <div class="row">
                <button type="submit">Gửi lời góp ý</button>
                <a href={paths.home}>Thôi, về trang đầu</a>
              </div>
            </form>
          ) : (
            <>
              <section class="panel">
                <p>{words === "" ? "Bà con đã gửi lời nói." : `“${words}”`}</p>
                {answer && answeredAt ? (
                  <p>
                    <strong>Cơ quan trả lời, ngày {formatDay(officeDay(answeredAt))}:</strong> {answer}
                  </p>
                ) : (
                  <p>{age.days === 0 ? "Cơ quan đã nhận, chưa trả lời." : `Đã ${age.days} ngày, cơ quan chưa trả lời.`}</p>
                )}
              </section>
              {voiceSha256 === null ? null : (
                <form method="post" action={paths.feedbackVoiceBack(code)}>
                  <p>{termsOf(request.var.services, "voice")?.withdrawal}</p>
                  <button class="quiet" type="submit">
                    Rút lời đồng ý, xóa bản thu
                  </button>
                </form>
              )}
              <p>
                Muốn xem câu trả lời, mở lại bằng mã: <span class="code">{code}</span>
              </p>
            </>
          )}
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

/** Beside the recorder: the very words, unticked. Who only writes passes it by. */
function VoiceConsent({ terms }: { terms: ConsentTerms | null }) {
  if (!terms?.offered) return null;
  return (
    <details open>
      <summary>Chỉ khi gửi tiếng nói: bà con đồng ý cho giữ bản thu</summary>
      <input type="hidden" name="loi-dong-y" value={terms.text} />
      {terms.text
        .trim()
        .split("\n")
        .map((line) => (
          <p>{line}</p>
        ))}
      {terms.children ? <ForWhom id="giong" /> : null}
      <label class="choice">
        <input type="checkbox" name="dong-y-giong" value="yes" /> Tôi đã đọc hoặc nghe đọc, và đồng ý
      </label>
    </details>
  );
}
