import type { StaffMember } from "../../operations/identity/member.ts";
import type { Visitor } from "../../operations/identity/session.ts";
import { type Contrast, nextContrast, readContrast } from "../http/contrast.ts";
import type { Request } from "../http/request.ts";
import { nextTextSize, readTextSize, type TextSize } from "../http/text-size.ts";
import { paths } from "../paths.ts";

/** The head of every page: what kind of installation this is, whose house, who is here, and how to finish. */
export function Head({ request, desk, practice, preview }: { request: Request; desk: boolean; practice: boolean; preview: boolean }) {
  const { assets, visitor, practiceSetUp } = request.var;
  return (
    <header>
      {practiceSetUp ? (
        <div class="banner">
          <div class="wrap">Bản thực hành: giấy tờ làm ra không có giá trị.</div>
        </div>
      ) : null}
      {visitor.kind === "staff" && visitor.visit && !desk ? (
        <div class="banner mark">
          <div class="wrap">
            <div class="row tight">
              <span>Đang làm thay bà con.</span>
              <a href={paths.helperVisit(visitor.visit.visit)}>Về lượt này</a>
              <form method="post" action={paths.helperVisitMove(visitor.visit.visit, "finish")}>
                <button class="plain" type="submit">
                  Xong lượt này
                </button>
              </form>
            </div>
          </div>
        </div>
      ) : null}
      {preview ? (
        <div class="banner mark">
          <div class="wrap">Xem trước bản đang sửa: bà con chưa thấy, không gửi đi đâu cả.</div>
        </div>
      ) : practice ? (
        <div class="banner mark">
          <div class="wrap">Làm thử – tờ khai này không gửi đi đâu cả.</div>
        </div>
      ) : null}
      <div class="top">
        <div class="wrap">
          <a class="brand" href={desk && visitor.kind === "staff" ? homeOf(visitor.member) : paths.home}>
            <img src={assets.url("logo.svg")} alt="" width="48" height="48" />
            <span>
              Lộc Vừng<small class="more">Điểm hỗ trợ dịch vụ công</small>
            </span>
          </a>
          {request.req.method === "GET" ? (
            <Sight size={readTextSize(request)} contrast={readContrast(request)} here={request.req.url} />
          ) : null}
          <nav aria-label="Chính">
            <Links visitor={visitor} />
          </nav>
        </div>
      </div>
    </header>
  );
}

/** Where somebody at work begins. */
export function homeOf(member: Pick<StaffMember, "role">): string {
  return { helper: paths.helper, officer: paths.office, leader: paths.leader, admin: paths.admin }[member.role];
}

function Links({ visitor }: { visitor: Visitor }) {
  if (visitor.kind === "staff" || visitor.kind === "owes") {
    return (
      <>
        <span>{visitor.member.name}</span>
        {visitor.kind === "staff" ? <a href={paths.security}>Bảo mật</a> : null}
        <EndOfVisit />
      </>
    );
  }
  return (
    <>
      {visitor.kind !== "nobody" && visitor.visit ? <a href={paths.ticket}>Lượt của tôi</a> : null}
      <a href={paths.tracking}>
        Tra cứu<span class="more"> hồ sơ</span>
      </a>
      {visitor.kind === "citizen" ? <a href={paths.account}>{visitor.account.name}</a> : null}
      {visitor.kind === "nobody" || visitor.visit === null ? <a href={paths.resume}>Tôi có phiếu</a> : null}
      {visitor.kind === "nobody" ? <a href={paths.account}>Tài khoản</a> : <EndOfVisit />}
    </>
  );
}

/** For eyes: letters one size larger, and from the largest back to the usual; colours further apart, and back. */
function Sight({ size, contrast, here }: { size: TextSize; contrast: Contrast; here: string }) {
  const { pathname, search } = new URL(here);
  return (
    <form method="post" action={paths.textSize} class="size">
      <input type="hidden" name="back" value={pathname + search} />
      <button class="letters" type="submit" name="size" value={nextTextSize(size)}>
        {size === "largest" ? "A−" : "A+"}
        <span class="sr">{size === "largest" ? "chữ vừa" : "chữ to hơn"}</span>
      </button>
      <button class="letters" type="submit" formaction={paths.contrast} name="contrast" value={nextContrast(contrast)}>
        <i class="half" />
        <span class="sr">{CONTRAST_WORDS[nextContrast(contrast)]}</span>
      </button>
    </form>
  );
}

const CONTRAST_WORDS = { normal: "màu thường", light: "chữ đen nền trắng", dark: "chữ vàng nền đen" } as const satisfies Record<
  Contrast,
  string
>;

/** Ends the visit on a shared computer: session, cookie and what the browser kept. */
function EndOfVisit() {
  return (
    <form method="post" action={paths.signOut}>
      <button class="plain" type="submit">
        Xong<span class="more">, thoát ra</span>
      </button>
    </form>
  );
}

/** Shown by idle.ts after four idle minutes. A dialog of the browser's own: it takes the keyboard, and gives it back. */
export function IdleWarning() {
  return (
    <dialog class="idle" aria-labelledby="con-o-day" data-idle>
      <h2 id="con-o-day">Bà con còn ở đây không?</h2>
      <p>
        Còn <strong data-seconds>60</strong> giây nữa trang tự đóng, để người sau không thấy giấy tờ của bà con. Những gì đã bấm lưu vẫn
        còn.
      </p>
      <p class="sr" role="status" data-said />
      <div class="row">
        <form method="dialog">
          <button type="submit">Tôi còn ở đây</button>
        </form>
        <form method="post" action={paths.signOut} data-end>
          <button class="quiet" type="submit">
            Xong, thoát ra
          </button>
        </form>
      </div>
    </dialog>
  );
}

export function Foot() {
  return (
    <footer class="foot">
      <div class="wrap">
        <p>Nơi hỗ trợ chỉ giúp bà con nộp hồ sơ. Cơ quan nhà nước tiếp nhận và giải quyết.</p>
        <nav aria-label="Cuối trang">
          <a href={paths.help}>Trợ giúp</a>
          <a href={paths.feedback}>Góp ý</a>
          <a href={paths.personal}>Dữ liệu của tôi</a>
          <a href={paths.verification}>Kiểm tra giấy tờ</a>
          <a href={paths.signIn}>Cán bộ đăng nhập</a>
        </nav>
      </div>
    </footer>
  );
}
