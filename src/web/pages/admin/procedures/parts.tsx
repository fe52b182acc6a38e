import { Hono } from "hono";
import type { ProcedurePart } from "../../../../domain/catalogue/complaints.ts";
import {
  type FormPart,
  itemControls,
  itemsOf,
  LIST_PARTS,
  type ListPart,
  moveItem,
  partControls,
  putItem,
  putPart,
  removeItem,
  typedItem,
  typedPart,
} from "../../../../domain/catalogue/editing/lists.ts";
import { moveQuestion, putQuestion, removeQuestion } from "../../../../domain/catalogue/editing/questions.ts";
import type { Typed } from "../../../../domain/catalogue/editing/typed.ts";
import type { Procedure } from "../../../../domain/catalogue/procedure.ts";
import type { Problem } from "../../../../operations/problems.ts";
import { changeProcedure, type Editing } from "../../../../operations/procedures/editing.ts";
import { type Env, type Request, readForm } from "../../../http/request.ts";
import { paths } from "../../../paths.ts";
import { Controls, formOf } from "./controls.tsx";
import { editorPage, notThere, PART_WORDS, partOfSlug, Saved, StateFields, stateOf, withProcedure } from "./frame.tsx";
import { ItemMoves } from "./item-moves.tsx";
import { questionPage, questionsPage } from "./questions.tsx";

/** The parts of a procedure, each a form or a list of things with a form each; what is saved goes into the edit. */
export const procedureParts = new Hono<Env>()
  .get("/quan-tri/thu-tuc/:code/phan/:part", (request) =>
    withProcedure(request, (_member, editing) => {
      const part = partOfSlug(request.req.param("part"));
      return part === null ? notThere(request, editing) : partPage(request, editing, part, null, null);
    }),
  )
  .post("/quan-tri/thu-tuc/:code/phan/:part", (request) =>
    withProcedure(request, async (member, editing) => {
      const part = partOfSlug(request.req.param("part"));
      if (part === null || part === "papers" || part === "questions") return notThere(request, editing);
      const typed = await readForm(request);
      const saved = await changeProcedure(request.var.services, member, editing.code, stateOf(typed), (body) => putPart(body, part, typed));
      if (saved.ok) return request.redirect(`${paths.editedPart(editing.code, PART_WORDS[part].slug)}?da-luu=1`, 303);
      return partPage(request, editing, part, typed, saved.reason);
    }),
  )
  .get("/quan-tri/thu-tuc/:code/phan/:part/:item", (request) =>
    withProcedure(request, (_member, editing) => itemPage(request, editing, null, null)),
  )
  .post("/quan-tri/thu-tuc/:code/phan/:part/:item", (request) =>
    withProcedure(request, async (member, editing) => {
      const { part: slug, item } = request.req.param();
      const part = partOfSlug(slug);
      if (part === null || part === "words") return notThere(request, editing);
      const typed = await readForm(request);
      const id = item === NEW ? null : item;
      const saved = await changeProcedure(request.var.services, member, editing.code, stateOf(typed), (body) =>
        part === "questions" ? putQuestion(body, id, typed.section ?? "", typed) : putItem(body, part, id, typed),
      );
      if (saved.ok) return request.redirect(`${paths.editedPart(editing.code, slug)}?da-luu=1`, 303);
      return itemPage(request, editing, typed, saved.reason);
    }),
  )
  .post("/quan-tri/thu-tuc/:code/phan/:part/:item/:act{len|xuong|bo}", (request) =>
    withProcedure(request, async (member, editing) => {
      const { part: slug, item, act } = request.req.param();
      const part = partOfSlug(slug);
      if (part === null || part === "words") return notThere(request, editing);
      const state = stateOf(await readForm(request));
      const done = await changeProcedure(request.var.services, member, editing.code, state, (body) => doAct(body, part, item, act));
      if (done.ok) return request.redirect(paths.editedPart(editing.code, slug), 303);
      return partPage(request, editing, part, null, done.reason);
    }),
  );

/** In the place of an item's id. */
const NEW = "moi";

function doAct(body: Procedure, part: Exclude<ProcedurePart, "words">, item: string, act: string) {
  const by = act === "len" ? -1 : 1;
  if (part === "questions") return act === "bo" ? removeQuestion(body, item) : moveQuestion(body, item, by);
  return act === "bo" ? removeItem(body, part, item) : moveItem(body, part, item, by);
}

const ADD_WORDS: Readonly<Record<ListPart, string>> = {
  papers: "Thêm giấy tờ",
  fee: "Thêm mức lệ phí",
  deadline: "Thêm thời hạn",
  result: "Thêm dòng của giấy kết quả",
};

const LIST_HINTS: Partial<Record<ListPart, string>> = {
  fee: "Lấy mức đầu tiên đúng điều kiện, từ trên xuống. Mức cuối không có điều kiện.",
  deadline: "Lấy thời hạn đầu tiên đúng điều kiện, từ trên xuống. Thời hạn cuối không có điều kiện.",
};

function partPage(request: Request, editing: Editing, part: ProcedurePart, typed: Typed | null, said: Problem | null) {
  if (part === "questions") return questionsPage(request, editing, said);
  const { code, body } = editing;
  const { slug, title } = PART_WORDS[part];
  const here = paths.editedPart(code, slug);
  const listed = isListed(part) && (part !== "result" || body.result !== undefined) ? part : null;
  return editorPage(request, editing, {
    title,
    here,
    said,
    children: (
      <>
        <Saved request={request} />
        {listed === null ? null : <ItemList editing={editing} part={listed} />}
        {part === "papers" ? null : <PartForm request={request} editing={editing} part={part} typed={typed} said={said} />}
      </>
    ),
  });
}

function isListed(part: ProcedurePart): part is ListPart {
  return LIST_PARTS.some((listed) => listed === part);
}

function ItemList({ editing, part }: { editing: Editing; part: ListPart }) {
  const { slug } = PART_WORDS[part];
  const items = itemsOf(editing.body, part);
  return (
    <section>
      {LIST_HINTS[part] ? <p class="hint">{LIST_HINTS[part]}</p> : null}
      {items.length === 0 ? <p>Chưa có gì.</p> : null}
      <ol class="items">
        {items.map(({ id, title, when }, index) => (
          <li>
            <div>
              <a href={paths.editedItem(editing.code, slug, id)}>{title}</a>
              {when ? <p class="hint">Khi {when}.</p> : null}
            </div>
            <ItemMoves editing={editing} slug={slug} id={id} name={title} first={index === 0} last={index === items.length - 1} />
          </li>
        ))}
      </ol>
      <p class="row">
        <a class="button quiet" href={paths.editedItem(editing.code, slug, NEW)}>
          {ADD_WORDS[part]}
        </a>
      </p>
    </section>
  );
}

function PartForm({
  request,
  editing,
  part,
  typed,
  said,
}: {
  request: Request;
  editing: Editing;
  part: FormPart;
  typed: Typed | null;
  said: Problem | null;
}) {
  const { body } = editing;
  const form = formOf(request, body, typed ?? typedPart(body, part), said);
  return (
    <form method="post" action={paths.editedPart(editing.code, PART_WORDS[part].slug)} novalidate>
      <StateFields editing={editing} typed={typed ?? undefined} />
      {part === "words" || part === "result" ? null : <h2>Chung cho mọi trường hợp</h2>}
      {part === "result" ? <h2>Giấy kết quả</h2> : null}
      <Controls controls={partControls(body, part)} form={form} />
      <button type="submit">Lưu</button>
    </form>
  );
}

function itemPage(request: Request, editing: Editing, typed: Typed | null, said: Problem | null): Response | Promise<Response> {
  const { part: slug = "", item = "" } = request.req.param();
  const part = partOfSlug(slug);
  const id = item === NEW ? null : item;
  if (part === "questions") return questionPage(request, editing, id, typed, said);
  if (part === null || !isListed(part)) return notThere(request, editing);
  const { code, body } = editing;
  const values = typed ?? typedItem(body, part, id);
  if (values === null) return notThere(request, editing);
  const here = paths.editedPart(code, slug);
  return editorPage(request, editing, {
    title: PART_WORDS[part].title,
    here,
    said,
    back: here,
    children: (
      <form method="post" action={paths.editedItem(code, slug, item)} novalidate>
        <StateFields editing={editing} typed={typed ?? undefined} />
        <h2>{id === null ? ADD_WORDS[part] : (itemsOf(body, part).find((one) => one.id === id)?.title ?? "")}</h2>
        <Controls controls={itemControls(part)} form={formOf(request, body, values, said)} />
        <div class="row">
          <button type="submit">Lưu</button>
          <a href={here}>Thôi, không sửa</a>
        </div>
      </form>
    ),
  });
}
