import { Hono } from "hono";
import { transferredBy } from "../../../operations/dossiers/transferred.ts";
import { asStaff } from "../../http/as-staff.tsx";
import type { Env } from "../../http/request.ts";
import { moment } from "../../layout/moment.ts";
import { page } from "../../layout/page.tsx";
import { homeOf } from "../../layout/shell.tsx";
import { paths } from "../../paths.ts";

/** What this office handed on to others: to be read, not to be worked on. */
export const transferredPages = new Hono<Env>().get(paths.officeTransferred, (request) =>
  asStaff(request, ["officer", "leader"], async (member) => {
    const lines = await transferredBy(request.var.services, member);
    return page(request, {
      title: "Hồ sơ đã chuyển đi",
      desk: true,
      scripts: ["desk.js"],
      back: homeOf(member),
      children: (
        <>
          <h1>Hồ sơ đã chuyển đi</h1>
          {lines.length === 0 ? (
            <p class="notice">Cơ quan chưa chuyển hồ sơ nào.</p>
          ) : (
            <div class="scroll">
              <table>
                <thead>
                  <tr>
                    <th scope="col">Chuyển lúc</th>
                    <th scope="col">Đến</th>
                    <th scope="col">Người nộp</th>
                    <th scope="col">Thủ tục</th>
                    <th scope="col">Mã</th>
                  </tr>
                </thead>
                <tbody>
                  {lines.map((line) => (
                    <tr>
                      <td>{moment(line.transferredAt.toISOString())}</td>
                      <td>{line.toName}</td>
                      <td>
                        <a href={paths.officeDossier(line.dossier)} data-row>
                          {line.applicant}
                        </a>
                      </td>
                      <td>{line.procedureName}</td>
                      <td>{line.dossierCode ?? line.trackingCode}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </>
      ),
    });
  }),
);
