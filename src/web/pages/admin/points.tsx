import { Hono } from "hono";
import { formatDay, parseTypedDate } from "../../../domain/people/dates.ts";
import type { StaffMember } from "../../../operations/identity/member.ts";
import { copyPoint } from "../../../operations/offices/copy-point.ts";
import { forgetMachines, machinesByPoint } from "../../../operations/offices/machines.ts";
import { listOffices, listPoints } from "../../../operations/offices/places.ts";
import { drawPoster } from "../../../operations/offices/poster.ts";
import { isConfirmed } from "../../../operations/privacy/confirm-retention.ts";
import { type Problem, problem } from "../../../operations/problems.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { refused } from "../../http/refused.tsx";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { Facts, ProblemSummary, TextField } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";

/** The admin's first page: offices, and the points of their own: a new one from a copy, its poster, the machines that stand there. */
export const adminPoints = new Hono<Env>()
  .get(paths.admin, (request) => asStaff(request, ["admin"], (member) => pointsPage(request, member, {}, null)))
  .post("/quan-tri/diem/:point/chep", (request) =>
    asStaff(request, ["admin"], async (member) => {
      const form = await readForm(request);
      const day = parseTypedDate(form.ngay ?? "");
      const copied = await copyPoint(request.var.services, member, request.req.param("point"), {
        name: form.ten ?? "",
        place: form.noi ?? "",
        openedOn: day.ok ? day.value : "",
      });
      return copied.ok ? request.redirect(paths.admin, 303) : pointsPage(request, member, form, copied.reason);
    }),
  )
  .post("/quan-tri/diem/:point/quen-may", (request) =>
    asStaff(request, ["admin"], async (member) => {
      const forgotten = await forgetMachines(request.var.services, member, request.req.param("point"));
      return forgotten.ok ? request.redirect(paths.admin, 303) : pointsPage(request, member, {}, forgotten.reason);
    }),
  )
  .get("/quan-tri/diem/:point/ap-phich.pdf", (request) =>
    asStaff(request, ["admin", "helper", "officer"], async (member) => {
      const { services } = request.var;
      const point = (await listPoints(services)).find((one) => one.office === member.office && one.point === request.req.param("point"));
      if (!point) return refused(request, problem("point-unknown"), paths.admin);
      const office = (await listOffices(services)).find((one) => one.office === member.office)?.name ?? "";
      const pdf = await drawPoster(services, point, office);
      return request.body(Uint8Array.from(pdf), 200, { "content-type": "application/pdf", "cache-control": "private, no-store" });
    }),
  );

async function pointsPage(request: Request, member: StaffMember, typed: Record<string, string>, said: Problem | null): Promise<Response> {
  const { services } = request.var;
  const [offices, points, machines, confirmed] = await Promise.all([
    listOffices(services),
    listPoints(services),
    machinesByPoint(services, member.office),
    isConfirmed(services, member.office),
  ]);
  const own = points.filter((point) => point.office === member.office);
  const [first] = own;
  return page(
    request,
    {
      title: "Quản trị",
      desk: true,
      children: (
        <>
          <h1>Quản trị</h1>
          <ProblemSummary problem={said} />
          <nav class="row tight" aria-label="Việc khác">
            <a href={paths.outbox}>Tin đã gửi</a>
            <a href={paths.retention}>Lưu giữ và xóa dữ liệu cá nhân</a>
          </nav>
          {confirmed ? null : (
            <p class="notice">
              Bảng lưu giữ chưa được xác nhận nên giấy tờ của hồ sơ đã xong chưa xóa. <a href={paths.retention}>Đọc và xác nhận</a>
            </p>
          )}
          <h2>Cơ quan tiếp nhận</h2>
          <p>
            <a href={paths.adminOfficeDays}>Giờ làm việc, ngày nghỉ của cơ quan</a>
          </p>
          <Facts rows={offices.map((office) => ({ label: office.name, value: `mã định danh ${office.identifier}` }))} />
          <p>
            <a href={paths.adminKeys}>Chữ ký số</a>
          </p>
          <h2>Thủ tục</h2>
          <p>
            <a class="button quiet" href={paths.procedures}>
              Sửa lời, giấy tờ, lệ phí, thời hạn, câu hỏi
            </a>
          </p>
          <h2>Điểm hỗ trợ</h2>
          {own.map((point) => (
            <section class="panel">
              <h3>{point.name}</h3>
              <p>
                {point.place}. Mở ngày {formatDay(point.openedOn)}. Máy đặt tại điểm:{" "}
                {machines.find((row) => row.point === point.point)?.count ?? 0}.
              </p>
              <div class="moves">
                <a class="button quiet" href={paths.adminPoster(point.point)}>
                  Áp phích trước cửa (PDF)
                </a>
                <a class="button quiet" href={paths.rosterOf(point.point)}>
                  Lịch trực
                </a>
                <a class="button quiet" href={paths.devicesOf(point.point)}>
                  Thiết bị, sự cố
                </a>
                <a class="button quiet" href={paths.adminLaunch(point.point)}>
                  Dịch vụ khác ở điểm
                </a>
                <form method="post" action={paths.adminForgetMachines(point.point)}>
                  <button class="quiet" type="submit">
                    Quên các máy ở đây
                  </button>
                </form>
              </div>
            </section>
          ))}
          {first ? (
            <form method="post" action={paths.adminCopyPoint(first.point)}>
              <h2>Mở điểm mới</h2>
              <p class="hint">Chép từ {first.name}. Máy in, máy quét để trống, thêm khi đến nơi.</p>
              <TextField id="ten" label="Tên điểm" value={typed.ten ?? ""} error={said?.fields?.ten} />
              <TextField id="noi" label="Nơi đặt" value={typed.noi ?? ""} error={said?.fields?.noi} />
              <TextField id="ngay" label="Ngày mở cửa" hint="Ví dụ 2/1/2027" value={typed.ngay ?? ""} error={said?.fields?.ngay} short />
              <button type="submit">Mở điểm</button>
            </form>
          ) : null}
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}
