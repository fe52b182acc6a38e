import { Hono } from "hono";
import type { Env } from "../http/request.ts";
import { page } from "../layout/page.tsx";
import { homeOf } from "../layout/shell.tsx";
import { paths } from "../paths.ts";

/** Help for everybody; for those at work what their own pages do, too. */
export const help = new Hono<Env>().get(paths.help, (request) => {
  const { visitor } = request.var;
  return page(request, {
    title: "Trợ giúp",
    back: visitor.kind === "staff" ? homeOf(visitor.member) : paths.home,
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
        {visitor.kind === "staff" ? <AtWork /> : null}
      </>
    ),
  });
});

function AtWork() {
  return (
    <>
      <h2>Cho cán bộ</h2>
      <ul>
        <li>
          Bấm phím <kbd>?</kbd> ở danh sách hay ở hồ sơ: trang hiện các phím tắt của nó. Bấm “Tắt phím tắt” thì thôi.
        </li>
        <li>Ở danh sách, đánh dấu nhiều hồ sơ rồi bấm “Xem trước”: đọc lại từng hồ sơ, rồi mới làm một lần.</li>
        <li>Ở hồ sơ, nút đậm là việc tiếp theo. Việc hay làm đứng bên cạnh. Việc ít làm ở trong “Việc khác”.</li>
        <li>Tên, số giấy tờ không nằm trong địa chỉ trang: gửi đường dẫn cho đồng nghiệp thì không lộ gì.</li>
      </ul>
    </>
  );
}
