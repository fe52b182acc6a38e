import { Hono } from "hono";
import { Secret, TOTP } from "otpauth";
import { switchOffSecondFactor, switchOnSecondFactor } from "../../../operations/identity/sign-in.ts";
import type { Problem } from "../../../operations/problems.ts";
import { asStaff } from "../../http/as-staff.tsx";
import { STATUS_OF } from "../../http/refusals.ts";
import { type Env, type Request, readForm } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, Qr, TextField } from "../../layout/parts.tsx";
import { paths } from "../../paths.ts";

/** The second factor of somebody at work: switched on with an app's first code, and off again. */
export const security = new Hono<Env>()
  .get(paths.security, (request) =>
    asStaff(request, ["helper", "officer", "leader", "admin"], (member) => securityPage(request, member, null, new Secret())),
  )
  .post(paths.security, (request) =>
    asStaff(request, ["helper", "officer", "leader", "admin"], async (member) => {
      const { secret = "", ma = "", off } = await readForm(request);
      if (off) {
        await switchOffSecondFactor(request.var.services, member);
        return request.redirect(paths.security, 303);
      }
      const fresh = Secret.fromBase32(secret);
      const on = await switchOnSecondFactor(request.var.services, member, fresh, ma);
      return on.ok ? request.redirect(paths.security, 303) : securityPage(request, member, on.reason, fresh);
    }),
  );

function securityPage(request: Request, member: { username: string; totpSecret: string | null }, said: Problem | null, secret: Secret) {
  const uri = new TOTP({ issuer: "Lộc Vừng", label: member.username, secret }).toString();
  return page(
    request,
    {
      title: "Bảo mật",
      desk: true,
      children: (
        <>
          <h1>Mã 6 số khi đăng nhập</h1>
          <ProblemSummary problem={said} />
          {member.totpSecret ? (
            <form method="post" action={paths.security}>
              <p class="done">Đang bật: mỗi lần đăng nhập cần thêm mã trên điện thoại.</p>
              <button class="danger" type="submit" name="off" value="yes">
                Tắt mã 6 số
              </button>
            </form>
          ) : (
            <form method="post" action={paths.security} class="panel">
              <p>Quét mã này bằng ứng dụng xác thực trên điện thoại, rồi gõ mã 6 số đang hiện.</p>
              <Qr text={uri} label="Mã QR cho ứng dụng xác thực" />
              <p>
                Không quét được thì gõ: <code>{secret.base32}</code>
              </p>
              <input type="hidden" name="secret" value={secret.base32} />
              <TextField id="ma" label="Mã 6 số" numeric short autocomplete="one-time-code" />
              <button type="submit">Bật mã 6 số</button>
            </form>
          )}
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}
