import { Hono } from "hono";
import { STATUSES } from "../../../domain/dossier/status.ts";
import { type FoundEverywhere, SEARCH_REASONS, searchAll } from "../../../operations/dossiers/search-all.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import type { Problem } from "../../../operations/problems.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { LinesTable } from "../../layout/lines-table.tsx";
import { moment } from "../../layout/moment.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, TextField } from "../../layout/parts.tsx";
import { homeOf } from "../../layout/shell.tsx";
import { paths } from "../../paths.ts";
import { DossierLink } from "./dossier-link.tsx";

/** All dossiers of the office, those that are over too: why is asked first. Posted, so that no name stands in an address or a log. */
export const searchPages = new Hono<Env>()
  .get(paths.officeSearch, (request) => asStaff(request, ["officer", "leader"], (member) => searchPage(request, member, {}, null, null)))
  .post(paths.officeSearch, (request) =>
    asStaff(request, ["officer", "leader"], async (member) => {
      const asked = await readForm(request);
      const { tim: words = "", "vi-sao": reason = "", "ghi-them": reasonWords = "" } = asked;
      const found = await searchAll(request.var.services, member, { words, reason, reasonWords });
      return found.ok ? searchPage(request, member, asked, found.value, null) : searchPage(request, member, asked, null, found.reason);
    }),
  );

function searchPage(
  request: Request,
  member: StaffMember,
  asked: Readonly<Record<string, string>>,
  found: FoundEverywhere | null,
  said: Problem | null,
) {
  return page(
    request,
    {
      title: "Tìm trong mọi hồ sơ",
      desk: true,
      scripts: ["desk.js"],
      back: homeOf(member),
      children: (
        <>
          <h1>Tìm trong mọi hồ sơ của cơ quan</h1>
          <ProblemSummary problem={said} />
          <form method="post" action={paths.officeSearch}>
            <TextField
              id="tim"
              label="Tìm gì"
              hint="Tên có dấu hoặc không dấu, số định danh, số điện thoại, mã hồ sơ, mã tra cứu. Có cả hồ sơ đã xong."
              value={asked.tim ?? ""}
              type="search"
            />
            <div class="field">
              <label for="vi-sao">Vì sao tìm</label>
              <select id="vi-sao" name="vi-sao">
                <option value="">chọn lý do</option>
                {Object.entries(SEARCH_REASONS).map(([value, words]) => (
                  <option value={value} selected={value === asked["vi-sao"]}>
                    {words}
                  </option>
                ))}
              </select>
            </div>
            <TextField
              id="ghi-them"
              label="Ghi thêm (không bắt buộc, trừ Lý do khác)"
              hint="Lý do được ghi vào sổ ai đã xem. Từ tìm thì không ghi ở đâu."
              value={asked["ghi-them"] ?? ""}
            />
            <button type="submit">Tìm</button>
          </form>
          {found === null ? null : <Found {...found} />}
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

function Found({ found, more }: FoundEverywhere) {
  if (found.length === 0) return <p class="notice">Không có hồ sơ nào. Xin thử ít chữ hơn, hoặc mã trên phiếu.</p>;
  return (
    <>
      <LinesTable
        lines={found}
        columns={[
          { head: "Người nộp", cell: (line) => <DossierLink dossier={line.dossier} words={line.applicant} /> },
          { head: "Thủ tục", cell: (line) => line.procedureName },
          { head: "Mã", cell: (line) => line.code },
          { head: "Trạng thái", cell: (line) => (line.status === null ? `đã chuyển đến ${line.toName}` : STATUSES[line.status].words) },
          { head: "Gửi lúc", cell: (line) => moment(line.at.toISOString()) },
        ]}
      />
      {more ? <p class="notice">Đây là {found.length} hồ sơ mới nhất, còn nữa. Xin gõ thêm tên, số hoặc mã để bớt đi.</p> : null}
    </>
  );
}
