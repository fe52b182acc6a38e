import { Hono } from "hono";
import { itemsOf } from "../../../../domain/catalogue/editing/lists.ts";
import { questionsOf } from "../../../../domain/catalogue/editing/questions.ts";
import { readPart, writeProcedureFile } from "../../../../domain/catalogue/procedure-file.ts";
import { formatDay } from "../../../../domain/people/dates.ts";
import { type Problem, problem } from "../../../../operations/problems.ts";
import { changeProcedure, discardEdit, type Editing, replaceWhole } from "../../../../operations/procedures/editing.ts";
import { type Env, type Request, readForm } from "../../../http/request.ts";
import { controlAttributes, Labelled } from "../../../layout/labelled.tsx";
import { Facts } from "../../../layout/parts.tsx";
import { paths } from "../../../paths.ts";
import { editorPage, PART_WORDS, Saved, StateFields, stateOf, withProcedure } from "./frame.tsx";

/** One procedure at a glance, putting an edit away, and the whole of it as text for those who know how. */
export const procedureOverview = new Hono<Env>()
  .get("/quan-tri/thu-tuc/:code", (request) => withProcedure(request, (_member, editing) => overview(request, editing, null)))
  .post("/quan-tri/thu-tuc/:code/bo", (request) =>
    withProcedure(request, async (member, editing) => {
      const state = stateOf(await readForm(request));
      const done = await discardEdit(request.var.services, member, editing.code, state);
      if (!done.ok) return overview(request, editing, done.reason);
      return request.redirect(editing.base ? paths.editedProcedure(editing.code) : paths.procedures, 303);
    }),
  )
  .get("/quan-tri/thu-tuc/:code/nang-cao", (request) =>
    withProcedure(request, (_member, editing) => wholePage(request, editing, null, null)),
  )
  .post("/quan-tri/thu-tuc/:code/nang-cao", (request) =>
    withProcedure(request, async (member, editing) => {
      const typed = await readForm(request);
      const data = readPart(typed.yaml ?? "");
      if (!data.ok) return wholePage(request, editing, typed, problem("answers-refused", { fields: { yaml: data.reason } }));
      const saved = await changeProcedure(request.var.services, member, editing.code, stateOf(typed), replaceWhole(data.value));
      return saved.ok
        ? request.redirect(`${paths.editedWhole(editing.code)}?da-luu=1`, 303)
        : wholePage(request, editing, typed, saved.reason);
    }),
  );

function overview(request: Request, editing: Editing, said: Problem | null) {
  const { code, base, edit, body } = editing;
  const links = (slug: string, words: string) => <a href={paths.editedPart(code, slug)}>{words}</a>;
  const questions = questionsOf(body).flatMap(({ pages }) => pages);
  return editorPage(request, editing, {
    title: "Tổng quan",
    here: paths.editedProcedure(code),
    said,
    children: (
      <>
        <Facts
          rows={[
            { label: PART_WORDS.words.title, value: links("loi", body.words.purpose) },
            { label: PART_WORDS.papers.title, value: links("giay-to", `${body.papers.length} giấy tờ`) },
            {
              label: PART_WORDS.fee.title,
              value: links(
                "le-phi",
                itemsOf(body, "fee")
                  .map(({ title }) => title)
                  .join(" · "),
              ),
            },
            {
              label: PART_WORDS.deadline.title,
              value: links(
                "thoi-han",
                itemsOf(body, "deadline")
                  .map(({ title }) => title)
                  .join(" · "),
              ),
            },
            { label: PART_WORDS.questions.title, value: links("cau-hoi", `${questions.length} câu`) },
            { label: PART_WORDS.result.title, value: links("ket-qua", body.resultName) },
            { label: "Mã thủ tục", value: code },
            { label: "Bản đang dùng", value: base ? `từ ${formatDay(base.validFrom)}` : "chưa có" },
          ]}
        />
        <div class="row">
          <a class="button quiet" href={paths.editedPreview(code)}>
            Xem như bà con thấy
          </a>
          <a href={paths.editedFile(code)}>Tải tệp về (YAML)</a>
          <a href={paths.editedWhole(code)}>Nâng cao: sửa cả tệp</a>
        </div>
        {edit === null ? null : (
          <details>
            <summary>Bỏ bản đang sửa</summary>
            <p>Mọi chỗ sửa từ bản trước sẽ mất. Bản bà con đang dùng không đổi gì.</p>
            <form method="post" action={paths.editedDiscard(code)}>
              <StateFields editing={editing} />
              <button class="quiet" type="submit">
                Bỏ bản đang sửa
              </button>
            </form>
          </details>
        )}
      </>
    ),
  });
}

function wholePage(request: Request, editing: Editing, typed: Readonly<Record<string, string>> | null, said: Problem | null) {
  const labels = {
    id: "yaml",
    label: "Cả thủ tục, như trong tệp",
    hint: "Cho người biết YAML. Chương trình xem lại từng dòng trước khi lưu; sai ở đâu thì nói ở đó.",
    error: said?.fields?.yaml,
  };
  return editorPage(request, editing, {
    title: "Nâng cao",
    here: paths.editedWhole(editing.code),
    said,
    back: paths.editedProcedure(editing.code),
    children: (
      <>
        <Saved request={request} />
        <form method="post" action={paths.editedWhole(editing.code)}>
          <StateFields editing={editing} typed={typed ?? undefined} />
          <Labelled labels={labels}>
            <textarea {...controlAttributes(labels)} rows={30} class="yaml">
              {typed?.yaml ?? writeProcedureFile([editing.body])}
            </textarea>
          </Labelled>
          <button type="submit">Lưu</button>
        </form>
      </>
    ),
  });
}
