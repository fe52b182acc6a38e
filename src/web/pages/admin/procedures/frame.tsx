import { randomUUID } from "node:crypto";
import type { Child } from "hono/jsx";
import type { ProcedurePart } from "../../../../domain/catalogue/complaints.ts";
import type { StaffMember } from "../../../../operations/identity/member.ts";
import { type Problem, problem } from "../../../../operations/problems.ts";
import { type Editing, type FormState, openEditing } from "../../../../operations/procedures/editing.ts";
import { findingsOf } from "../../../../operations/procedures/publishing.ts";
import { asStaff } from "../../../http/as-staff.tsx";
import { STATUS_OF } from "../../../http/refusals.ts";
import { refused } from "../../../http/refused.tsx";
import type { Request } from "../../../http/request.ts";
import { page } from "../../../layout/page.tsx";
import { ProblemSummary } from "../../../layout/parts.tsx";
import { paths } from "../../../paths.ts";

/** The parts as addresses and tabs. */
export const PART_WORDS = {
  words: { slug: "loi", title: "Lời" },
  papers: { slug: "giay-to", title: "Giấy tờ" },
  fee: { slug: "le-phi", title: "Lệ phí" },
  deadline: { slug: "thoi-han", title: "Thời hạn" },
  questions: { slug: "cau-hoi", title: "Câu hỏi" },
  result: { slug: "ket-qua", title: "Kết quả" },
} as const satisfies Record<ProcedurePart, { slug: string; title: string }>;

export function partOfSlug(slug: string): ProcedurePart | null {
  const found = Object.entries(PART_WORDS).find(([, words]) => words.slug === slug);
  return found ? (found[0] as ProcedurePart) : null;
}

/** Where something that the check found is mended. */
export function placeOf(code: string, { part, item }: { readonly part: ProcedurePart; readonly item: string | null }): string {
  const { slug } = PART_WORDS[part];
  return item === null ? paths.editedPart(code, slug) : paths.editedItem(code, slug, item);
}

/** Runs a handler for an admin with the procedure of the address opened. */
export function withProcedure(
  request: Request,
  handle: (member: StaffMember, editing: Editing) => Response | Promise<Response>,
): Response | Promise<Response> {
  return asStaff(request, ["admin"], async (member) => {
    const opened = await openEditing(request.var.services, member, request.req.param("code") ?? "");
    return opened.ok ? handle(member, opened.value) : refused(request, opened.reason, paths.procedures);
  });
}

export function notThere(request: Request, { code }: Editing) {
  return refused(
    request,
    problem("procedure-unknown", { sentence: "Không thấy chỗ này trong thủ tục. Có thể vừa được bỏ." }),
    paths.editedProcedure(code),
  );
}

/** From which state the form was drawn, and its key: a form that is sent twice does one thing. */
export function StateFields({ editing, typed }: { editing: Editing; typed?: Readonly<Record<string, string>> | undefined }) {
  return (
    <>
      <input type="hidden" name="revision" value={typed?.revision ?? String(editing.edit?.revision ?? 0)} />
      <input type="hidden" name="key" value={typed?.key ?? randomUUID()} />
    </>
  );
}

export function stateOf(form: Readonly<Record<string, string>>): FormState {
  return { revision: Number(form.revision ?? "0") || 0, key: form.key || randomUUID() };
}

/** A page about one procedure: its name, where it stands, its parts as tabs. */
export function editorPage(
  request: Request,
  editing: Editing,
  {
    title,
    here,
    said = null,
    back = paths.procedures,
    children,
  }: { title: string; here: string; said?: Problem | null; back?: string; children: Child },
) {
  const { code, body } = editing;
  const links = [
    { to: paths.editedProcedure(code), words: "Tổng quan" },
    ...Object.values(PART_WORDS).map((part) => ({ to: paths.editedPart(code, part.slug), words: part.title })),
    { to: paths.editedCheck(code), words: "Kiểm tra" },
    { to: paths.editedHistory(code), words: "Lịch sử" },
  ];
  return page(
    request,
    {
      title: `${title}: ${body.name}`,
      desk: true,
      back,
      children: (
        <>
          <h1>{body.name}</h1>
          <Standing request={request} editing={editing} />
          <nav aria-label="Các phần của thủ tục">
            <ul class="tabs">
              {links.map(({ to, words }) => (
                <li>
                  <a href={to} aria-current={to === here ? "page" : undefined}>
                    {words}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <ProblemSummary problem={said} />
          {children}
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

/** Whether something is being changed, what the check says of it, and what can be done with it. */
function Standing({ request, editing }: { request: Request; editing: Editing }) {
  const { code, edit, body } = editing;
  if (edit === null) return <p class="hint">Chưa sửa gì. Sửa ở phần nào cũng được: bà con chỉ thấy sau khi bấm Áp dụng.</p>;
  const findings = findingsOf(request.var.services, body);
  const errors = findings.filter(({ level }) => level === "error").length;
  return (
    <div class={errors > 0 ? "notice warn" : "notice"}>
      <p>
        <strong>Đang sửa, bà con chưa thấy.</strong> Kiểm tra:{" "}
        <a href={paths.editedCheck(code)}>
          {errors} lỗi, {findings.length - errors} điều nên xem
        </a>
        .
      </p>
      <div class="row tight">
        <a class="button quiet" href={paths.editedPreview(code)}>
          Xem trước
        </a>
        <a class="button" href={paths.editedPublish(code)}>
          Áp dụng…
        </a>
      </div>
    </div>
  );
}

export function Saved({ request }: { request: Request }) {
  return request.req.query("da-luu") ? (
    <p class="notice" role="status">
      Đã lưu vào bản sửa. Bà con chưa thấy: xong hết thì bấm Áp dụng.
    </p>
  ) : null;
}
