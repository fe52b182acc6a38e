import { Hono } from "hono";
import { formatDay } from "../../../domain/people/dates.ts";
import { type Verification, verifyResult } from "../../../operations/results/verify.ts";
import type { Env } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { Facts, TextField } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";

/** Whoever holds a paper sees whether it is genuine: by its QR or by typing its code. */
export const verification = new Hono<Env>()
  .get(paths.verification, (request) => {
    const code = request.req.query("ma");
    if (code) return request.redirect(paths.verified(encodeURIComponent(code.trim().toUpperCase())), 303);
    return page(request, {
      title: "Kiểm tra giấy tờ",
      back: paths.home,
      children: (
        <>
          <h1>Giấy này có thật không?</h1>
          <form method="get" action={paths.verification}>
            <TextField id="ma" label="Mã kiểm tra" hint="Mười hai chữ và số dưới mã vuông trên giấy." short />
            <div class="row">
              <button type="submit">Kiểm tra</button>
            </div>
          </form>
        </>
      ),
    });
  })
  .get("/xac-thuc/:code", async (request) => {
    const found = await verifyResult(request.var.services, request.req.param("code"));
    return page(
      request,
      { title: "Kiểm tra giấy tờ", back: paths.verification, children: <Answer found={found} /> },
      found.state === "unknown" ? 404 : 200,
    );
  });

const HEADINGS = {
  genuine: "Giấy này có thật",
  corrected: "Giấy này đã được cải chính",
  revoked: "Giấy này đã bị thu hồi",
} as const;

function Answer({ found }: { found: Verification }) {
  if (found.state === "unknown") {
    return (
      <>
        <h1>Không có giấy nào mang mã này</h1>
        <div class="notice warn">
          <p>Xin xem lại mã. Nếu mã đúng như trên giấy thì giấy đó không do cơ quan ở đây cấp. Xin hỏi nơi ghi trên giấy.</p>
        </div>
      </>
    );
  }
  return (
    <>
      <h1 class={found.state === "genuine" ? "done" : "todo"}>{HEADINGS[found.state]}</h1>
      {found.revokedOn ? (
        <div class="notice warn">
          <p>Giấy không còn giá trị từ ngày {formatDay(found.revokedOn)}.</p>
        </div>
      ) : null}
      {found.state === "corrected" && found.replacedBy ? (
        <div class="notice warn">
          <p>
            Giấy có thật, nhưng nội dung đã được cải chính ngày {formatDay(found.replacedBy.day)}. Giấy thay: {found.replacedBy.name} số{" "}
            {found.replacedBy.number}. Xin dùng giấy đó, hoặc xin bản sao mới ở nơi cấp.
          </p>
        </div>
      ) : null}
      {found.practice ? <p class="notice warn">Đây là giấy của bản thực hành, không có giá trị sử dụng.</p> : null}
      <Facts
        rows={[
          { label: "Loại giấy", value: found.name },
          { label: "Số", value: `${found.number}, ${found.register}` },
          { label: "Nơi cấp", value: found.office },
          { label: "Ngày cấp", value: formatDay(found.issuedOn) },
        ]}
      />
      <p>Để bảo vệ người có tên trên giấy, trang này không hiện tên. Xin đối chiếu số và ngày cấp với giấy đang cầm.</p>
    </>
  );
}
