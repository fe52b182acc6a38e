import { Hono } from "hono";
import { formatDay } from "../../../domain/people/dates.ts";
import { keptInWords } from "../../../domain/privacy/retention.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { confirmTable } from "../../../operations/privacy/confirm-retention.ts";
import { DAYS_AHEAD, type RetentionPage, retentionPage } from "../../../operations/privacy/retention.ts";
import type { Problem } from "../../../operations/problems.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { moment } from "../../layout/moment.ts";
import { page } from "../../layout/page.tsx";
import { Facts, ProblemSummary } from "../../layout/parts.tsx";
import { homeOf } from "../../layout/shell.tsx";
import { paths } from "../../paths.ts";

/** How long each kind is kept and on what ground, what goes soon, what went: figures only, no personal data. */
export const retentionPages = new Hono<Env>()
  .get(paths.retention, (request) => asStaff(request, ["officer", "leader", "admin"], (member) => tablePage(request, member, null)))
  .post(paths.retention, (request) =>
    asStaff(request, ["leader", "admin"], async (member) => {
      const form = await readForm(request);
      const given = { table: form.bang ?? "", read: form["da-doc"] === "yes" };
      const confirmed = await confirmTable(request.var.services, member, given);
      return confirmed.ok ? request.redirect(paths.retention, 303) : tablePage(request, member, confirmed.reason);
    }),
  );

async function tablePage(request: Request, member: StaffMember, said: Problem | null): Promise<Response> {
  const { services } = request.var;
  const shown = await retentionPage(services, member);
  const { lines, reports } = shown;
  const nameOf = (kind: string) => lines.find(({ rule }) => rule.kind === kind)?.rule.name ?? kind;
  return page(
    request,
    {
      title: "Lưu giữ và xóa",
      desk: true,
      back: homeOf(member),
      children: (
        <>
          <h1>Lưu giữ và xóa</h1>
          <ProblemSummary problem={said} />
          <Confirmation shown={shown} />
          <p>
            Hết hạn thì máy tự xóa mỗi giờ và ghi vào báo cáo. Số ngày và căn cứ nằm trong tệp <code>content/retention.yaml</code>. Hồ sơ có
            khiếu nại thì <a href={paths.officePersonal}>giữ lại</a>, không xóa.
          </p>
          <section class="scroll" tabindex={0} aria-label="Loại dữ liệu, giữ bao lâu">
            <table>
              <thead>
                <tr>
                  <th scope="col">Loại</th>
                  <th scope="col">Giữ</th>
                  <th scope="col">Căn cứ</th>
                  <th scope="col">Xóa trong {DAYS_AHEAD} ngày tới</th>
                </tr>
              </thead>
              <tbody>
                {lines.map(({ rule, ahead }) => (
                  <tr>
                    <td>{rule.name}</td>
                    <td>{keptInWords(rule)}</td>
                    <td>{rule.basis}</td>
                    <td>{rule.kind === "sessions" ? "hết phiên là xóa" : ahead}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <h2>Không xóa, vì luật bắt giữ</h2>
          <Facts rows={services.retention.stays.map((stay) => ({ label: stay.name, value: `${stay.why} ${stay.basis}.` }))} />
          <h2>Đã xóa gần đây</h2>
          {reports.length === 0 ? <p class="notice">Chưa xóa gì.</p> : null}
          {reports.length > 0 ? (
            <section class="scroll" tabindex={0} aria-label="Đã xóa gần đây">
              <table>
                <thead>
                  <tr>
                    <th scope="col">Ngày</th>
                    <th scope="col">Loại</th>
                    <th scope="col">Số lượng</th>
                    <th scope="col">Hết hạn trước</th>
                  </tr>
                </thead>
                <tbody>
                  {reports.map((report) => (
                    <tr>
                      <td>{formatDay(report.day)}</td>
                      <td>{nameOf(report.kind)}</td>
                      <td>{report.count}</td>
                      <td>{moment(report.until.toISOString())}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          ) : null}
          {shown.confirmed === null && shown.mayConfirm ? <ConfirmForm table={shown.table} /> : null}
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

/** Whether the table holds here yet, and what does not go until it does. */
function Confirmation({ shown: { confirmed, mayConfirm } }: { shown: RetentionPage }) {
  if (confirmed)
    return (
      <p>
        {confirmed.name} đã xác nhận bảng này lúc {moment(confirmed.at.toISOString())}. Bảng đổi thì phải xác nhận lại.
      </p>
    );
  return (
    <p class="notice">
      <strong>Bảng này chưa được xác nhận.</strong> Cho đến lúc đó, bản chụp giấy tờ của hồ sơ đã xong không tự xóa.{" "}
      {mayConfirm ? <a href="#xac-nhan">Xác nhận</a> : "Quản trị của cơ quan đọc, hỏi công chức văn thư lưu trữ, rồi xác nhận ở trang này."}
    </p>
  );
}

function ConfirmForm({ table }: { table: string }) {
  return (
    <form method="post" action={paths.retention} class="panel" id="xac-nhan">
      <h2>Xác nhận bảng lưu giữ</h2>
      <p>
        Số ngày và căn cứ ghi "chưa đối chiếu" là đề xuất, chưa ai kiểm tra với luật. Xác nhận rồi thì bản chụp giấy tờ quá hạn bị xóa trong
        giờ tới, không lấy lại được.
      </p>
      <input type="hidden" name="bang" value={table} />
      <label class="check">
        <input type="checkbox" name="da-doc" value="yes" /> Tôi đã đọc cả bảng, đã hỏi công chức văn thư lưu trữ của cơ quan, và đồng ý áp
        dụng
      </label>
      <button type="submit">Xác nhận</button>
    </form>
  );
}
