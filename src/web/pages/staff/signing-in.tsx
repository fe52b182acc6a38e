import { Hono } from "hono";
import { endSession, whoIs } from "../../../operations/identity/session.ts";
import { secondFactor, signInStaff } from "../../../operations/identity/sign-in.ts";
import { PRACTICE_CITIZEN, PRACTICE_PEOPLE, PRACTICE_SECRET } from "../../../operations/offices/practice.ts";
import type { Problem } from "../../../operations/problems.ts";
import { endOwnVisit } from "../../../operations/visits/move-visit.ts";
import { STATUS_OF } from "../../http/refusals.ts";
import { type Env, forgetVisitor, type Request, readForm, rememberSession } from "../../http/request.ts";
import { page } from "../../layout/page.tsx";
import { ProblemSummary, TextField } from "../../layout/parts.tsx";
import { homeOf } from "../../layout/shell.tsx";
import { paths } from "../../paths.ts";

const ROLE_WORDS = { helper: "Người trực", officer: "Cán bộ", leader: "Lãnh đạo", admin: "Quản trị" };

/** Those at work sign in; whoever is done leaves, and the browser forgets. */
export const signIn = new Hono<Env>()
  .get(paths.signIn, (request) => signInPage(request, "", null))
  .post(paths.signIn, async (request) => {
    const { ten = "", secret = "" } = await readForm(request);
    const signed = await signInStaff(request.var.services, ten, secret);
    if (!signed.ok) return signInPage(request, ten, signed.reason);
    rememberSession(request, signed.value.token);
    const visitor = await whoIs(request.var.services, signed.value.token);
    return request.redirect(visitor.kind === "staff" ? homeOf(visitor.member) : paths.secondFactor, 303);
  })
  .get(paths.secondFactor, (request) => secondFactorPage(request, null))
  .post(paths.secondFactor, async (request) => {
    const { visitor, services } = request.var;
    if (visitor.kind !== "owes") return request.redirect(paths.signIn, 303);
    const { ma = "" } = await readForm(request);
    const given = await secondFactor(services, visitor.session, visitor.member, ma);
    return given.ok ? request.redirect(homeOf(visitor.member), 303) : secondFactorPage(request, given.reason);
  })
  .post(paths.signOut, async (request) => {
    const { visitor, services } = request.var;
    const ended = await endOwnVisit(services, visitor);
    if (visitor.kind !== "nobody") await endSession(services, visitor.session);
    forgetVisitor(request);
    // what the last person left in the browser goes with them
    request.header("clear-site-data", '"cache", "storage"');
    return request.redirect(ended ? paths.homeAfter(ended.visit) : paths.home, 303);
  });

function signInPage(request: Request, name: string, said: Problem | null) {
  return page(
    request,
    {
      title: "Đăng nhập",
      back: paths.home,
      children: (
        <>
          <h1>Cán bộ đăng nhập</h1>
          <p>
            Bà con không cần đăng nhập ở đây: <a href={paths.home}>bắt đầu ở trang đầu</a> hoặc{" "}
            <a href={paths.account}>vào tài khoản của mình</a>.
          </p>
          <ProblemSummary problem={said} />
          <form method="post" action={paths.signIn}>
            <TextField id="ten" label="Tên đăng nhập" value={name} short />
            <TextField id="secret" label="Mật khẩu" type="password" short />
            <div class="row">
              <button type="submit">Đăng nhập</button>
            </div>
          </form>
          {request.var.practiceSetUp ? <PracticePeople /> : null}
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}

function PracticePeople() {
  return (
    <section class="panel">
      <h2>Tài khoản mẫu của bản thực hành</h2>
      <p>
        Mật khẩu chung: <strong>{PRACTICE_SECRET}</strong>
      </p>
      <ul>
        {PRACTICE_PEOPLE.map((person) => (
          <li>
            <strong>{person.username}</strong> – {ROLE_WORDS[person.role]}: {person.name}, {person.title}
          </li>
        ))}
        <li>
          Người dân: số định danh <strong>{PRACTICE_CITIZEN.identityNumber}</strong> – {PRACTICE_CITIZEN.name}, ở trang{" "}
          <a href={paths.account}>Tài khoản</a>
        </li>
      </ul>
    </section>
  );
}

function secondFactorPage(request: Request, said: Problem | null) {
  return page(
    request,
    {
      title: "Mã 6 số",
      back: paths.signIn,
      children: (
        <>
          <h1>Mã 6 số trên điện thoại</h1>
          <ProblemSummary problem={said} />
          <form method="post" action={paths.secondFactor}>
            <TextField id="ma" label="Mã đang hiện trong ứng dụng" numeric short autocomplete="one-time-code" />
            <div class="row">
              <button type="submit">Tiếp tục</button>
            </div>
          </form>
        </>
      ),
    },
    said ? STATUS_OF[said.code] : 200,
  );
}
