import { FIELD_CONTROLS, PAGE_CONTROLS } from "../../../../domain/catalogue/editing/controls.ts";
import { countTyped, findPage, questionsOf, typedQuestion } from "../../../../domain/catalogue/editing/questions.ts";
import type { Typed } from "../../../../domain/catalogue/editing/typed.ts";
import type { Problem } from "../../../../operations/problems.ts";
import type { Editing } from "../../../../operations/procedures/editing.ts";
import type { Request } from "../../../http/request.ts";
import { TextField } from "../../../layout/parts.tsx";
import { paths } from "../../../paths.ts";
import { Controls, type FormOf, formOf } from "./controls.tsx";
import { editorPage, notThere, PART_WORDS, Saved, StateFields } from "./frame.tsx";
import { ItemMoves } from "./item-moves.tsx";

const { slug, title } = PART_WORDS.questions;

/** All questions in their order, section by section. */
export function questionsPage(request: Request, editing: Editing, said: Problem | null) {
  const { code, body } = editing;
  const sections = questionsOf(body);
  return editorPage(request, editing, {
    title,
    here: paths.editedPart(code, slug),
    said,
    children: (
      <>
        <Saved request={request} />
        {sections.length === 0 ? <p>Thủ tục này không khai ở đây nên không có câu hỏi.</p> : null}
        {sections.map((section) => (
          <section>
            <h2>{section.title}</h2>
            {section.when ? <p class="hint">Chỉ hỏi khi {section.when}.</p> : null}
            <ol class="items">
              {section.pages.map((page, index) => (
                <li>
                  <div>
                    <a href={paths.editedItem(code, slug, page.id)}>{page.title}</a>
                    {page.when ? <p class="hint">Khi {page.when}.</p> : null}
                  </div>
                  <ItemMoves
                    editing={editing}
                    slug={slug}
                    id={page.id}
                    name={page.title}
                    first={index === 0}
                    last={index === section.pages.length - 1}
                  />
                </li>
              ))}
            </ol>
          </section>
        ))}
        {sections.length === 0 ? null : (
          <p class="row">
            <a class="button quiet" href={paths.editedItem(code, slug, "moi")}>
              Thêm câu hỏi
            </a>
          </p>
        )}
      </>
    ),
  });
}

/** One question: what is asked, when, and its fields. */
export function questionPage(request: Request, editing: Editing, id: string | null, typed: Typed | null, said: Problem | null) {
  const { code, body } = editing;
  const further = request.req.query("them-o") === "1";
  const values = typed ?? typedQuestion(body, id, further);
  if (values === null) return notThere(request, editing);
  const here = paths.editedPart(code, slug);
  const form = formOf(request, body, values, said);
  const count = countTyped(values, (index) => `o${index}.id`);
  return editorPage(request, editing, {
    title,
    here,
    said,
    back: here,
    children: (
      <form method="post" action={paths.editedItem(code, slug, id ?? "moi")} novalidate>
        <StateFields editing={editing} typed={typed ?? undefined} />
        <h2>{id === null ? "Thêm câu hỏi" : (findPage(body, id)?.ask ?? "")}</h2>
        {id === null ? <SectionPicker editing={editing} chosen={values.section} /> : null}
        <Controls controls={PAGE_CONTROLS} form={form} />
        {Array.from({ length: count }, (_one, index) => (
          <FieldBlock form={form} index={index} page={id} />
        ))}
        <div class="row">
          <button type="submit">Lưu</button>
          {id === null || further ? null : <a href={`${paths.editedItem(code, slug, id)}?them-o=1`}>Thêm ô trả lời vào câu này</a>}
          <a href={here}>Thôi, không sửa</a>
        </div>
      </form>
    ),
  });
}

function SectionPicker({ editing, chosen }: { editing: Editing; chosen: string | undefined }) {
  const sections = questionsOf(editing.body);
  return (
    <div class="field">
      <label for="section">Thuộc phần nào</label>
      <p class="hint">Câu mới đứng cuối phần; rồi bấm Lên, Xuống để chuyển chỗ.</p>
      <select id="section" name="section">
        {sections.map((section, index) => (
          <option value={section.id} selected={chosen === undefined ? index === Math.min(1, sections.length - 1) : section.id === chosen}>
            {section.title}
          </option>
        ))}
      </select>
    </div>
  );
}

/** One field of the page. One that is made from another answer is only shown. */
function FieldBlock({ form, index, page }: { form: FormOf; index: number; page: string | null }) {
  const prefix = `o${index}.`;
  const id = form.typed[`${prefix}id`] ?? "";
  const known = page === null ? undefined : findPage(form.procedure, page)?.fields.find((field) => field.id === id);
  const name = <input type="hidden" name={`${prefix}id`} value={id} />;
  if (known?.derive)
    return (
      <section class="panel">
        {name}
        <p>
          <strong>{known.label}</strong>: tự viết từ câu trả lời khác, không phải hỏi.
        </p>
      </section>
    );
  return (
    <section class="panel">
      <h3>{known ? `Ô trả lời: ${known.label}` : "Ô trả lời mới"}</h3>
      {name}
      <Controls controls={FIELD_CONTROLS} form={form} prefix={prefix} />
      <Options form={form} prefix={prefix} />
      {known ? (
        <label class="check">
          <input type="checkbox" name={`${prefix}remove`} value="yes" checked={form.typed[`${prefix}remove`] === "yes"} /> Bỏ ô này
        </label>
      ) : null}
    </section>
  );
}

/** The answers of a choice; folded away for other kinds, because without scripts nobody can bring them out later. */
function Options({ form, prefix }: { form: FormOf; prefix: string }) {
  const count = countTyped(form.typed, (index) => `${prefix}c${index}.label`);
  return (
    <details open={form.typed[`${prefix}type`] === "choice"}>
      <summary>Các câu để chọn</summary>
      <p class="hint">Chỉ cho kiểu “Chọn một trong vài câu”. Xóa chữ của câu nào thì bỏ câu đó. Cần thêm thì lưu rồi mở lại.</p>
      {Array.from({ length: count }, (_one, index) => (
        <div class="option">
          <input type="hidden" name={`${prefix}c${index}.value`} value={form.typed[`${prefix}c${index}.value`] ?? ""} />
          <TextField id={`${prefix}c${index}.label`} label={`Câu ${index + 1}`} value={form.typed[`${prefix}c${index}.label`] ?? ""} />
          <TextField id={`${prefix}c${index}.hint`} label="Gợi ý thêm" value={form.typed[`${prefix}c${index}.hint`] ?? ""} />
        </div>
      ))}
    </details>
  );
}
