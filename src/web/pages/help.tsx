import { Hono } from "hono";
import type { Env } from "../http/request.ts";
import { page } from "../layout/page.tsx";
import { paths } from "../paths.ts";

/** Help for everybody. */
export const help = new Hono<Env>().get(paths.help, (request) =>
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
);
