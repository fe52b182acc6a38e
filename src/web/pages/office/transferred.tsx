import { Hono } from "hono";
import { transferredBy } from "../../../operations/dossiers/transferred.ts";
import { asStaff } from "../../http/as-staff.tsx";
import type { Env } from "../../http/request.ts";
import { LinesTable } from "../../layout/lines-table.tsx";
import { moment } from "../../layout/moment.ts";
import { page } from "../../layout/page.tsx";
import { homeOf } from "../../layout/shell.tsx";
import { paths } from "../../paths.ts";
import { DossierLink } from "./dossier-link.tsx";

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
            <LinesTable
              lines={lines}
              columns={[
                { head: "Chuyển lúc", cell: (line) => moment(line.transferredAt.toISOString()) },
                { head: "Đến", cell: (line) => line.toName },
                { head: "Người nộp", cell: (line) => <DossierLink dossier={line.dossier} words={line.applicant} /> },
                { head: "Thủ tục", cell: (line) => line.procedureName },
                { head: "Mã", cell: (line) => line.dossierCode ?? line.trackingCode },
              ]}
            />
          )}
        </>
      ),
    });
  }),
);
