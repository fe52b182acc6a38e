import { Hono } from "hono";
import { listOffices, listPoints } from "../../operations/offices/places.ts";
import { asStaff } from "../http/as-staff.tsx";
import type { Env } from "../http/request.ts";
import { page } from "../layout/page.tsx";
import { Facts } from "../layout/parts.tsx";
import { paths } from "../paths.ts";

/** Help for everybody, and the admin's page of what this installation is. */
export const help = new Hono<Env>()
  .get(paths.help, (request) =>
    page(request, {
      title: "Trợ giúp",
      back: paths.home,
      children: (
        <>
          <h1>Trợ giúp</h1>
          <ol>
            <li>Ở trang đầu, viết giấy tờ mình cần, như nói với cán bộ.</li>
            <li>Chọn thủ tục, xem giấy tờ cần có, bấm “Bắt đầu”. Chưa quen thì bấm “Làm thử”.</li>
            <li>Trả lời từng câu. Làm dở lúc nào cũng được: lấy phiếu rồi về.</li>
            <li>Chụp giấy tờ, xem lại, gửi. Cất giấy tiếp nhận có mã tra cứu.</li>
          </ol>
          <p>Cần người giúp thì hỏi người trực tại điểm. Người trực không bao giờ hỏi mật khẩu của bà con.</p>
        </>
      ),
    }),
  )
  .get(paths.admin, (request) =>
    asStaff(request, ["admin"], async () => {
      const { services } = request.var;
      const [offices, points] = await Promise.all([listOffices(services), listPoints(services)]);
      return page(request, {
        title: "Quản trị",
        desk: true,
        children: (
          <>
            <h1>Quản trị</h1>
            <h2>Cơ quan tiếp nhận</h2>
            <Facts rows={offices.map((office) => ({ label: office.name, value: `mã định danh ${office.identifier}` }))} />
            <h2>Điểm hỗ trợ</h2>
            <Facts rows={points.map((point) => ({ label: point.name, value: point.place }))} />
          </>
        ),
      });
    }),
  );
