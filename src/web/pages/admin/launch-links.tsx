import { Hono } from "hono";
import { LAUNCH_PURPOSES, launchPurposeWords } from "../../../domain/point/launch.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { addLaunchLink, launchLinks, takeLaunchLinkAway } from "../../../operations/launch/launch-page.ts";
import { listPoints } from "../../../operations/offices/places.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, TextField } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";

/** What a point's launch page offers, edited by the admin. */
export const adminLaunch = new Hono<Env>()
  .get("/quan-tri/diem/:point/dich-vu", (request) => asStaff(request, ["admin"], (member) => linksPage(request, member, {}, null)))
  .post("/quan-tri/diem/:point/dich-vu", (request) =>
    asStaff(request, ["admin"], async (member) => {
      const form = await readForm(request);
      const point = request.req.param("point");
      const { ten = "", loi = "", viec = "" } = form;
      const added = await addLaunchLink(request.var.services, member, point, {
        name: ten,
        hint: loi,
        address: form["dia-chi"] ?? "",
        purpose: viec,
      });
      return added.ok ? request.redirect(paths.adminLaunch(point), 303) : linksPage(request, member, form, added.reason);
    }),
  )
  .post("/quan-tri/diem/:point/dich-vu/:link/bo", (request) =>
    asStaff(request, ["admin"], async (member) => {
      const { point, link } = request.req.param();
      const gone = await takeLaunchLinkAway(request.var.services, member, point, link);
      return gone.ok ? request.redirect(paths.adminLaunch(point), 303) : linksPage(request, member, {}, gone.reason);
    }),
  );

async function linksPage(request: Request, member: StaffMember, typed: Record<string, string>, said: Problem | null): Promise<Response> {
  const { services } = request.var;
  const id = request.req.param("point") ?? "";
  const point = (await listPoints(services)).find((known) => known.office === member.office && known.point === id);
  if (!point) return refused(request, problem("point-unknown"), paths.admin);
  const links = await launchLinks(services, point);
  return page(
    request,
    {
      title: "Dịch vụ khác",
      desk: true,
      back: paths.admin,
      children: (
        <>
          <h1>Dịch vụ khác: {point.name}</h1>
          <ProblemSummary problem={said} />
          {links.length === 0 ? <p class="hint">Chưa có dịch vụ nào.</p> : null}
          <ul>
            {links.map((link) => (
              <li>
                <strong>{link.name}</strong>, {link.address}. {link.hint} Tính là: {launchPurposeWords(link.purpose)}.
                <form method="post" action={paths.adminLaunchAway(point.point, link.link)}>
                  <button class="plain" type="submit">
                    Bỏ {link.name}
                  </button>
                </form>
              </li>
            ))}
          </ul>
          <form method="post" action={paths.adminLaunch(point.point)}>
            <h2>Thêm dịch vụ</h2>
            <TextField id="ten" label="Tên dịch vụ" value={typed.ten ?? ""} error={said?.fields?.ten} />
            <TextField id="loi" label="Một câu cho bà con hiểu" value={typed.loi ?? ""} />
            <TextField
              id="dia-chi"
              label="Địa chỉ trang"
              hint="Bắt đầu bằng https://"
              value={typed["dia-chi"] ?? ""}
              error={said?.fields?.["dia-chi"]}
            />
            <div class="field">
              <label for="viec">Mỗi lần mở tính là</label>
              <select id="viec" name="viec">
                {LAUNCH_PURPOSES.map((purpose) => (
                  <option value={purpose} selected={purpose === typed.viec}>
                    {launchPurposeWords(purpose)}
                  </option>
                ))}
              </select>
            </div>
            <button type="submit">Thêm</button>
          </form>
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}
