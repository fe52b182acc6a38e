import type { Child } from "hono/jsx";
import type { Visitor } from "../../operations/identity/session.ts";
import type { Request } from "../http/request.ts";
import { paths } from "../paths.ts";

export interface PageProps {
  readonly title: string;
  readonly children: Child;
  /** Where "Quay lại" leads; none on the first page. */
  readonly back?: string | undefined;
  /** A practice draft is marked on each of its pages. */
  readonly practice?: boolean | undefined;
  /** Scripts of src/web/browser that this page is better with. */
  readonly scripts?: readonly string[];
  /** Dense pages for those at work. */
  readonly desk?: boolean;
  readonly wide?: Child;
}

/** Answers a whole page: heading, banner, way back, contents, foot. Everything in it is escaped by the renderer. */
export function page(request: Request, props: PageProps, status: 200 | 403 | 404 | 409 | 422 | 429 | 500 | 507 = 200) {
  request.header("cache-control", "no-store");
  return request.html(`<!doctype html>${Document({ request, props })}`, status);
}

function Document({ request, props }: { request: Request; props: PageProps }) {
  const { assets, visitor } = request.var;
  const scripts = props.desk
    ? (props.scripts ?? [])
    : ["once.js", ...(visitor.kind === "nobody" ? [] : ["idle.js"]), ...(props.scripts ?? [])];
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${props.title} – Lộc Vừng`}</title>
        <link rel="icon" href={assets.url("logo.svg")} />
        <link rel="stylesheet" href={assets.url("style.css")} />
        {props.desk ? <link rel="stylesheet" href={assets.url("desk.css")} /> : null}
        {scripts.map((script) => (
          <script type="module" src={assets.url(script)} />
        ))}
      </head>
      <body>
        <a class="skip" href="#noi-dung">
          Đến phần chính
        </a>
        <header class="top">
          <div class="wrap">
            <a class="brand" href={props.desk && visitor.kind === "staff" ? homeOf(visitor) : paths.home}>
              <img src={assets.url("logo.svg")} alt="" />
              <span>
                Lộc Vừng<small>Điểm hỗ trợ dịch vụ công</small>
              </span>
            </a>
            <nav aria-label="Chính">{links(visitor)}</nav>
          </div>
        </header>
        {request.var.practiceSetUp ? (
          <div class="banner">
            <div class="wrap">Bản thực hành: số liệu và con người ở đây đều là mẫu, giấy tờ làm ra không có giá trị.</div>
          </div>
        ) : null}
        {props.practice ? (
          <div class="banner mark">
            <div class="wrap">Làm thử – tờ khai này không gửi đi đâu cả.</div>
          </div>
        ) : null}
        <main id="noi-dung" tabindex={-1}>
          {props.wide}
          <div class="wrap">
            {props.back ? (
              <a class="back" href={props.back}>
                Quay lại
              </a>
            ) : null}
            {props.children}
          </div>
        </main>
        <footer class="foot">
          <div class="wrap">
            Nơi hỗ trợ chỉ giúp bà con nộp hồ sơ. Cơ quan nhà nước tiếp nhận và giải quyết. <a href={paths.help}>Trợ giúp</a> ·{" "}
            <a href={paths.verification}>Kiểm tra giấy tờ</a> · <a href={paths.signIn}>Cán bộ đăng nhập</a>
          </div>
        </footer>
      </body>
    </html>
  );
}

/** Where somebody at work begins. */
export function homeOf(visitor: Visitor & { kind: "staff" }): string {
  return { helper: paths.helper, officer: paths.office, leader: paths.leader, admin: paths.admin }[visitor.member.role];
}

function links(visitor: Visitor) {
  const end = (
    <form method="post" action={paths.signOut}>
      <button class="plain" type="submit">
        Xong, thoát ra
      </button>
    </form>
  );
  if (visitor.kind === "staff" || visitor.kind === "owes")
    return [<span>{visitor.member.name}</span>, visitor.kind === "staff" ? <a href={paths.security}>Bảo mật</a> : null, end];
  const tracking = <a href={paths.tracking}>Tra cứu hồ sơ</a>;
  if (visitor.kind === "citizen") return [tracking, <a href={paths.account}>{visitor.account.name}</a>, end];
  if (visitor.kind === "guest") return [tracking, <a href={paths.resume}>Tôi có phiếu</a>, end];
  return [tracking, <a href={paths.resume}>Tôi có phiếu</a>, <a href={paths.account}>Tài khoản</a>];
}
