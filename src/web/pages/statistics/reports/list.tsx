import { Hono } from "hono";
import { officeDay } from "../../../../base/clock.ts";
import { periodsOver } from "../../../../domain/reports/report-period.ts";
import type { StaffMember } from "../../../../operations/identity/member.ts";
import { REPORTS, type ReportKind } from "../../../../operations/reports/kinds.ts";
import { asStaff } from "../../../http/as-staff.tsx";
import type { Env, Request } from "../../../http/request.ts";
import { page } from "../../../layout/page.tsx";
import { homeOf } from "../../../layout/shell.tsx";
import { paths } from "../../../paths.ts";

/** The reports that an office sends, each with its last periods. */
export const reportListPage = new Hono<Env>().get(paths.reports, (request) =>
  asStaff(request, ["officer", "leader", "admin"], (member) => list(request, member)),
);

const OFFERED = 3;

function list(request: Request, member: StaffMember): Response | Promise<Response> {
  const today = officeDay(request.var.services.now());
  const kinds = (Object.keys(REPORTS) as ReportKind[]).filter((kind) => kind !== "so-theo-doi" || member.role !== "admin");
  return page(request, {
    title: "Báo cáo",
    desk: true,
    back: homeOf(member),
    children: (
      <>
        <h1>Báo cáo</h1>
        <p>
          <a href={paths.statistics}>Số liệu hôm nay</a>
          {member.role === "admin" ? null : (
            <>
              {" · "}
              <a href={paths.reportMail}>Nhận báo cáo qua thư</a>
            </>
          )}
        </p>
        {kinds.map((kind) => (
          <section>
            <h2>
              <a href={paths.report(kind)}>{REPORTS[kind].name}</a>
            </h2>
            <p>{REPORTS[kind].what}</p>
            <ul class="row">
              {periodsOver(REPORTS[kind].rhythm, today, OFFERED).map(({ id, words }) => (
                <li>
                  <a href={`${paths.report(kind)}?ky=${id}`}>
                    {words}
                    <span class="sr">: {REPORTS[kind].name}</span>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </>
    ),
  });
}
