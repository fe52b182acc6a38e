import { Hono } from "hono";
import { formatDay } from "../../../domain/people/dates.ts";
import { keptInWords } from "../../../domain/privacy/retention.ts";
import { DAYS_AHEAD, retentionPage } from "../../../operations/privacy/retention.ts";
import { asStaff } from "../../http/as-staff.tsx";
import type { Env } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { Facts } from "../../layout/parts.tsx";
import { homeOf } from "../../layout/shell.tsx";
import { paths } from "../../paths.ts";
import { moment } from "../citizen/event-words.ts";

/** How long each kind is kept and on what ground, what goes soon, what went: figures only, no personal data. */
export const retentionPages = new Hono<Env>().get(paths.retention, (request) =>
  asStaff(request, ["officer", "leader", "admin"], async (member) => {
    const { services } = request.var;
    const { lines, reports } = await retentionPage(services, member);
    const nameOf = (kind: string) => lines.find(({ rule }) => rule.kind === kind)?.rule.name ?? kind;
    return page(request, {
      title: "Lưu giữ và xóa",
      desk: true,
      back: homeOf(member),
      children: (
        <>
          <h1>Lưu giữ và xóa</h1>
          <p>
            Hết hạn thì máy tự xóa mỗi giờ và ghi vào báo cáo. Số ngày và căn cứ nằm trong tệp <code>content/retention.yaml</code>. Hồ sơ có
            khiếu nại thì <a href={paths.officePersonal}>giữ lại</a>, không xóa.
          </p>
          <div class="scroll">
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
          </div>
          <h2>Không xóa, vì luật bắt giữ</h2>
          <Facts rows={services.retention.stays.map((stay) => ({ label: stay.name, value: `${stay.why} ${stay.basis}.` }))} />
          <h2>Đã xóa gần đây</h2>
          {reports.length === 0 ? <p class="notice">Chưa xóa gì.</p> : null}
          {reports.length > 0 ? (
            <div class="scroll">
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
            </div>
          ) : null}
        </>
      ),
    });
  }),
);
