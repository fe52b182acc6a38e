import { randomUUID } from "node:crypto";
import { Hono } from "hono";
import { FILE_LIMIT_CHARACTERS } from "../../../../domain/catalogue/procedure-file.ts";
import { formatDay } from "../../../../domain/people/dates.ts";
import type { StaffMember } from "../../../../operations/identity/member.ts";
import { type Problem, problem } from "../../../../operations/problems.ts";
import { exportAll, exportProcedure, importProcedures } from "../../../../operations/procedures/files.ts";
import { type ListedProcedure, listProcedures } from "../../../../operations/procedures/listing.ts";
import { asStaff } from "../../../http/as-staff.tsx";
import { STATUS_OF } from "../../../http/refusals.ts";
import { refused } from "../../../http/refused.tsx";
import { type Env, type Request, readFormData } from "../../../http/request.ts";
import { ActKey } from "../../../layout/act-key.tsx";
import { page } from "../../../layout/page.tsx";
import { ProblemSummary } from "../../../layout/parts.tsx";
import { paths } from "../../../paths.ts";

/** All procedures that the office looks after: find one, send files out and take them in. */
export const procedureList = new Hono<Env>()
  .get(paths.procedures, (request) => asStaff(request, ["admin"], (member) => listPage(request, member, null)))
  .get(paths.procedureExportAll, (request) =>
    asStaff(request, ["admin"], () => file(request, exportAll(request.var.services), "thu-tuc.yaml")),
  )
  .post(paths.procedureImport, (request) =>
    asStaff(request, ["admin"], async (member) => {
      const form = await readFormData(request);
      const text = await textOf(form.get("tep"));
      if (text === null)
        return listPage(
          request,
          member,
          problem("procedure-file", { details: ["Chưa chọn tệp, hoặc tệp không phải chữ (UTF-8), hoặc lớn quá."] }),
        );
      const taken = await importProcedures(request.var.services, member, text, String(form.get("key") ?? randomUUID()));
      if (!taken.ok) return listPage(request, member, taken.reason);
      const [only] = taken.value;
      return request.redirect(
        taken.value.length === 1 && only ? paths.editedCheck(only) : `${paths.procedures}?da-nhan=${taken.value.length}`,
        303,
      );
    }),
  )
  .get("/quan-tri/thu-tuc/:code/thu-tuc.yaml", (request) =>
    asStaff(request, ["admin"], async (member) => {
      const code = request.req.param("code");
      const written = await exportProcedure(request.var.services, member, code);
      return written.ok ? file(request, written.value, `${code}.yaml`) : refused(request, written.reason, paths.procedures);
    }),
  );

function file(request: Request, text: string, name: string) {
  return request.body(text, 200, {
    "content-type": "application/yaml; charset=utf-8",
    "content-disposition": `attachment; filename="${name}"`,
    "cache-control": "private, no-store",
  });
}

/** Letters of ours take up to three bytes. */
const FILE_LIMIT_BYTES = FILE_LIMIT_CHARACTERS * 3;

async function textOf(posted: unknown): Promise<string | null> {
  if (!(posted instanceof File) || posted.size === 0 || posted.size > FILE_LIMIT_BYTES) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await posted.arrayBuffer());
  } catch {
    return null;
  }
}

async function listPage(request: Request, member: StaffMember, said: Problem | null) {
  const query = request.req.query("tim") ?? "";
  const taken = request.req.query("da-nhan");
  const procedures = await listProcedures(request.var.services, member, query);
  return page(
    request,
    {
      title: "Thủ tục",
      desk: true,
      back: paths.admin,
      children: (
        <>
          <h1>Thủ tục</h1>
          <ProblemSummary problem={said} />
          {taken ? (
            <p class="notice" role="status">
              Đã nhận {taken} thủ tục vào bản sửa. Xin mở từng thủ tục để kiểm tra rồi áp dụng.
            </p>
          ) : null}
          <form method="get" action={paths.procedures} class="row">
            <input type="search" name="tim" value={query} aria-label="Tìm thủ tục" placeholder="Tên, mã, hoặc lời bà con hỏi" />
            <button class="quiet" type="submit">
              Tìm
            </button>
            {query === "" ? null : <a href={paths.procedures}>Xem tất cả</a>}
          </form>
          {procedures.length === 0 ? <p>Không thấy thủ tục nào. Xin thử lời khác.</p> : <Procedures procedures={procedures} />}
          <Files />
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

const FILING_WORDS = { online: "Nộp tại đây", counter: "Làm tại quầy", elsewhere: "Chỉ để tra cứu" } as const;

function Procedures({ procedures }: { procedures: readonly ListedProcedure[] }) {
  return (
    <section class="scroll" tabindex={0} aria-label="Danh sách thủ tục">
      <table>
        <thead>
          <tr>
            <th scope="col">Thủ tục</th>
            <th scope="col">Đang thế nào</th>
            <th scope="col">Cách nộp</th>
            <th scope="col">Mã</th>
          </tr>
        </thead>
        <tbody>
          {procedures.map(({ code, name, filing, validFrom, editing, begins }) => (
            <tr>
              <td>
                <a href={paths.editedProcedure(code)}>{name}</a>
              </td>
              <td>
                {editing ? <span class="soon">Đang sửa</span> : null}{" "}
                {begins ? `Bản mới từ ${formatDay(begins)}` : validFrom ? `Từ ${formatDay(validFrom)}` : "Chưa áp dụng lần nào"}
              </td>
              <td>{filing ? FILING_WORDS[filing] : ""}</td>
              <td>{code}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Files() {
  return (
    <details>
      <summary>Nhận và gửi tệp thủ tục</summary>
      <p>
        <a href={paths.procedureExportAll}>Tải tất cả thủ tục đang dùng về máy (YAML)</a>
      </p>
      <form method="post" action={paths.procedureImport} enctype="multipart/form-data">
        <ActKey />
        <div class="field">
          <label for="tep">Tệp thủ tục nhận từ nơi khác</label>
          <p class="hint" id="tep-goi-y">
            Tệp .yaml, một hoặc nhiều thủ tục. Nhận xong thành bản sửa: kiểm tra rồi mới áp dụng.
          </p>
          <input type="file" id="tep" name="tep" accept=".yaml,.yml" aria-describedby="tep-goi-y" />
        </div>
        <button class="quiet" type="submit">
          Nhận tệp
        </button>
      </form>
    </details>
  );
}
