import { Hono } from "hono";
import { isPreview } from "../../../domain/catalogue/preview.ts";
import type { Answers } from "../../../domain/forms/answers.ts";
import { isOnCard, knownFor } from "../../../domain/forms/fill.ts";
import { canVisit, keysOf, type Step, stepBefore, stepOf } from "../../../domain/forms/journey.ts";
import { firstSensitivePage } from "../../../domain/forms/sensitive.ts";
import type { CardProblem } from "../../../domain/people/card.ts";
import { sayCardProblem } from "../../../domain/people/problems.ts";
import { commonPiece, questionPiece } from "../../../domain/voices/pieces.ts";
import type { Context } from "../../../operations/context.ts";
import { type OpenDraft, openDraft, openDraftToChange } from "../../../operations/drafts/open-draft.ts";
import { savePage, useCard, useCardOf, useCardPhoto } from "../../../operations/drafts/save-page.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { askForHelp } from "../../../operations/visits/ask-help.ts";
import { heardOf } from "../../http/heard.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm, readFormData } from "../../http/request.ts";
import { FormField } from "../../layout/fields.tsx";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, Progress } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";
import { ChangedNotice, SaidBefore } from "./changed-notice.tsx";

/** The guided declaration: where the draft stands, the ID card, one question a page. */
export const declaration = new Hono<Env>()
  .get("/ho-so/:id", async (request) => {
    const open = await openDraft(request.var.services, request.var.visitor, request.req.param("id"));
    if (!open.ok) return refused(request, open.reason);
    const { draft, way } = open.value;
    if (draft.lodgedDossier) return request.redirect(paths.draftReceipt(draft.draft), 303);
    if (draft.applicant === null && !request.req.query("bo-qua")) return request.redirect(paths.draftCard(draft.draft), 303);
    return request.redirect(way.next ? paths.draftPage(draft.draft, way.next.page.id) : paths.draftPapers(draft.draft), 303);
  })
  .get("/ho-so/:id/the-can-cuoc", async (request) => {
    const open = await openDraftToChange(request.var.services, request.var.visitor, request.req.param("id"));
    return open.ok ? cardPage(request, open.value, null) : refused(request, open.reason);
  })
  .post("/ho-so/:id/the-can-cuoc", async (request) => {
    const { services, visitor } = request.var;
    const id = request.req.param("id");
    const form = await readFormData(request);
    const photo = form.get("anh");
    const used =
      photo instanceof File && photo.size > 0
        ? await useCardPhoto(services, visitor, id, new Uint8Array(await photo.arrayBuffer()))
        : await useCard(services, visitor, id, String(form.get("the") ?? ""));
    if (used.ok) return request.redirect(`${paths.draft(id)}?bo-qua=1`, 303);
    const open = await openDraftToChange(services, visitor, id);
    if (!open.ok) return refused(request, open.reason);
    return cardPage(request, open.value, sayCard(used.reason));
  })
  .get("/ho-so/:id/cau/:page", async (request) => {
    const open = await openDraftToChange(request.var.services, request.var.visitor, request.req.param("id"));
    if (!open.ok) return refused(request, open.reason);
    const step = stepOf(open.value.way, request.req.param("page"));
    if (!step || !canVisit(open.value.way, step.page.id)) return request.redirect(`${paths.draft(request.req.param("id"))}?bo-qua=1`, 303);
    return questionPage(request, open.value, step, null, null);
  })
  .post("/ho-so/:id/cau/:page", async (request) => {
    const { services, visitor } = request.var;
    const { id, page: pageId } = request.req.param();
    const typed = await readForm(request);
    const saved = await savePage(services, visitor, id, pageId, typed);
    const open = await openDraftToChange(services, visitor, id);
    if (!open.ok) return refused(request, open.reason);
    if (saved.ok) return request.redirect(nextAfter(open.value, pageId, request.req.query("sua") === "1"), 303);
    const step = stepOf(open.value.way, pageId);
    return step ? questionPage(request, open.value, step, typed, saved.reason) : refused(request, saved.reason);
  })
  .post("/ho-so/:id/cau/:page/the/:of", async (request) => {
    const { services, visitor } = request.var;
    const { id, page: pageId, of } = request.req.param();
    const { the = "" } = await readForm(request);
    const used = await useCardOf(services, visitor, id, of, the);
    if (used.ok) return request.redirect(paths.draftPage(id, pageId), 303);
    const open = await openDraftToChange(services, visitor, id);
    const step = open.ok ? stepOf(open.value.way, pageId) : null;
    const said = sayCard(used.reason);
    if (!open.ok || !step || said.code === "draft-not-found") return refused(request, problem("draft-not-found"));
    return questionPage(request, open.value, step, null, said);
  })
  .post("/ho-so/:id/cau/:page/nho-giup", async (request) => {
    const { id, page: pageId } = request.req.param();
    const asked = await askForHelp(request.var.services, request.var.visitor, id, pageId);
    return asked.ok ? request.redirect(`${paths.draftPage(id, pageId)}?da-goi=1`, 303) : refused(request, asked.reason);
  });

/** Only in a visit is there a helper to call; whoever works here calls nobody. */
function canAsk({ var: { visitor } }: Request): boolean {
  return (visitor.kind === "guest" || visitor.kind === "citizen") && visitor.visit !== null;
}

function sayCard(reason: Problem | CardProblem[]): Problem {
  return Array.isArray(reason) ? problem("answers-refused", { sentence: reason.map(sayCardProblem).join(" ") }) : reason;
}

/** After a change from the check page back to it, unless the change opened new questions. */
function nextAfter({ draft, way, change }: OpenDraft, pageId: string, changing: boolean): string {
  if (change !== null && way.next && !changing) return paths.draftPage(draft.draft, way.next.page.id);
  if (way.next && (changing || way.steps.findIndex((step) => step.page.id === pageId) > way.steps.indexOf(way.next)))
    return paths.draftPage(draft.draft, way.next.page.id);
  if (changing) return paths.draftCheck(draft.draft);
  const following = way.steps[way.steps.findIndex((step) => step.page.id === pageId) + 1];
  return following ? paths.draftPage(draft.draft, following.page.id) : paths.draftPapers(draft.draft);
}

async function cardPage(request: Request, { draft, procedure }: OpenDraft, said: Problem | null) {
  const action = paths.draftCard(draft.draft);
  return page(
    request,
    {
      title: "Quét thẻ căn cước",
      practice: draft.practice,
      preview: isPreview(draft.version),
      back: paths.procedure(procedure.code),
      heard: await heardOf(request, [commonPiece("the-can-cuoc")]),
      scripts: ["card.js"],
      children: (
        <>
          <p class="step">{procedure.name}</p>
          <h1>Bà con có thẻ căn cước ở đây không?</h1>
          <p>Quét mã vuông trên thẻ thì khỏi phải gõ tên, số, ngày sinh.</p>
          <ProblemSummary problem={said} />
          <form method="post" action={action} class="panel">
            <div class="field">
              <label for="the">Quét bằng máy quét cầm tay</label>
              <p class="hint">Bấm vào ô này rồi đưa mã vuông trên thẻ vào máy quét.</p>
              <input type="text" id="the" name="the" autocomplete="off" spellcheck={false} />
            </div>
            <button class="quiet" type="submit">
              Dùng mã này
            </button>
            <div id="may-anh"></div>
          </form>
          <form method="post" action={action} enctype="multipart/form-data" class="panel">
            <label for="anh">Hoặc chụp ảnh mặt trước thẻ</label>
            <input type="file" id="anh" name="anh" accept="image/*" capture="environment" />
            <div class="row">
              <button class="quiet" type="submit">
                Đọc thẻ từ ảnh
              </button>
            </div>
          </form>
          <div class="row">
            <a class="button" href={`${paths.draft(draft.draft)}?bo-qua=1`}>
              Tôi tự gõ
            </a>
            <a href={paths.draftSlip(draft.draft)}>Lấy phiếu để làm sau</a>
          </div>
        </>
      ),
    },
    said ? 422 : 200,
  );
}

async function questionPage(request: Request, open: OpenDraft, step: Step, typed: Answers | null, said: Problem | null) {
  const { draft, procedure, way } = open;
  const { services } = request.var;
  const shown = fieldsOfPage(step);
  const before = stepBefore(way, step.page.id);
  const changing = request.req.query("sua") === "1";
  const card = cardWanted(open, step, services);
  const scripts = step.fields.some((field) => field.type === "place" || field.type === "ethnic-group") ? ["combo.js"] : [];
  const question = { procedure: procedure.code, version: procedure.version, piece: questionPiece(step.page.id) };
  return page(
    request,
    {
      title: step.page.ask,
      practice: draft.practice,
      preview: isPreview(draft.version),
      back: changing ? paths.draftCheck(draft.draft) : before ? paths.draftPage(draft.draft, before.page.id) : paths.draftCard(draft.draft),
      scripts: card ? [...scripts, "card.js"] : scripts,
      heard: await heardOf(request, [question, commonPiece("nut-cau-hoi")]),
      children: (
        <>
          <Progress procedure={procedure.name} section={step.section} />
          <ChangedNotice open={open} />
          <ProblemSummary problem={said} />
          {card ? <CardOf title={step.section.title} action={paths.draftCardOf(draft.draft, step.page.id, card)} /> : null}
          <form method="post" novalidate>
            <h1>{step.page.ask}</h1>
            {step.page.hint ? <p class="hint">{step.page.hint}</p> : null}
            <SaidBefore open={open} fields={shown} />
            {firstSensitivePage(way) === step.page.id ? (
              <p class="hint" id="nhay-cam">
                Dân tộc, sức khỏe, hoàn cảnh gia đình là điều riêng của bà con. Luật bắt hỏi để làm thủ tục này. Chỉ cán bộ giải quyết hồ sơ
                được xem, mỗi lần xem đều ghi lại. <a href={paths.personal}>Dữ liệu của bà con</a>
              </p>
            ) : null}
            {shown.map((field) => {
              const known = valuesFor(field, open, services, typed);
              return (
                <FormField
                  field={field}
                  values={known.values}
                  error={said?.fields?.[field.id]}
                  pickers={services.pickers}
                  alone={shown.length === 1}
                  filled={known.filled}
                />
              );
            })}
            <div class="row">
              <button type="submit">Lưu và tiếp tục</button>
              <a href={paths.draftSlip(draft.draft)}>Lấy phiếu để làm sau</a>
            </div>
          </form>
          {request.req.query("da-goi") ? (
            <p class="notice" role="status">
              Đã báo người trực. Bà con chờ một chút, hoặc cứ làm tiếp.
            </p>
          ) : canAsk(request) ? (
            <form method="post" action={paths.draftPageHelp(draft.draft, step.page.id)}>
              <button class="plain" type="submit">
                Chưa rõ câu này? Gọi người trực
              </button>
            </form>
          ) : null}
        </>
      ),
    },
    said ? 422 : 200,
  );
}

/** Whose card would fill in this page, while nothing of it is known yet. */
function cardWanted({ draft }: OpenDraft, step: Step, services: Context): string | null {
  const of = step.section.card?.of;
  if (of === undefined || draft.cards[of] !== undefined) return null;
  const [first] = step.fields.filter((field) => isOnCard(field, of));
  if (!first || keysOf(first).some((key) => draft.answers[key] !== undefined)) return null;
  return Object.keys(knownFor(first, draft.answers, draft, services.lists, "")).length > 0 ? null : of;
}

function CardOf({ title, action }: { title: string; action: string }) {
  return (
    <form method="post" action={action} class="panel">
      <label for="the">Có thẻ căn cước ở đây thì quét mã vuông, khỏi gõ</label>
      <p class="hint">{title}: đưa thẻ vào máy quét cầm tay. Không có thẻ thì gõ ở dưới.</p>
      <input type="text" id="the" name="the" autocomplete="off" spellcheck={false} />
      <div class="row">
        <button class="quiet" type="submit">
          Dùng thẻ này
        </button>
      </div>
      <div id="may-anh"></div>
    </form>
  );
}

/** Fields that a choice on the same page opens are shown too: without scripts nobody could open them. */
function fieldsOfPage(step: Step) {
  return step.page.fields.filter((field) => field.derive === undefined && (step.fields.includes(field) || opensHere(step, field)));
}

function opensHere(step: Step, field: Step["fields"][number]): boolean {
  const names = JSON.stringify(field.when ?? {});
  return step.page.fields.some(
    (other) => other !== field && (other.type === "choice" || other.type === "yes-no") && names.includes(`"${other.id}"`),
  );
}

/** What was typed just now, else what is saved, else what is known from elsewhere. */
function valuesFor(
  field: Step["fields"][number],
  { draft }: OpenDraft,
  services: Context,
  typed: Answers | null,
): { values: Answers; filled: boolean } {
  if (typed !== null) return { values: typed, filled: false };
  if (keysOf(field).some((key) => draft.answers[key] !== undefined)) return { values: draft.answers, filled: false };
  const known = knownFor(field, draft.answers, draft, services.lists, "");
  return { values: known, filled: field.fill.length > 0 && Object.keys(known).length > 0 };
}
