import { Hono } from "hono";
import { dayWithWeekday } from "../../../domain/people/dates.ts";
import { openAtDesk } from "../../../operations/dossiers/desk.ts";
import { type GalleyLine, listOpenGalleys } from "../../../operations/galleys/galley-desk.ts";
import { galleyPdf } from "../../../operations/galleys/open-galley.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { refused } from "../../http/refused.tsx";
import type { Env } from "../../http/request.ts";
import { LinesTable } from "../../layout/lines-table.tsx";
import { page } from "../../layout/page.tsx";
import { homeOf } from "../../layout/shell.tsx";
import { paths } from "../../paths.ts";
import { DossierLink } from "./dossier-link.tsx";

/** The galleys of an office: what citizens answered and can go on, and what still waits for them. */
export const galleyDesk = new Hono<Env>()
  .get(paths.officeGalleys, (request) =>
    asStaff(request, ["officer"], async (member) => {
      const lines = await listOpenGalleys(request.var.services, member.office);
      return page(request, {
        title: "Bản nháp",
        desk: true,
        back: homeOf(member),
        scripts: ["desk.js"],
        children: (
          <>
            <h1>Bản nháp gửi bà con xem</h1>
            {lines.length === 0 ? <p class="notice">Không có bản nháp nào đang chờ.</p> : <Lines lines={lines} />}
          </>
        ),
      });
    }),
  )
  .get("/mot-cua/:id/ban-nhap.pdf", (request) =>
    asStaff(request, ["officer", "leader", "helper"], async (member) => {
      const opened = await openAtDesk(request.var.services, member, request.req.param("id"), "galley");
      if (!opened.ok) return refused(request, opened.reason, paths.office);
      const pdf = await galleyPdf(request.var.services, opened.value);
      if (!pdf.ok) return refused(request, pdf.reason, paths.officeDossier(request.req.param("id")));
      return request.body(Uint8Array.from(pdf.value), 200, {
        "content-type": "application/pdf",
        "content-disposition": "inline",
        "cache-control": "private, no-store",
      });
    }),
  );

const STATES: Readonly<Record<GalleyLine["state"], string>> = {
  corrected: "Bà con xin sửa",
  confirmed: "Bà con đồng ý",
  settled: "Đã trả lời",
  out: "Chờ bà con",
};

function Lines({ lines }: { lines: readonly GalleyLine[] }) {
  return (
    <LinesTable
      lines={lines}
      columns={[
        { head: "Người nộp", cell: (line) => <DossierLink dossier={line.dossier} words={line.applicant} /> },
        { head: "Thủ tục", cell: (line) => line.procedureName },
        { head: "Bản nháp", cell: (line) => <span class={line.state === "corrected" ? "soon" : ""}>{STATES[line.state]}</span> },
        { head: "Hạn xem", cell: (line) => `hết ${dayWithWeekday(line.untilDay)}` },
      ]}
    />
  );
}
