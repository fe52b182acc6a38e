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
  const genuine = found.state === "genuine";
  return (
    <>
      <h1 class={genuine ? "done" : "todo"}>{genuine ? "Giấy này có thật" : "Giấy này đã bị thu hồi"}</h1>
      {genuine ? null : (
        <div class="notice warn">
          <p>Giấy không còn giá trị từ ngày {formatDay(found.revokedOn ?? "")}.</p>
        </div>
      )}
      {found.practice ? <p class="notice warn">Đây là giấy của bản thực hành, không có giá trị sử dụng.</p> : null}
      <Facts
        rows={[
          { label: "Loại giấy", value: found.name ?? "" },
          { label: "Số", value: found.number ?? "" },
          { label: "Nơi cấp", value: found.office ?? "" },
          { label: "Ngày cấp", value: formatDay(found.issuedOn ?? "") },
        ]}
      />
      <p>Để bảo vệ người có tên trên giấy, trang này không hiện tên. Xin đối chiếu số và ngày cấp với giấy đang cầm.</p>
    </>
  );
}
