import type { StaffMember, StaffRole } from "../../operations/identity/member.ts";
import { page } from "../layout/page.tsx";
import { paths } from "../paths.ts";
import type { Request } from "./request.ts";

/** Lets only people at work with one of these roles through; everybody else is sent to sign in, or told that this is not theirs. */
export function asStaff(
  request: Request,
  roles: readonly StaffRole[],
  handle: (member: StaffMember) => Response | Promise<Response>,
): Response | Promise<Response> {
  const { visitor } = request.var;
  if (visitor.kind === "owes") return request.redirect(paths.secondFactor, 303);
  if (visitor.kind !== "staff") return request.redirect(paths.signIn, 303);
  if (roles.includes(visitor.member.role)) return handle(visitor.member);
  return page(
    request,
    {
      title: "Không phải việc của tài khoản này",
      desk: true,
      children: (
        <>
          <h1>Tài khoản này không làm việc đó</h1>
          <p>Xin đăng nhập bằng tài khoản có nhiệm vụ này, hoặc hỏi quản trị.</p>
        </>
      ),
    },
    403,
  );
}
